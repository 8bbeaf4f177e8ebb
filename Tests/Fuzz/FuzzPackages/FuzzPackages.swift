import AktsamTestSupport
import Checks

/// The members of office documents, as far as they are fuzzed: what the pieces of an input become.
private let layouts: [[String]] = [
  [
    "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml",
    "word/comments.xml", "word/header1.xml", "word/_rels/document.xml.rels", "_rels/.rels",
  ],
  [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml", "xl/styles.xml", "_rels/.rels",
  ],
  ["content.xml", "mimetype", "styles.xml", "meta.xml", "META-INF/manifest.xml"],
  ["a.txt", "b/c.xml", "d.html", "e.zip", "../f.txt"],
]

private let types = """
  <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
  <Default Extension="xml" ContentType="application/xml"/></Types>
  """

/// Puts an input into a zip file: pieces parted by a zero byte become members in turn. Without
/// that, hardly a mutation would leave a zip file that can be opened.
private func zipFile(_ pieces: ArraySlice<UInt8>, layout: Int) -> [UInt8] {
  var archive = ZipFixture()
  if layout < 2 { archive.add("[Content_Types].xml", Array(types.utf8)) }
  for (name, piece) in zip(
    layouts[layout], pieces.split(separator: 0, omittingEmptySubsequences: false))
  {
    if !piece.isEmpty { archive.add(name, Array(piece)) }
  }
  return archive.bytes
}

// Zip files. The first byte chooses: a layout of members, or the bytes themselves.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let bytes = Fuzzing.bytes(start, size)
  guard let selector = bytes.first else { return 0 }
  // Letters, so that seeds can be read: "a", "b", "c", "d"; all others take the bytes.
  let layout = Int(selector) - 0x61
  let rest = bytes.dropFirst()
  Fuzzing.read(layouts.indices.contains(layout) ? zipFile(rest, layout: layout) : Array(rest))
  return 0
}

@_cdecl("FuzzPackages_main")
func main(_ count: Int32, _ arguments: Fuzzing.Arguments?) -> Int32 {
  Fuzzing.run(count, arguments, test)
}
