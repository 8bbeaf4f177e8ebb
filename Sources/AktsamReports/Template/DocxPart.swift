/// A part of a Word document cut into text and tags.
///
/// Word splits what people type into runs as it likes, so a tag may be spread over several. Each paragraph
/// is read as a whole; then each tag gets the one place in the XML where the element tree stays whole:
///
/// - a value stands in the text of the run where its tag begins;
/// - a section inside a paragraph repeats runs: the runs at its ends are cut in two;
/// - a section that ends in another cell of its row repeats the row, one that ends in another row rows, one
///   that ends in another paragraph paragraphs. Paragraphs and rows that hold section tags only vanish.
struct DocxPart {
  private let markup: DocxMarkup
  private let name: String
  private var tags: [Tag] = []
  private var edits: [Edit] = []
  /// Texts whose blanks at the edges must be kept.
  private var preserved: Set<Int> = []

  /// A tag with where it stands.
  private struct Tag {
    var tag: TemplateTag
    /// Its bytes, in each text that it is spread over.
    var ranges: [Range<Int>]
    /// The `w:t` or `w:instrText` of each.
    var texts: [Int]
    var paragraph: Int
    var isInField: Bool
    /// Whether it moves to the edge of a paragraph or row.
    var isBlock = false
    /// The row that it moves to the edge of.
    var row: Int?
    /// Whether the row goes when it holds nothing else.
    var takesRow = false
  }

  /// Bytes that something else takes the place of.
  private struct Edit {
    var range: Range<Int>
    var pieces: [TemplatePiece]
    /// Among edits of one place the order of their tags counts.
    var order: Int
  }

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - bytes: the part.
  ///   - name: its name in the zip file.
  /// - Throws: ``TemplateFault`` with the part and the paragraph of what is wrong.
  init(_ bytes: [UInt8], name: String) throws(TemplateFault) {
    guard bytes.count <= TemplateLimits.partBytes, String(validating: bytes, as: UTF8.self) != nil
    else {
      throw TemplateFault(
        name,
        "it is not text in UTF-8 of at most \(TemplateLimits.partBytes >> 20) MiB: shorten the "
          + "template or save it anew")
    }
    do {
      markup = try DocxMarkup(bytes)
    } catch {
      throw TemplateFault(name, error.message)
    }
    self.name = name
    try collectTags()
    try refuseStrayMarks()
    try placeSections()
    placeRest()
  }

  /// How many tags there are.
  var tagCount: Int { tags.count }

  /// The part in pieces.
  var pieces: [TemplatePiece] {
    var pieces: [TemplatePiece] = []
    var position = 0
    let sorted = edits.sorted {
      ($0.range.lowerBound, $0.order) < ($1.range.lowerBound, $1.order)
    }
    for edit in sorted where edit.range.lowerBound >= position {
      pieces.append(text(position..<edit.range.lowerBound))
      pieces += edit.pieces
      position = edit.range.upperBound
    }
    pieces.append(text(position..<markup.bytes.count))
    return pieces
  }

  private func text(_ range: Range<Int>) -> TemplatePiece { .text(string(range)) }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: markup.bytes[range], as: UTF8.self)
  }

  // MARK: - Finding tags

  private mutating func collectTags() throws(TemplateFault) {
    var numbers: [Int: Int] = [:]
    for (index, element) in markup.elements.enumerated() where element.name == "w:p" {
      numbers[index] = numbers.count + 1
    }
    // The texts of each paragraph, those in the codes of fields by themselves.
    var texts: [Key: [DocxMarkup.Text]] = [:]
    var order: [Key] = []
    for text in markup.texts {
      guard let paragraph = markup.ancestor("w:p", of: text.element) else { continue }
      let isField = markup.elements[text.element].name == "w:instrText"
      let key = Key(paragraph: paragraph, isField: isField)
      if texts[key] == nil { order.append(key) }
      texts[key, default: []].append(text)
    }
    for key in order {
      try collectTags(
        texts[key] ?? [], key, place: "\(name), paragraph \(numbers[key.paragraph] ?? 0)")
    }
    tags.sort { $0.ranges[0].lowerBound < $1.ranges[0].lowerBound }
    guard tags.count <= TemplateLimits.tags else {
      throw TemplateFault(name, "there are more than \(TemplateLimits.tags) tags")
    }
  }

  private struct Key: Hashable {
    var paragraph: Int
    var isField: Bool
  }

  private mutating func collectTags(
    _ texts: [DocxMarkup.Text], _ key: Key, place: String
  ) throws(TemplateFault) {
    var joined: [UInt8] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(joined.count)
      joined += markup.bytes[text.range]
    }
    let found = try TagScanner(escapes: true).tags(in: joined) { _ in place }
    var first = 0
    for tag in found {
      // The first text that reaches beyond the start of the tag.
      while first + 1 < starts.count, starts[first + 1] <= tag.range.lowerBound { first += 1 }
      var ranges: [Range<Int>] = []
      var elements: [Int] = []
      var index = first
      while index < texts.count, starts[index] < tag.range.upperBound {
        let text = texts[index].range
        let lower = text.lowerBound + max(0, tag.range.lowerBound - starts[index])
        let upper = min(text.upperBound, text.lowerBound + tag.range.upperBound - starts[index])
        if lower < upper {
          ranges.append(lower..<upper)
          elements.append(texts[index].element)
        }
        index += 1
      }
      guard !ranges.isEmpty else { continue }
      tags.append(
        Tag(
          tag: tag.tag, ranges: ranges, texts: elements, paragraph: key.paragraph,
          isInField: key.isField))
    }
  }

  /// Two braces anywhere but in the text of a paragraph would stay, unseen.
  private func refuseStrayMarks() throws(TemplateFault) {
    let taken = tags.flatMap(\.ranges).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var position = 0
    while let start = TagScanner.firstPair(
      of: UInt8(ascii: "{"), in: markup.bytes, from: position)
    {
      while next < taken.count, taken[next].upperBound <= start { next += 1 }
      guard next < taken.count, taken[next].lowerBound <= start else {
        throw TemplateFault(
          name,
          "\"\(String(string(start..<min(start + 24, markup.bytes.count)).prefix(20)))\" stands "
            + "outside the text of paragraphs, such as in an alternative text: move it there")
      }
      position = taken[next].upperBound
    }
  }

  // MARK: - Sections

  private mutating func placeSections() throws(TemplateFault) {
    let pairs = try TagScanner.pairs(tags.map(\.tag))
    for pair in pairs {
      if tags[pair.open].isInField || tags[pair.end].isInField {
        throw TemplateFault(
          tags[pair.open].tag.place,
          "\(tags[pair.open].tag.text) stands in the code of a field: only an address can stand there"
        )
      }
      if tags[pair.open].paragraph == tags[pair.end].paragraph {
        try placeInline(pair)
      } else {
        try placeBlocks(pair)
      }
    }
  }

  private mutating func placeInline(_ pair: (open: Int, end: Int)) throws(TemplateFault) {
    var parents: [Int] = []
    for index in [pair.open, pair.end] {
      let run = markup.elements[tags[index].texts[0]].parent
      guard markup.elements.indices.contains(run), markup.elements[run].name == "w:r" else {
        throw TemplateFault(
          tags[index].tag.place, "\(tags[index].tag.text) stands in no run of text: type it anew")
      }
      parents.append(markup.elements[run].parent)
    }
    guard parents[0] == parents[1] else { throw crossing(pair, "a link or field") }
    for index in [pair.open, pair.end] {
      let text = markup.elements[tags[index].texts[0]]
      let run = markup.elements[text.parent]
      let properties =
        markup.elements.indices.dropFirst(text.parent + 1).prefix(1)
        .first { markup.elements[$0].name == "w:rPr" && markup.elements[$0].parent == text.parent }
        .map { string(markup.elements[$0].range) } ?? ""
      replace(
        index,
        with: [
          .text("</w:t></w:r>"), .tag(tags[index].tag),
          .text("\(string(run.start))\(properties)<w:t xml:space=\"preserve\">"),
        ])
    }
  }

  private mutating func placeBlocks(_ pair: (open: Int, end: Int)) throws(TemplateFault) {
    let first = Array(markup.chain(tags[pair.open].paragraph).reversed())
    let last = Array(markup.chain(tags[pair.end].paragraph).reversed())
    let common = zip(first, last).prefix { $0 == $1 }.count
    guard common > 0, common < first.count, common < last.count else {
      throw crossing(pair, "a text box")
    }
    let around = markup.elements[first[common - 1]].name
    let edges = (first[common], last[common])
    let names = (markup.elements[edges.0].name, markup.elements[edges.1].name)
    var rows: (Int, Int)?
    var takes = false
    if around == "w:tr" {
      rows = (first[common - 1], first[common - 1])
    } else if names == ("w:tr", "w:tr") {
      rows = edges
      takes = true
    } else if names != ("w:p", "w:p") {
      throw crossing(pair, Self.words[names.0] ?? Self.words[names.1] ?? "another part of the text")
    }
    for (index, row) in [(pair.open, rows?.0), (pair.end, rows?.1)] {
      tags[index].isBlock = true
      tags[index].row = row
      tags[index].takesRow = takes
    }
  }

  private static let words = ["w:tbl": "a table", "w:sdt": "a content control"]

  private func crossing(_ pair: (open: Int, end: Int), _ what: String) -> TemplateFault {
    let (open, end) = (tags[pair.open].tag, tags[pair.end].tag)
    return TemplateFault(
      open.place,
      "\(open.text) and \(end.text) (\(end.place)) do not both stand inside, or both outside, \(what): "
        + "move one of them")
  }

  // MARK: - Edits

  private mutating func placeRest() {
    var byParagraph: [Int: [Int]] = [:]
    for (index, tag) in tags.enumerated() { byParagraph[tag.paragraph, default: []].append(index) }
    let vanishing = vanishingRows(byParagraph)
    for (row, indices) in vanishing {
      edits.append(
        Edit(
          range: markup.elements[row].range,
          pieces: indices.map { .tag(tags[$0].tag) }, order: indices.first ?? 0))
    }
    let gone = Set(vanishing.values.joined())
    for (paragraph, indices) in byParagraph.sorted(by: { $0.key < $1.key }) {
      let indices = indices.filter { !gone.contains($0) }
      let moves = indices.allSatisfy { tags[$0].isBlock && tags[$0].row == nil || isComment($0) }
      if moves, !indices.isEmpty, holdsOnly(indices, in: paragraph) {
        edits.append(
          Edit(
            range: markup.elements[paragraph].range,
            pieces: indices.filter { !isComment($0) }.map { .tag(tags[$0].tag) },
            order: indices.first ?? 0))
        continue
      }
      for index in indices { place(index) }
    }
    for text in preserved.sorted() {
      edits.append(
        Edit(
          range: markup.elements[text].start,
          pieces: [.text("<\(markup.elements[text].name) xml:space=\"preserve\">")], order: 0))
    }
  }

  private func isComment(_ index: Int) -> Bool { tags[index].tag.kind == .comment }

  private mutating func place(_ index: Int) {
    let tag = tags[index]
    if tag.isBlock {
      replace(index, with: [])
      let edge = markup.elements[tag.row ?? tag.paragraph].range
      let position = tag.tag.opens ? edge.lowerBound : edge.upperBound
      edits.append(
        Edit(range: position..<position, pieces: [.tag(tag.tag)], order: index))
    } else if tag.tag.kind == .variable {
      replace(index, with: [tag.isInField ? .fieldTag(tag.tag) : .tag(tag.tag)])
    } else if tag.tag.kind == .comment {
      replace(index, with: [])
    }
  }

  /// Puts pieces where a tag begins, and takes its bytes out of all texts.
  private mutating func replace(_ index: Int, with pieces: [TemplatePiece]) {
    for (offset, range) in tags[index].ranges.enumerated() {
      edits.append(Edit(range: range, pieces: offset == 0 ? pieces : [], order: index))
    }
    for text in tags[index].texts where markup.attribute("xml:space", of: text) == nil {
      preserved.insert(text)
    }
  }

  /// What is more than text, or begins something, and keeps its paragraph.
  private static let solid: Set<String> = [
    "w:drawing", "w:pict", "w:object", "w:br", "w:tab", "w:sym", "w:fldChar",
    "w:instrText", "w:footnoteReference", "w:endnoteReference", "w:commentReference",
  ]

  /// Whether a paragraph or row holds nothing but tags.
  private func holdsOnly(_ indices: [Int], in element: Int) -> Bool {
    let range = markup.elements[element].range
    let inside = markup.elements.indices.dropFirst(element + 1)
      .prefix { markup.elements[$0].start.lowerBound < range.upperBound }
    guard
      !inside.contains(where: { index in
        let element = markup.elements[index]
        // What stands in a run counts, tabs that the paragraph's properties set do not.
        return element.name == "w:sectPr"
          || Self.solid.contains(element.name) && markup.elements[element.parent].name == "w:r"
      })
    else { return false }
    let taken = indices.flatMap { tags[$0].ranges }.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for text in markup.texts(in: range) {
      for position in text.range where markup.bytes[position] != 0x20 {
        while next < taken.count, taken[next].upperBound <= position { next += 1 }
        guard next < taken.count, taken[next].contains(position) else { return false }
      }
    }
    return true
  }

  /// Rows that hold nothing but tags of sections over rows, with the tags in order.
  private func vanishingRows(_ byParagraph: [Int: [Int]]) -> [Int: [Int]] {
    var byRow: [Int: [Int]] = [:]
    for (index, tag) in tags.enumerated() where tag.takesRow {
      if let row = tag.row { byRow[row, default: []].append(index) }
    }
    return byRow.filter { row, indices in holdsOnly(indices, in: row) }
  }
}
