internal import Glibc

/// The result of decoding: UTF-8, and what could not be decoded.
struct DecodedText {
  /// Valid UTF-8.
  var bytes: [UInt8] = []
  /// The encoding that was read, in lower case.
  var encoding: String
  /// How many ill-formed sequences were replaced by U+FFFD.
  var invalidCount = 0
  /// The byte offset in ``bytes`` of the first replacement.
  var firstInvalid = 0
  /// How many well-formed sequences of two and more bytes were seen; only counted for UTF-8 with
  /// ill-formed sequences.
  var multibyteCount = 0

  init(encoding: String) {
    self.encoding = encoding
  }

  mutating func replaceInvalid() {
    if invalidCount == 0 { firstInvalid = bytes.count }
    invalidCount += 1
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      bytes.append(UInt8(scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

extension TextDecoding {
  /// Keeps valid UTF-8 as it is; otherwise replaces each ill-formed sequence, as the Unicode
  /// standard recommends (chapter 3, "U+FFFD substitution of maximal subparts").
  static func decodeUTF8(_ bytes: [UInt8]) -> DecodedText {
    var result = DecodedText(encoding: "utf-8")
    if (try? UTF8Span(validating: bytes.span)) != nil {
      result.bytes = bytes
      return result
    }
    result.bytes.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      let length = wellFormedLength(bytes, at: index)
      if length > 0 {
        if length > 1 { result.multibyteCount += 1 }
        result.bytes.append(contentsOf: bytes[index..<(index + length)])
        index += length
      } else {
        result.replaceInvalid()
        index += -length
      }
    }
    return result
  }

  /// Returns the length of the sequence at `index`; negative when it is ill-formed: the length of
  /// its maximal subpart (Unicode standard, table 3-7).
  private static func wellFormedLength(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    var range: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, range) = (3, 0xA0...0xBF)
    case 0xED: (length, range) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, range) = (4, 0x90...0xBF)
    case 0xF4: (length, range) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return -1
    }
    for step in 1..<length {
      guard index + step < bytes.count, range.contains(bytes[index + step]) else { return -step }
      range = 0x80...0xBF
    }
    return length
  }

  static func decodeUTF16(_ bytes: [UInt8], from skip: Int, bigEndian: Bool) -> DecodedText {
    var result = DecodedText(encoding: bigEndian ? "utf-16be" : "utf-16le")
    result.bytes.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    func unit(_ index: Int) -> UInt32 {
      let (high, low) = bigEndian ? (index, index + 1) : (index + 1, index)
      return UInt32(bytes[high]) << 8 | UInt32(bytes[low])
    }
    var index = skip
    while index + 1 < bytes.count {
      let first = unit(index)
      index += 2
      if let scalar = Unicode.Scalar(first) {
        result.append(scalar)
        continue
      }
      if first < 0xDC00, index + 1 < bytes.count {
        let second = unit(index)
        if second >= 0xDC00, second <= 0xDFFF,
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        {
          result.append(scalar)
          index += 2
          continue
        }
      }
      result.replaceInvalid()
    }
    if index < bytes.count { result.replaceInvalid() }
    return result
  }

  static func decodeUTF32(_ bytes: [UInt8], from skip: Int, bigEndian: Bool) -> DecodedText {
    var result = DecodedText(encoding: bigEndian ? "utf-32be" : "utf-32le")
    var index = skip
    while index + 3 < bytes.count {
      var value: UInt32 = 0
      for step in 0..<4 {
        value = value << 8 | UInt32(bytes[bigEndian ? index + step : index + 3 - step])
      }
      if let scalar = Unicode.Scalar(value) {
        result.append(scalar)
      } else {
        result.replaceInvalid()
      }
      index += 4
    }
    if index < bytes.count { result.replaceInvalid() }
    return result
  }

  /// Whether an encoding, by its name in lower case, is one of the families that ``convert`` takes.
  ///
  /// All of them give a byte one character, whatever stands around it. glibc knows a thousand names
  /// more: its stateful converters have been a source of endless loops, UTF-7 hides markup in plain
  /// letters, and names such as "char" or a "//" suffix mean what no document can mean.
  static func isByteEncoding(_ name: String) -> Bool {
    let families = [
      "iso-8859-", "iso8859-", "iso_8859-", "windows-12", "windows-874", "cp12", "cp437", "cp850",
      "cp865", "ibm437", "ibm850", "ibm865", "koi8-", "latin", "l1", "macintosh",
    ]
    guard let family = families.first(where: { name.hasPrefix($0) }) else { return false }
    let rest = name.utf8.dropFirst(family.utf8.count)
    return rest.count <= 8
      && rest.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-_:".utf8.contains($0)
      }
  }

  /// Converts by the C library's `iconv`; nil when it doesn't know the encoding, or is not to be
  /// asked.
  static func convert(_ bytes: [UInt8], from encoding: String) -> DecodedText? {
    guard isByteEncoding(encoding),
      let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var result = DecodedText(encoding: encoding)
    result.bytes.reserveCapacity(bytes.count + bytes.count / 8)
    var input = bytes
    var output = [CChar](repeating: 0, count: 65_536)
    input.withUnsafeMutableBytes { inputBuffer in
      output.withUnsafeMutableBytes { outputBuffer in
        var from = inputBuffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = inputBuffer.count
        while left > 0 {
          var to = outputBuffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = outputBuffer.count
          let status = iconv(converter, &from, &left, &to, &room)
          let reason = errno
          result.bytes.append(contentsOf: outputBuffer.prefix(outputBuffer.count - room))
          guard status == -1, reason != E2BIG else { continue }
          // EILSEQ: an invalid sequence; EINVAL: one cut off by the end of the input.
          result.replaceInvalid()
          from = from.map { $0 + 1 }
          left -= 1
        }
      }
    }
    return result
  }
}
