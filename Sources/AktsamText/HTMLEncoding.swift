/// Finds the encoding that a page of HTML declares in a `meta` element.
enum HTMLEncoding {
  /// How far into a page is looked, as browsers do.
  private static let reach = 1024

  /// Whether bytes start like a page of HTML.
  static func isHTML(_ bytes: [UInt8]) -> Bool {
    let head = lowercase(bytes)
    guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
    return ["<html", "<!doctype html", "<head", "<body", "<meta"].contains {
      find($0, in: head, from: 0) != nil
    }
  }

  /// Returns the encoding that `<meta charset="…">` or a `content="text/html; charset=…"` names,
  /// in lower case, or nil.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = lowercase(bytes)
    var position = 0
    while let meta = find("<meta", in: head, from: position) {
      let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
      position = end
      guard let key = find("charset", in: head, from: meta), key < end else { continue }
      var index = key + "charset".utf8.count
      while index < end, head[index] <= 0x20 { index += 1 }
      guard index < end, head[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < end, head[index] <= 0x20 || head[index] == 0x22 || head[index] == 0x27 {
        index += 1
      }
      let start = index
      while index < end, head[index] > 0x20, !"\"';/".utf8.contains(head[index]) { index += 1 }
      if index > start { return String(decoding: head[start..<index], as: UTF8.self) }
    }
    return nil
  }

  private static func lowercase(_ bytes: [UInt8]) -> [UInt8] {
    bytes.prefix(reach).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func find(_ string: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(string.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }
}
