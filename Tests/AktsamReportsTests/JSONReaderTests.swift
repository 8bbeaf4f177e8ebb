import AktsamReports
import AktsamTestSupport
import Testing

@Suite struct JSONReaderTests {
  private static func read(_ text: String) -> JSONValue? { JSONValue.read(Array(text.utf8)) }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)), (" 12 ", .int(12)),
      ("-0", .int(0)), ("9223372036854775807", .int(Int.max)), ("1.5", .double(1.5)),
      ("-2e3", .double(-2000)), ("1E+2", .double(100)), ("[]", .array([])), ("{}", .object([])),
      ("[1, [\"\"]]", .array([.int(1), .array([.string("")])])),
      ("{\"a\" : {\"b\":null}}", .object([("a", .object([("b", .null)]))])),
      ("\"å😀\"", .string("å😀")),
      (#""\"\\\/\b\f\n\r\t\u00e5\u00E5""#, .string("\"\\/\u{8}\u{C}\n\r\tåå")),
      (#""\ud83d\ude00x""#, .string("😀x")), (#""\ud83d""#, .string("\u{FFFD}")),
      (#""\ude00""#, .string("\u{FFFD}")), (#""\ud83d\u0041""#, .string("\u{FFFD}A")),
      (#""\ud83d\n""#, .string("\u{FFFD}\n")), ("\"\u{7F}\"", .string("\u{7F}")),
    ] as [(String, JSONValue)])
  func values(text: String, value: JSONValue) {
    #expect(Self.read(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "+1", "01", "1.", ".5", "1e", "--1", "-", "[", "[1", "[1,", "[1,]",
    "[,]",
    "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}", "{1:1}", "\"", "\"\\", "\"\\x\"",
    "\"\\u12\"", "\"\\u12G4\"", "\"\n\"", "1 2", "[1 2]", "{\"a\" 1}", "\u{FEFF}1", "'a'",
    "99999999999999999999999e", "\"\\ud83d\\u\"",
  ])
  func whatIsNoJSON(text: String) {
    #expect(Self.read(text) == nil)
  }

  @Test func depthIsBounded() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(Self.read(nested(256)) != nil)
    #expect(Self.read(nested(257)) == nil)
    #expect(Self.read(nested(1_000_000)) == nil)
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    #expect(JSONValue.read([0x22, 0xFF, 0x22]) == .string("\u{FFFD}"))
  }

  /// What is written is read back.
  @Test func valuesComeBack() throws {
    var random = SeededRandom(seed: 5)
    func value(_ depth: Int) -> JSONValue {
      switch random.below(depth > 0 ? 7 : 5) {
      case 0: .null
      case 1: .bool(random.below(2) == 0)
      case 2: .int(random.below(2_000_000) - 1_000_000)
      case 3: .double(Double(random.below(1_000)) / 8)
      case 4:
        .string(
          String(
            (0..<random.below(12)).map { _ in
              Character(Unicode.Scalar(UInt32(random.below(0xD7FF))) ?? "x")
            }))
      case 5: .array((0..<random.below(4)).map { _ in value(depth - 1) })
      default: .object((0..<random.below(4)).map { ("\($0)\"", value(depth - 1)) })
      }
    }
    for _ in 0..<500 {
      let made = value(4)
      for pretty in [false, true] {
        #expect(JSONValue.read(made.serialized(pretty: pretty)) == made)
      }
    }
  }
}
