import AktsamDocuments
import AktsamTestSupport
import AktsamText
import Testing

/// Nothing that a file contains may trap: parts of our own files are damaged at random.
@Suite struct DamagedPackageTests {
  private func damaged(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(4) where bytes.count > 8 {
      let start = random.below(bytes.count)
      let end = min(bytes.count, start + 1 + random.below(24))
      switch random.below(4) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: random.below(bytes.count))
      case 2:
        // A number that no file means.
        bytes.replaceSubrange(
          start..<end, with: ["-1", "99999999999999999999", "0", "\u{2612}"][random.below(4)].utf8)
      default: bytes[start] = UInt8(truncatingIfNeeded: random.below(256))
      }
    }
    return bytes
  }

  private func faults(_ document: Document) -> [String] {
    var faults: [String] = []
    for block in document.blocks {
      let place = document.place(of: block.text, element: block.element)
      if block.text.upperBound > document.text.count { faults.append("range") }
      if place.segments.contains(where: \.isEmpty) { faults.append("empty segment") }
      if block.question >= Int32(document.questions.count) { faults.append("question") }
    }
    for (before, after) in zip(document.blocks, document.blocks.dropFirst())
    where before.group > after.group {
      faults.append("groups")
    }
    for question in document.questions where question.valueBlock >= 0 {
      if question.valueBlock >= Int32(document.blocks.count) { faults.append("value") }
    }
    return faults
  }

  @Test(arguments: 0..<8) func workbooks(seed: Int) {
    var workbook = WorkbookFixture()
    workbook.styles = "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs>"
    workbook.add(
      "S",
      [
        ["Nr", "Question", "Answer", "Comment"],
        ["1", "<r><t>Do</t></r><rPh><t>x</t></rPh><r><t>?</t></r>", "Yes"],
        ["2", "Who?", "☒ A ☐ B", "No."],
      ], after: "<mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>")
    workbook.sheets.append(
      (
        "T", "",
        "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"3\"><c r=\"C3\" s=\"0\"><v>45000</v></c></row></sheetData>"
      ))
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<60 {
      var zip = ZipFixture()
      for (name, bytes) in workbook.parts.sorted(by: { $0.key < $1.key }) {
        zip.add(name, random.below(3) == 0 ? damaged(bytes, &random) : bytes)
      }
      #expect(faults(DocumentReader.read(zip.bytes, path: "a.xlsx")) == [])
    }
  }

  @Test(arguments: 0..<8) func texts(seed: Int) {
    let flat = OpenDocumentFixture.flat(
      """
      <office:forms><form:form><form:text form:id="c" form:label="Name" form:current-value="A"/>
      </form:form></office:forms><text:h text:outline-level="2">Head</text:h>
      <text:list text:style-name="L1" xml:id="l"><text:list-item text:start-value="3"><text:p>a:</text:p>
      <text:list><text:list-item><text:p>b<text:note><text:note-body><text:p>n</text:p>
      </text:note-body></text:note></text:p></text:list-item></text:list></text:list-item></text:list>
      <table:table><table:table-row table:number-rows-repeated="2"><table:table-cell
      table:number-columns-spanned="2"><text:p>Do you?</text:p></table:table-cell><table:table-cell>
      <text:p>☒ Yes ☐ No</text:p></table:table-cell></table:table-row></table:table>
      <text:p>Who: <loext:content-control loext:alias="x">Me</loext:content-control><draw:control
      draw:control="c"/></text:p>
      """, automatic: OpenDocumentFixture.numbered, styles: OpenDocumentFixture.outline)
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<120 {
      let document = DocumentReader.read(damaged(Array(flat.utf8), &random), path: "a.fodt")
      #expect(faults(document) == [])
    }
  }
}
