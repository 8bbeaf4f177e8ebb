import AktsamText

/// What is said of notices on TED, of UBL pre-award documents and of CODICE feeds.
enum NoticeMessages {
  static func attachment(_ attachment: Attachment) -> Finding {
    let details = [
      attachment.mediaType,
      attachment.hash.isEmpty ? "" : "\(attachment.algorithm.name) \(attachment.hash)",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let name = attachment.name.isEmpty ? attachment.description : attachment.name
    return Finding(
      rule: "AK0360", severity: .note,
      message: "the document names the file \"\(name)\""
        + (details.isEmpty ? "" : " (\(details))") + ", which is not part of it; check that, too",
      place: attachment.place)
  }

  static func attachments(_ names: [String], place: Place) -> Finding {
    Finding(
      rule: "AK0360", severity: .note,
      message: "the entry names \(names.count) \(names.count == 1 ? "file" : "files"), not part of "
        + "it; check what matters: "
        + names.prefix(mostNames).map { "\"\($0)\"" }.joined(separator: ", ")
        + (names.count > mostNames ? ", …" : ""),
      place: place)
  }

  /// The names that a finding lists at most; all stand in ``Document/attachments``.
  private static let mostNames = 20

  static func selfDeclaration(_ attachment: Attachment, isNamed: Bool) -> Finding {
    Finding(
      rule: "AK0361", severity: .note,
      message: isNamed
        ? "the file \"\(attachment.name)\" is the ESPD of this tender; check it together with this "
          + "document"
        : "the file \"\(attachment.name)\" may be the ESPD, by its type code 916; if so, check it "
          + "together with this document",
      place: attachment.place)
  }

  static func badHash(_ hash: String, of attachment: Attachment) -> Finding {
    Finding(
      rule: "AK0362", severity: .warning,
      message: "the declared hash \"\(hash)\" of the file \"\(attachment.name)\" is not one of "
        + "\(attachment.algorithm.name); the file cannot be verified by it",
      place: attachment.place)
  }

  static func undivided(_ place: Place) -> Finding {
    Finding(
      rule: "AK0363", severity: .note,
      message: "question and answer stand in one text without a question mark at a line's end; all "
        + "of it is read as the answer",
      place: place)
  }

  static func translation(_ language: String, originals: [String], place: Place) -> Finding {
    let list = originals.isEmpty ? "none" : originals.joined(separator: ", ")
    return Finding(
      rule: "AK0364", severity: .note,
      message: "no original of the notice (\(list)) is in a language that is checked; the "
        + "translation \"\(language)\" is read besides, the original decides",
      place: place)
  }

  static func deletedEntry(_ id: String, date: String, place: Place) -> Finding {
    Finding(
      rule: "AK0365", severity: .note,
      message: "the entry \"\(id)\" was deleted from the feed"
        + (date.isEmpty ? "" : " on \(date)") + "; do not rely on an older copy of it",
      place: place)
  }

  static func emptyCondition(_ text: String, field: String, lot: String, place: Place) -> Finding {
    Finding(
      rule: "AK0343", severity: .note,
      message: "the contract condition (\(field))\(lot.isEmpty ? "" : " for \"\(lot)\"") says only "
        + "\"\(text)\"; look for the condition in the procurement documents",
      place: place)
  }
}
