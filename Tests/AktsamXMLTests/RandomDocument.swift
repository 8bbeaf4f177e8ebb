import AktsamTestSupport

/// A random well-formed document that knows what a reader must find in it.
struct RandomDocument {
  struct Element: Equatable {
    var name: String
    var source: Range<Int>
    var text: Range<Int>
    var path: String
  }
  struct Attribute: Equatable {
    var name: String
    var value: [UInt8]
    var source: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var text: [UInt8] = []
  /// In document order.
  private(set) var elements: [Element] = []
  private(set) var attributes: [Attribute] = []
  private var random: SeededRandom
  /// Kept from the last piece, so that no two pieces make a CR LF or a `]]>` together.
  private var lastByte: UInt8 = 0

  private static let prologs = [
    "", "\u{FEFF}", "<?xml version='1.0'?>\r\n", "\u{FEFF}<?xml version=\"1.0\"?><!-- <x> -->\n",
    "<!-- å --><?pi <a>?>",
  ]
  static let entities = [("co", "Exempel AB"), ("abc", "vwxyz"), ("nest", "[Exempel AB & å]")]
  private static let documentType =
    "<!DOCTYPE r [<!ENTITY co 'Exempel AB'><!ENTITY abc 'vwxyz'>\n"
    + "<!ENTITY nest '[&co; &#38;#38; &#229;]'><?pi x?><!-- <!ENTITY -->]>\n"

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    write(Self.prologs[random.below(Self.prologs.count)])
    write(Self.documentType)
    element("r", depth: 0, path: "/r[1]")
    write(["", "\n", "<!-- end -->", "\r\n<?end?>"][random.below(4)])
  }

  private mutating func write(_ string: String) {
    bytes += Array(string.utf8)
    if let last = string.utf8.last { lastByte = last }
  }

  private mutating func element(_ name: String, depth: Int, path: String) {
    let index = elements.count
    let start = bytes.count
    let textStart = text.count
    elements.append(Element(name: name, source: 0..<0, text: 0..<0, path: path))
    write("<\(name)")
    for key in ["k", "p:l", "m"] where random.below(3) == 0 { attribute(key) }
    write(["", " ", "\r\n"][random.below(3)])
    if random.below(5) == 0 {
      write("/>")
    } else {
      write(">")
      var counts: [String: Int] = [:]
      for _ in 0..<random.below(depth == 0 ? 12 : 6) {
        if depth < 6, random.below(3) == 0 {
          let child = ["a", "b", "c"][random.below(3)]
          counts[child, default: 0] += 1
          element(child, depth: depth + 1, path: "\(path)/\(child)[\(counts[child] ?? 0)]")
        } else {
          piece()
        }
      }
      write("</\(name)\(["", " "][random.below(2)])>")
    }
    elements[index].source = start..<bytes.count
    elements[index].text = textStart..<text.count
  }

  private mutating func attribute(_ key: String) {
    let quote = ["'", "\""][random.below(2)]
    let prefix = key.hasPrefix("p:") ? " xmlns:p='urn:å' " : " "
    write("\(prefix)\(key)\(["=", " = "][random.below(2)])\(quote)")
    let start = bytes.count
    var value = ""
    for _ in 0..<random.below(4) {
      let pieces = [
        ("x>y", "x>y"), ("å€", "å€"), ("&amp;", "&"), ("&#x1F600;", "\u{1F600}"), ("\t", " "),
        ("\r\nz", " z"), ("&co;", "Exempel AB"), ("&nest;", "[Exempel AB & å]"), ("\n", " "),
      ]
      let (written, read) = pieces[random.below(pieces.count)]
      write(written)
      value += read
    }
    attributes.append(
      Attribute(
        name: String(key.split(separator: ":").last ?? ""), value: Array(value.utf8),
        source: start..<bytes.count))
    write(quote)
  }

  private mutating func piece() {
    var pieces = [
      ("text", "text"), ("blåbär", "blåbär"), ("€\u{1F600}", "€\u{1F600}"), (" ", " "),
      ("\r\n", "\n"), ("x\r\r\ny", "x\n\ny"), ("\t\r", "\t\n"), ("&lt;", "<"), ("&amp;", "&"),
      ("&#229;", "å"), ("&#x20AC;", "€"), ("&#13;", "\r"), ("<![CDATA[<&lt;\r\n>]]>", "<&lt;\n>"),
      ("<![CDATA[]]>", ""), ("<![CDATA[å]\r]]>", "å]\n"), ("<!-- <a> & å -->", ""),
      ("<?pi <a> ?>", ""),
      (String(repeating: "lång ", count: 70), String(repeating: "lång ", count: 70)),
    ]
    pieces += Self.entities.map { ("&\($0.0);", $0.1) }
    let (written, read) = pieces[random.below(pieces.count)]
    if lastByte == 0x0D, written.first?.isNewline == true { return }
    if lastByte == 0x0D, written.hasPrefix("\n") { return }
    write(written)
    text += Array(read.utf8)
  }
}
