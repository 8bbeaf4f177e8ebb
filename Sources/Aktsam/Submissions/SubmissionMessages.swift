/// The wording of the findings about folders, zip files and manifests.
enum SubmissionMessages {
  static let duplicateRule = "AK0402"
  static let noDemandRule = "AK0403"
  static let otherPartyRule = "AK0404"
  static let namedRule = "AK0405"
  static let emptyRule = "AK0406"
  static let hashRule = "AK0407"
  static let absentRule = "AK0408"
  static let givenUpRule = "AK0409"

  static func duplicate(of path: String) -> String {
    "this is the same file as '\(path)': it is read once"
  }

  static let noDemand =
    "the buyer's documents demand none of the profile's requirements as far as they could be read: "
    + "nothing is judged against them"

  static func otherParty(_ party: String, tenderer: String) -> String {
    "these are the words of \"\(party)\", on whom \"\(tenderer)\" does not formally rely: "
      + "they give at most weak evidence"
  }

  static func named(_ href: String) -> String {
    "the manifest names '\(href)', which is not there"
  }

  static func otherHash(_ name: String) -> String {
    "the file '\(name)' does not have the SHA-256 that is declared for it here: ask for the right one"
  }

  static func absent(_ name: String) -> String {
    "'\(name)' is not found among the files of this submission"
  }

  static func empty(_ path: String) -> String {
    "the folder '\(path)' holds no file to read"
  }

  static func givenUp(after limit: Duration?) -> String {
    let time = limit.map { " after \($0.components.seconds) seconds" } ?? ""
    return "reading was given up\(time): what follows in this document was not read"
  }
}
