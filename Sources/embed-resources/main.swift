import Foundation

/// Writes a Swift file with the text files of some folders as string literals, sorted by path.
///
/// Usage: `embed-resources OUT.swift ROOT MODULE FOLDER…`, where the module is the one that knows
/// `EmbeddedFile`, `-` for the target's own. String literals land in read-only data: they
/// cost nothing at start-up, and compile fast.
let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  FileHandle.standardError.write(
    Data("usage: embed-resources OUT.swift ROOT MODULE FOLDER...\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[2], isDirectory: true).standardizedFileURL

/// The paths, relative to the root, of all regular files below a folder.
func paths(below folder: String) -> [String] {
  let base = root.appendingPathComponent(folder, isDirectory: true)
  guard let walker = FileManager.default.enumerator(atPath: base.path) else { return [] }
  return walker.compactMap { $0 as? String }.filter { path in
    var isFolder: ObjCBool = false
    let file = base.appendingPathComponent(path).path
    return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }.map { folder + "/" + $0 }
}

/// A Swift string literal with the given content.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}

do {
  var output = "// Made by embed-resources. Do not edit.\n\n"
  if arguments[3] != "-" { output += "internal import \(arguments[3])\n\n" }
  output += "let embeddedFiles: [EmbeddedFile] = [\n"
  for path in arguments[4...].flatMap(paths(below:)).sorted() {
    let data = try Data(contentsOf: root.appendingPathComponent(path))
    guard let text = String(validating: data, as: UTF8.self) else {
      FileHandle.standardError.write(Data("embed-resources: '\(path)' is not UTF-8\n".utf8))
      exit(1)
    }
    output += "  EmbeddedFile(path: \(literal(path)), content: \(literal(text))),\n"
  }
  output += "]\n"
  try Data(output.utf8).write(to: URL(fileURLWithPath: arguments[1]), options: .atomic)
} catch {
  FileHandle.standardError.write(Data("embed-resources: \(error)\n".utf8))
  exit(1)
}
