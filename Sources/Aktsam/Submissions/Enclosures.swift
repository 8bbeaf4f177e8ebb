internal import AktsamDocuments
internal import AktsamText

/// Holds what the documents of a submission say is enclosed against what was handed in: files with their
/// hashes, evidence by its path, annexes by their number.
struct Enclosures {
  private let parsed: [ParsedInput]
  /// The hash of each file, by its name without folders, in lower case.
  private let hashes: [String: String]
  /// The annexes that file names and headings announce, as `annex 7`.
  private let annexes: Set<String>

  init(_ parsed: [ParsedInput]) {
    self.parsed = parsed
    hashes = Dictionary(
      parsed.map { (Self.name($0.file.pathWithPart), $0.sha256) },
      uniquingKeysWith: { first, _ in first })
    var annexes: Set<String> = []
    for input in parsed {
      annexes.formUnion(Self.annexes(in: Array(Self.name(input.file.pathWithPart).utf8)).map(\.id))
      guard let document = input.document else { continue }
      for block in document.blocks where block.kind == .heading || block.kind == .caption {
        let heading = Array(document.text[block.text])
        annexes.formUnion(Self.annexes(in: heading).filter { $0.range.lowerBound == 0 }.map(\.id))
      }
    }
    self.annexes = annexes
  }

  /// Returns what a document names that is not as it says.
  func findings(for document: Document) -> [Finding] {
    document.attachments.compactMap { finding($0) } + evidence(of: document)
      + missingAnnexes(of: document)
  }

  private func finding(_ attachment: Attachment) -> Finding? {
    guard attachment.location.isEmpty, !attachment.name.isEmpty else { return nil }
    guard let hash = hashes[attachment.name.lowercased()] else {
      return Finding(
        rule: SubmissionMessages.absentRule, severity: .note,
        message: SubmissionMessages.absent(attachment.name), place: attachment.place)
    }
    guard attachment.algorithm == .sha256, !attachment.hash.isEmpty, !hash.isEmpty,
      attachment.hash != hash
    else { return nil }
    return Finding(
      rule: SubmissionMessages.hashRule, severity: .warning,
      message: SubmissionMessages.otherHash(attachment.name), place: attachment.place)
  }

  private func evidence(of document: Document) -> [Finding] {
    document.questions.flatMap(\.evidence).compactMap { reference in
      let name = Self.name(reference.location)
      guard !name.isEmpty, !reference.location.contains(":"), hashes[name] == nil,
        document.blocks.indices.contains(Int(reference.block))
      else { return nil }
      let block = document.blocks[Int(reference.block)]
      return Finding(
        rule: SubmissionMessages.absentRule, severity: .note,
        message: SubmissionMessages.absent(reference.location),
        place: document.place(of: block.text, element: block.element))
    }
  }

  /// The annexes that a supplier's text refers to by number and that nothing announces, each once.
  private func missingAnnexes(of document: Document) -> [Finding] {
    guard !document.role.isBuyers else { return [] }
    var seen: Set<String> = []
    return document.blocks.filter(\.kind.canBeEvidence).flatMap { block in
      Self.annexes(in: document.text, block.text).compactMap { annex in
        guard !annexes.contains(annex.id), seen.insert(annex.id).inserted else { return nil }
        return Finding(
          rule: SubmissionMessages.absentRule, severity: .note,
          message: SubmissionMessages.absent(document.string(annex.range)),
          place: document.place(of: annex.range, element: block.element))
      }
    }
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map { $0.lowercased() } ?? ""
  }

  /// What an annex is called in English, Swedish, Norwegian and Danish.
  private static let words: [[UInt8]] = [
    "annex", "appendix", "attachment", "enclosure", "bilaga", "vedlegg", "bilag",
  ].map { Array($0.utf8) }

  /// Returns the annexes that a text names by a number or a capital letter.
  static func annexes(
    in text: [UInt8], _ range: Range<Int>? = nil
  ) -> [(id: String, range: Range<Int>)] {
    let range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
    var result: [(id: String, range: Range<Int>)] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard isLetter(text[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < range.upperBound, isLetter(text[position]) { position += 1 }
      let word = text[start..<position]
      guard words.contains(where: { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }) else {
        continue
      }
      var mark = position
      while mark < range.upperBound, mark < position + 2, " -_".utf8.contains(text[mark]) {
        mark += 1
      }
      var end = mark
      while end < range.upperBound, (0x30...0x39).contains(text[end]) { end += 1 }
      if end == mark, mark < range.upperBound, (0x41...0x5A).contains(text[mark]),
        mark + 1 == range.upperBound || !isLetter(text[mark + 1])
      {
        end = mark + 1
      }
      guard mark > position, end > mark, end - mark <= 3 else { continue }
      let number = String(decoding: text[mark..<end], as: UTF8.self).lowercased()
      result.append((id: "annex \(number)", range: start..<end))
      position = end
    }
    return result
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}
