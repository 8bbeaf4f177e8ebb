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
    let first = view.names.indices.contains(0) ? view.names[0] : ""
    let remarks = remarks
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
      "hasSuppliers": .flag(!subjects.isEmpty), "firstHref": .text(view.address(ofSupplier: 0)),
      "firstText": .text(language.word(.openNamed, ["name": first])),
      "outcomes": .list(ReportVocabulary.outcomes) { ["name": .text(vocabulary.outcome($0))] },
      "suppliers": .list(Array(subjects.indices)) { supplier($0) },
      "matrixStatus": .text(
        language.word(.matrixShown, ["shown": "\(shown)", "total": "\(rows.count)"])),
      "hasRows": .flag(!rows.isEmpty), "hasVisible": .flag(shown > 0),
      "rows": rowValues(rows, isShown),
      "downloads": DownloadList.reports(view.address, language),
    ].merging(filter.values(language, vocabulary)) { own, _ in own }
  }

  /// What was noticed about manifests and the buyer's documents.
  private var remarks: [String] {
    view.stored.findings.filter { $0.severity != .note }.map { finding in
      let place = finding.place.map { "\($0.path), \(vocabulary.line($0.line)): " } ?? ""
      return place + finding.message
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
    if assessment.certainty == .check { notes.append(vocabulary.certainty(.check)) }
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
