internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports

/// A supplier: each requirement with its evidence beside the documents' text, and what people decided.
struct SupplierPage: Sendable {
  /// What stands in the form for a decision.
  struct Draft: Sendable, Hashable {
    var requirement = ""
    var outcome = ""
    var reason = ""
    var by = ""
  }

  let supplier: SupplierView
  let draft: Draft
  /// Whether decisions can be saved.
  let hasRegister: Bool
  private let vocabulary: ReportVocabulary

  init(_ supplier: SupplierView, draft: Draft, hasRegister: Bool) {
    self.supplier = supplier
    self.draft = draft
    self.hasRegister = hasRegister
    vocabulary = supplier.language.vocabulary
  }

  private var language: PageLanguage { supplier.language }
  private var procedure: ProcedureView { supplier.procedure }

  var frame: PageFrame {
    var frame = PageFrame(supplier.name)
    frame.trail = PageTrail(
      step: .supplier, procedure: procedure.address, supplier: supplier.address)
    frame.address = supplier.address
    return frame
  }

  var values: [String: PageValue] {
    let gaps = supplier.subject.assessments.count(where: \.isGap)
    let decisions = decisions
    return [
      "name": .text(supplier.name), "href": .text(supplier.address),
      "procedureHref": .text(procedure.address), "gapsHref": "\(supplier.address)/gaps",
      "nextText": .text(language.word(.supplierNext, ["count": "\(gaps)"])),
      "previous": sibling(-1), "following": sibling(1),
      "hasDecisions": .flag(!decisions.isEmpty), "decisions": .list(decisions),
      "section": .markup(section),
      "isUnread": .flag(supplier.subject.isUnread), "choices": .list(choices),
      "outcomeChoices": .list(Outcome.allCases.filter { $0 != .unread }) {
        [
          "id": .text($0.rawValue), "name": .text(vocabulary.outcome($0)),
          "isChosen": .flag($0.rawValue == draft.outcome),
        ]
      },
      "chosen": .list([chosen].compactMap { $0 }),
      "reason": .text(draft.reason), "by": .text(draft.by),
    ]
  }

  /// The section of the HTML report.
  private var section: String {
    let link = hasRegister ? language.word(.overrideLink) : ""
    return HTMLReport.section(
      supplier.shown, header: supplier.header, documents: supplier.documents,
      heading: language.word(.supplierSection)
    ) { assessment in
      guard !link.isEmpty, assessment.isDemanded else { return nil }
      let id = URLText.encoded(assessment.requirement)
      return (link, "\(supplier.address)?decide=\(id)#override")
    }
  }

  /// What is decided on: as it was read, why, and the first words that it rests on.
  private var chosen: PageValue? {
    let subject = supplier.shown
    guard let index = subject.assessments.firstIndex(where: { $0.requirement == draft.requirement })
    else { return nil }
    let assessment = subject.assessments[index]
    let evidence = assessment.outcome == .missing ? nil : assessment.evidence.first
    return [
      "anchor": .text(HTMLReport.anchor(finding: index)),
      "title": .text(procedure.title(assessment.requirement)),
      "outcome": .text(assessment.outcome.rawValue),
      "outcomeText": .text(
        "\(vocabulary.sign(assessment.outcome)) \(vocabulary.outcome(assessment.outcome))"),
      "why": .text(HTMLReport.reason(assessment, of: subject, header: supplier.header)),
      "quote": .text(evidence?.quote ?? ""),
    ]
  }

  private func sibling(_ distance: Int) -> PageValue {
    let index = supplier.index + distance
    guard procedure.names.indices.contains(index) else { return [] }
    return [
      [
        "href": .text(procedure.address(ofSupplier: index)),
        "name": .text(procedure.names[index]),
      ]
    ]
  }

  private var decisions: [PageValue] {
    supplier.subject.assessments.enumerated().compactMap { index, assessment in
      guard let decision = assessment.decision else { return nil }
      return [
        "id": .text(assessment.requirement), "anchor": .text(HTMLReport.anchor(finding: index)),
        "title": .text(procedure.title(assessment.requirement)),
        "outcome": .text(assessment.outcome.rawValue),
        "outcomeText": .text(vocabulary.outcome(assessment.outcome)),
        "machine": .text(decision.machineOutcome.rawValue),
        "machineText": .text(vocabulary.outcome(decision.machineOutcome)),
        "reason": .text(decision.reason), "by": .text(decision.by), "on": .text(decision.on),
      ]
    }
  }

  /// The requirements that can be decided on: what the buyer's documents do not demand is not entered.
  private var choices: [PageValue] {
    supplier.subject.assessments.enumerated().filter { $0.element.isDemanded }.map {
      index, assessment in
      let title = procedure.title(assessment.requirement)
      return [
        "id": .text(assessment.requirement),
        "isChosen": .flag(assessment.requirement == draft.requirement),
        "text": "\(index + 1). \(title) (\(vocabulary.outcome(assessment.outcome)))",
      ]
    }
  }
}

/// Text in addresses.
enum URLText {
  /// Returns a text percent-encoded for a query or a part of a path.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Returns where a form asks to go back to, when it is a path of this server; else the start page.
  static func local(_ address: String) -> String {
    let bytes = Array(address.utf8.prefix(4_096))
    let isPlain = bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    guard isPlain, bytes.first == UInt8(ascii: "/"), !address.hasPrefix("//") else { return "/" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
