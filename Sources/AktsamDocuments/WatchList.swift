internal import AktsamText

/// A buyer's list of countries and regions that it looks at closely, with the reason for each: lines of
/// comma-separated values (RFC 4180) `country,region,reason`.
package struct WatchList: Sendable, Hashable {
  /// One line.
  package struct Entry: Sendable, Hashable {
    /// The country, by its two letters (ISO 3166-1) or as written in the responses; empty = any.
    package var country: String
    /// The region; empty = the whole country.
    package var region: String
    /// Why.
    package var reason: String
  }

  /// The entries in the order of the file.
  package var entries: [Entry]

  /// Reads a list; a first line of headings is passed over.
  ///
  /// - Parameter bytes: the file, UTF-8.
  /// - Returns: the list, and the 1-based lines that are no entry.
  package static func read(_ bytes: [UInt8]) -> (list: WatchList, faults: [Int]) {
    var entries: [Entry] = []
    var faults: [Int] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let cells = cells(of: line)
      if cells.allSatisfy(\.isEmpty) { continue }
      if index == 0, cells.first?.lowercased() == "country" { continue }
      guard cells.count >= 2, !cells[0].isEmpty || !cells[1].isEmpty else {
        faults.append(index + 1)
        continue
      }
      entries.append(
        Entry(country: cells[0], region: cells[1], reason: cells.count > 2 ? cells[2] : ""))
    }
    return (WatchList(entries: entries), faults)
  }

  /// The cells of a line; a cell in quotation marks may hold commas, two marks stand for one.
  private static func cells(of line: Substring) -> [String] {
    var result = [""]
    var isQuoted = false
    var position = line.startIndex
    while position < line.endIndex {
      let character = line[position]
      let next = line.index(after: position)
      if character == "\"" {
        if isQuoted, next < line.endIndex, line[next] == "\"" {
          result[result.count - 1].append("\"")
          position = next
        } else {
          isQuoted.toggle()
        }
      } else if character == ",", !isQuoted {
        result.append("")
      } else {
        result[result.count - 1].append(character)
      }
      position = line.index(after: position)
    }
    return result.map { trimmed($0) }
  }

  /// Returns the first entry that a site falls under, or nil.
  package func entry(for site: Site) -> Entry? {
    entries.first { entry in
      let isCountry =
        entry.country.isEmpty || entry.country.lowercased() == site.country.lowercased()
      guard !entry.region.isEmpty else { return isCountry && !entry.country.isEmpty }
      let region = entry.region.lowercased()
      return isCountry
        && (site.region.lowercased().contains(region) || site.place.lowercased().contains(region))
    }
  }
}
