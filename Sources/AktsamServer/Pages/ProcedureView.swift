internal import AktsamClauses
internal import AktsamReading
internal import AktsamReports
internal import AktsamText
internal import Hummingbird

/// A procedure that was read, as pages show it: in one language, with what the register knows.
struct ProcedureView: Sendable {
  /// The procedure as it is kept; its report is what was read, without decisions of people.
  let stored: StoredProcedure
  /// What was read.
  let read: Report
  /// The report with what the register knows.
  let report: Report
  /// The language of the page.
  let language: PageLanguage
  /// The suppliers' names, each once.
  let names: [String]

  /// Looks a procedure up.
  ///
  /// - Returns: the view; nil while it is being read, or when it could not be.
  /// - Throws: ``Problem`` when there is no such procedure.
  static func find(
    _ server: ServerContext, _ context: ServerRequestContext
  ) async throws -> (stored: StoredProcedure, view: ProcedureView?) {
    guard let stored = await server.workspace.procedure(context.parameter("id")) else {
      throw Problem.notFound("there is no such procedure")
    }
    guard case .done = stored.state, let report = stored.report else { return (stored, nil) }
    return (
      stored, try await ProcedureView(stored, report, server, language: context.language)
    )
  }

  /// Creates the view of a procedure that was read.
  init(
    _ stored: StoredProcedure, _ read: Report, _ server: ServerContext, language: PageLanguage
  ) async throws {
    self.stored = stored
    self.language = language
    self.read = read
    var report = try await server.known(read)
    report.header.language = language.rawValue
    self.report = report
    names = Self.names(report)
  }

  /// The name: the procedure's own id, or the folder's.
  var name: String {
    report.header.procedure.isEmpty ? stored.title : report.header.procedure
  }

  /// The address.
  var address: String { "/procedures/\(stored.id)" }

  /// The address of a supplier, by its index.
  func address(ofSupplier index: Int) -> String { "\(address)/suppliers/\(index + 1)" }

  /// What the terms are called.
  var profile: String {
    let title = report.header.profile.title[language.rawValue]
    return title.isEmpty ? report.header.profile.id : title
  }

  /// Returns the title of a requirement; its id when the library does not know it.
  func title(_ requirement: String) -> String {
    let title = report.header.library.requirement(requirement)?.title[language.rawValue] ?? ""
    return title.isEmpty ? requirement : title
  }

  /// The party, or where none is known the name of the folder or file; with the whole path where two
  /// would be called the same.
  static func names(_ report: Report) -> [String] {
    let short = report.subjects.map { subject in
      subject.party.isEmpty
        ? subject.name.split(separator: "/").last.map(String.init) ?? subject.name
        : subject.party
    }
    var counts: [String: Int] = [:]
    for name in short { counts[name, default: 0] += 1 }
    return zip(short, report.subjects).map { name, subject in
      if counts[name] == 1 { return name }
      return subject.party.isEmpty ? subject.name : "\(name) (\(subject.name))"
    }
  }
}

extension Report.Subject {
  /// Whether nothing of it could be read.
  var isUnread: Bool { assessments.isEmpty }

  /// What could not be read, in words.
  func unreadRemarks(_ language: PageLanguage) -> [String] {
    let places = ShownPlaces(of: name)
    let vocabulary = language.vocabulary
    return findings.filter { $0.severity == .error }.map { finding in
      // In English the message says it all; in other languages the rule says what kind of thing it is.
      let text =
        language == .en
        ? finding.message.prefix(1).uppercased() + finding.message.dropFirst() + "."
        : vocabulary.finding(finding)
      guard let place = finding.place.map({ places.place($0) }) else { return text }
      let path = place.part.isEmpty ? place.path : "\(place.path)!/\(place.part)"
      return "\(path), \(vocabulary.line(place.line)): \(text)"
    }
  }
}

extension Assessment {
  /// Whether it is something to talk about with the supplier.
  var isGap: Bool { isDemanded && outcome.rank > Outcome.met.rank }
}
