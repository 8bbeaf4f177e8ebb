internal import AktsamReading
internal import AktsamReports
internal import AktsamText

/// Places as pages show them: a file below the supplier's folder, without the part of an office file that
/// nobody opens. Reports that are downloaded keep the whole.
struct ShownPlaces: Sendable {
  /// What the supplier's own paths begin with.
  private let own: String
  /// What the paths of the buyer's documents beside it begin with.
  private let outer: String

  /// Creates the places of a supplier.
  ///
  /// - Parameter name: the name of the subject, which is the path of its folder or file.
  init(of name: String) {
    own = name + "/"
    outer = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }

  /// Returns a path as it is shown.
  func path(_ path: String) -> String {
    for folder in [own, outer] where !folder.isEmpty && path.hasPrefix(folder) {
      return String(path.dropFirst(folder.count))
    }
    return path
  }

  /// Returns a place as it is shown.
  func place(_ place: Place) -> Place {
    var place = place
    place.path = path(place.path)
    place.part = Self.part(place.part)
    return place
  }

  /// Returns a subject whose places are as they are shown.
  func subject(_ subject: Report.Subject) -> Report.Subject {
    var subject = subject
    for index in subject.inputs.indices {
      subject.inputs[index].path = path(subject.inputs[index].path)
    }
    for index in subject.assessments.indices {
      for number in subject.assessments[index].evidence.indices {
        let place = subject.assessments[index].evidence[number].place
        subject.assessments[index].evidence[number].place = self.place(place)
      }
      subject.assessments[index].demandedBy =
        subject.assessments[index].demandedBy?.map { place($0) }
    }
    for index in subject.findings.indices {
      subject.findings[index].place = subject.findings[index].place.map { place($0) }
    }
    return subject
  }

  /// The member of a zip file that somebody packed; the parts that an office file is made of are left out.
  static func part(_ part: String) -> String {
    var members = part.components(separatedBy: "!/")
    guard let last = members.last else { return part }
    let isInside =
      ["word/", "xl/", "ppt/"].contains { last.hasPrefix($0) }
      || last == "content.xml" || last == "styles.xml"
    if isInside { members.removeLast() }
    return members.joined(separator: "!/")
  }
}

extension String {
  /// Returns the parts between occurrences of a text.
  fileprivate func components(separatedBy mark: String) -> [String] {
    var result = [""]
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(mark) {
        result.append("")
        rest = rest.dropFirst(mark.count)
      } else {
        result[result.count - 1].append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
