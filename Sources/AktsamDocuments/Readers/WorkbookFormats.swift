import AktsamXML

/// How numbers are shown: as days, times, shares or plain (ECMA-376 part 1, 18.8.30 and 18.8.31).
struct WorkbookFormats {
  /// What a number format makes of a number.
  private enum Shape {
    case plain, day, time, percent
  }

  private var shapes: [Shape] = []
  private var since1904 = false

  /// Creates formats that show every number as it is stored.
  init() {}

  /// Takes the formats of a styles part.
  ///
  /// - Parameters:
  ///   - xml: the part, or nil when there is none.
  ///   - since1904: whether days are counted from 1904.
  init(_ xml: XMLDocument?, since1904: Bool) {
    self.since1904 = since1904
    guard let xml, let root = xml.root else { return }
    var codes: [Int: String] = [:]
    if let formats = xml.firstChild(of: root, named: "numFmts") {
      for format in xml.childElements(of: formats, named: "numFmt") {
        guard let id = xml.attribute("numFmtId", of: format).flatMap({ Int($0) }) else { continue }
        codes[id] = xml.attribute("formatCode", of: format) ?? ""
      }
    }
    guard let cells = xml.firstChild(of: root, named: "cellXfs") else { return }
    for cell in xml.childElements(of: cells, named: "xf") {
      let id = xml.attribute("numFmtId", of: cell).flatMap { Int($0) } ?? 0
      shapes.append(codes[id].map(Self.shape(ofCode:)) ?? Self.shape(ofBuiltIn: id))
    }
  }

  /// Returns what a stored number shows.
  ///
  /// - Parameters:
  ///   - written: the number as stored.
  ///   - style: the index of the cell's style.
  /// - Returns: the text; the number itself where its form is not known.
  func shown(_ written: String, style: Int) -> String {
    guard let number = Double(written), number.isFinite, abs(number) < 1e12 else { return written }
    switch shapes.indices.contains(style) ? shapes[style] : .plain {
    case .plain: return written.utf8.count > 12 ? Self.short(number) : written
    case .percent: return Self.short(number * 100) + "%"
    case .time: return Self.time(number)
    case .day:
      return number < 1 ? Self.time(number) : day(Int(number)) ?? written
    }
  }

  private static func shape(ofBuiltIn id: Int) -> Shape {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: .day
    case 18...21, 32, 33, 45...47, 55, 56: .time
    default: .plain
    }
  }

  /// The letters of a format code, those in quotation marks and brackets left out.
  private static func shape(ofCode code: String) -> Shape {
    var letters: Set<UInt8> = []
    var closing: UInt8 = 0
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
      } else if closing != 0 {
        if byte == closing { closing = 0 }
      } else if byte == UInt8(ascii: "\"") {
        closing = byte
      } else if byte == UInt8(ascii: "[") {
        closing = UInt8(ascii: "]")
      } else if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "_") {
        isEscaped = true
      } else if byte == UInt8(ascii: ";") {
        break
      } else {
        letters.insert(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    if code.lowercased() == "general" { return .plain }
    if letters.contains(UInt8(ascii: "y")) || letters.contains(UInt8(ascii: "d")) { return .day }
    if letters.contains(UInt8(ascii: "h")) { return .time }
    return letters.contains(UInt8(ascii: "%")) ? .percent : .plain
  }

  /// The number to ten decimals, as programs show what binary fractions blur.
  private static func short(_ number: Double) -> String {
    let rounded = (number * 1e10).rounded() / 1e10
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return "\(Int(rounded))" }
    return "\(rounded)"
  }

  private static func time(_ number: Double) -> String {
    let minutes = Int(((number - number.rounded(.down)) * 1440).rounded()) % 1440
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// The day with a serial number, `yyyy-mm-dd`.
  private func day(_ serial: Int) -> String? {
    guard (0...2_958_465).contains(serial) else { return nil }
    // Day 60 is the 29th of February 1900, which there was not; days before it are one later.
    let offset = since1904 ? 24_107 : serial < 60 ? 25_568 : 25_569
    // Days since 1970 to a date of the proleptic calendar, by eras of 400 years.
    let shifted = serial - offset + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let date = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = "\(value)"
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))"
  }
}
