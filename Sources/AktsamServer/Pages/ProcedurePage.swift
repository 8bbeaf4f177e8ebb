internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports
internal import AktsamText
internal import Hummingbird

/// A procedure: its suppliers, and the matrix of requirements and suppliers.
struct ProcedurePage: Sendable {
  let view: ProcedureView
  let filter: MatrixFilter
  private let vocabulary: ReportVocabulary
  private let steps: [String: Int]

  init(_ view: ProcedureView, filter: MatrixFilter) {
    self.view = view
    self.filter = filter
    vocabulary = view.language.vocabulary
    steps = Dictionary(
      view.report.header.library.requirements.map { ($0.id, $0.step) },
      uniquingKeysWith: { first, _ in first })
  }

  private var language: PageLanguage { view.language }
  private var subjects: [Report.Subject] { view.report.subjects }

  var frame: PageFrame {
    var frame = PageFrame(view.name)
    frame.trail = PageTrail(
      step: .matrix, procedure: view.address,
      supplier: subjects.isEmpty ? "" : view.address(ofSupplier: 0))
    return frame
  }

  var values: [String: PageValue] {
    let rows = Matrix(view.report).rows
    let isShown = rows.map { filter.shows($0, step: steps[$0.requirement] ?? 0) }
    let shown = isShown.count { $0 }
    let gaps = subjects.reduce(0) { $0 + $1.assessments.count(where: \.isGap) }
    let first = subjects.firstIndex { !$0.isUnread }
    let remarks = remarks
    let unread = unread
    return [
      "id": .text(view.stored.id), "name": .text(view.name), "href": .text(view.address),
      "profile": .text(view.profile),
      "summary": .text(
        language.word(
          .procedureSummary,
          [
            "suppliers": "\(subjects.count)", "requirements": "\(rows.count)", "gaps": "\(gaps)",
          ])),
      "hasRemarks": .flag(!remarks.isEmpty), "remarks": .list(remarks) { .text($0) },
      "remarksTitle": .text(language.word(.remarksTitle, ["count": "\(remarks.count)"])),
      "canOpen": .flag(first != nil),
      "firstHref": .text(first.map { view.address(ofSupplier: $0) } ?? ""),
      "firstText": .text(
        first.map { language.word(.openNamed, ["name": view.names[$0]]) } ?? ""),
      "hasUnread": .flag(!unread.isEmpty),
      "notRead": .text(language.word(first == nil ? .nothingReadTitle : .notReadTitle)),
      "unread": .list(unread),
      "outcomes": .list(ReportVocabulary.outcomes) { ["name": .text(vocabulary.outcome($0))] },
      "suppliers": .list(Array(subjects.indices)) { supplier($0) },
      "matrixStatus": .text(
        language.word(.matrixShown, ["shown": "\(shown)", "total": "\(rows.count)"])),
      "hasRows": .flag(!rows.isEmpty),
      "hasVisible": .flag(shown > 0),
      "rows": rowValues(rows, isShown),
      "downloads": DownloadList.reports(view.address, language),
    ].merging(filter.values(language, vocabulary)) { own, _ in own }
  }

  /// What was noticed about manifests and the buyer's documents, and zip files that may be more than one
  /// supplier's.
  private var remarks: [String] {
    let noticed = view.stored.findings.filter { $0.severity != .note }.map { finding in
      let place = finding.place.map { "\($0.path), \(vocabulary.line($0.line)): " } ?? ""
      return place + vocabulary.finding(finding)
    }
    let packed = subjects.indices.filter { Self.holdsSeveralFolders(subjects[$0]) }.map {
      language.word(.zipSeveral, ["name": view.names[$0]])
    }
    return noticed + packed
  }

  /// Whether a supplier is one zip file with several folders side by side.
  private static func holdsSeveralFolders(_ subject: Report.Subject) -> Bool {
    guard Set(subject.inputs.map(\.path)).count == 1 else { return false }
    var paths = subject.inputs.map { $0.part.split(separator: "/") }
    guard paths.allSatisfy({ !$0.isEmpty }) else { return false }
    // A folder that holds everything is not one of several.
    if let first = paths.first?.first, paths.allSatisfy({ $0.count > 1 && $0.first == first }) {
      paths = paths.map { Array($0.dropFirst()) }
    }
    return Set(paths.filter { $0.count > 1 }.compactMap(\.first)).count > 1
  }

  /// What could not be read, by supplier.
  private var unread: [PageValue] {
    subjects.indices.flatMap { index in
      subjects[index].unreadRemarks(language).map { remark in
        [
          "name": .text(view.names[index]), "href": .text(view.address(ofSupplier: index)),
          "text": .text(remark),
        ]
      }
    }
  }

  private func supplier(_ index: Int) -> PageValue {
    let demanded = subjects[index].assessments.filter(\.isDemanded)
    return [
      "number": .number(index + 1), "name": .text(view.names[index]),
      "href": .text(view.address(ofSupplier: index)),
      "counts": .list(ReportVocabulary.outcomes) { outcome in
        .number(demanded.count { $0.outcome == outcome })
      },
      "unsure": .number(demanded.count { $0.certainty == .check }),
      "gaps": .number(demanded.count(where: \.isGap)),
      "isUnread": .flag(subjects[index].isUnread),
      "isPartlyRead": .flag(
        !subjects[index].isUnread && !subjects[index].unreadRemarks(language).isEmpty),
    ]
  }

  private func rowValues(_ rows: [Matrix.Row], _ isShown: [Bool]) -> PageValue {
    let positions = subjects.map { subject in
      Dictionary(
        subject.assessments.enumerated().map { ($0.element.requirement, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
    return .list(Array(zip(rows, isShown))) { row, isShown in
      let outcomes = Set(row.cells.compactMap { $0?.outcome.rawValue }).sorted()
      let isUnsure = row.cells.contains { $0?.certainty == .check }
      return [
        "id": .text(row.requirement), "number": .text(row.number),
        "title": .text(view.title(row.requirement)), "level": .text(row.level?.rawValue ?? ""),
        "step": .number(steps[row.requirement] ?? 0),
        "outcomes": .text(outcomes.joined(separator: " ")), "check": .text(isUnsure ? "1" : "0"),
        "isHidden": .flag(!isShown),
        "note": .text(row.isDemanded == false ? vocabulary.dialogueOnly : ""),
        "cells": .list(Array(row.cells.enumerated())) { index, assessment in
          cell(assessment, index, positions[index][row.requirement])
        },
      ]
    }
  }

  private func cell(_ assessment: Assessment?, _ index: Int, _ position: Int?) -> PageValue {
    guard let assessment, let position else {
      return ["href": "", "outcome": "", "text": "", "note": ""]
    }
    var notes: [String] = []
    if assessment.certainty == .check { notes.append(language.word(.toCheck)) }
    if assessment.decision != nil { notes.append(language.word(.decidedShort)) }
    let outcome = assessment.outcome
    return [
      "href": "\(view.address(ofSupplier: index))#\(HTMLReport.anchor(finding: position))",
      "outcome": .text(outcome.rawValue),
      "text": .text("\(vocabulary.sign(outcome)) \(vocabulary.outcome(outcome))"),
      "note": .text(notes.joined(separator: ", ")),
    ]
  }
}
