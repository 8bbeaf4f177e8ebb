/// The parts of a document beside its text and styles.
enum DocxParts {
  /// The namespace of word-processing markup.
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  /// The namespace of relations.
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// What kind each part is of.
  static let contentTypes: [UInt8] = {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return OfficeProperties.contentTypes(
      [
        ("/word/document.xml", "\(kind).document.main+xml"),
        ("/word/styles.xml", "\(kind).styles+xml"),
        ("/word/numbering.xml", "\(kind).numbering+xml"),
        ("/word/settings.xml", "\(kind).settings+xml"),
        ("/word/footer1.xml", "\(kind).footer+xml"),
      ] + OfficeProperties.contentTypes)
  }()

  /// The relations of the package.
  static let packageRelations = OfficeProperties.packageRelations(main: "word/document.xml")

  /// Returns the relations of the text: its parts, and the addresses that links lead to.
  static func documentRelations(_ addresses: [String]) -> [UInt8] {
    OfficeProperties.relations(
      [
        ("rIdStyles", "\(relations)/styles", "styles.xml"),
        ("rIdNumbering", "\(relations)/numbering", "numbering.xml"),
        ("rIdSettings", "\(relations)/settings", "settings.xml"),
        ("rIdFooter", "\(relations)/footer", "footer1.xml"),
      ]
        + addresses.enumerated().map {
          (relation($0.offset), "\(relations)/hyperlink", $0.element)
        })
  }

  /// Returns the id of the relation to an address.
  static func relation(_ index: Int) -> String { "rIdLink\(index + 1)" }

  /// Bullets.
  static let numbering: [UInt8] = part("w:numbering") { markup in
    markup.element("w:abstractNum", [("w:abstractNumId", "0")]) { markup in
      markup.empty("w:multiLevelType", [("w:val", "hybridMultilevel")])
      markup.element("w:lvl", [("w:ilvl", "0")]) { markup in
        markup.empty("w:start", [("w:val", "1")])
        markup.empty("w:numFmt", [("w:val", "bullet")])
        markup.empty("w:pStyle", [("w:val", "ListBullet")])
        markup.empty("w:lvlText", [("w:val", "•")])
        markup.empty("w:lvlJc", [("w:val", "left")])
        markup.element("w:pPr") {
          $0.empty("w:ind", [("w:left", "284"), ("w:hanging", "227")])
        }
      }
    }
    markup.element("w:num", [("w:numId", "1")]) {
      $0.empty("w:abstractNumId", [("w:val", "0")])
    }
  }

  /// Returns the settings: contents are built when the document is opened.
  static func settings(language: String) -> [UInt8] {
    part("w:settings") { markup in
      markup.empty("w:defaultTabStop", [("w:val", "709")])
      markup.empty("w:updateFields", [("w:val", "true")])
      markup.element("w:compat") {
        $0.empty(
          "w:compatSetting",
          [
            ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
          ])
      }
      markup.empty("w:themeFontLang", [("w:val", PageWords.locale(language))])
      markup.empty("w:decimalSymbol", [("w:val", language == "en" ? "." : ",")])
      markup.empty("w:listSeparator", [("w:val", language == "en" ? "," : ";")])
    }
  }

  /// Returns the foot of each sheet: what the document is, and the number of the sheet.
  static func footer(_ page: Page) -> [UInt8] {
    let words = PageWords(page.language)
    return part("w:ftr") { markup in
      markup.element("w:p") { markup in
        markup.element("w:pPr") { $0.empty("w:pStyle", [("w:val", "Footer")]) }
        func run(_ text: String) {
          markup.element("w:r") {
            $0.element("w:t", [("xml:space", "preserve")], text: text)
          }
        }
        func field(_ instruction: String) {
          markup.element("w:fldSimple", [("w:instr", " \(instruction) ")]) {
            $0.element("w:r") { $0.element("w:t", text: "1") }
          }
        }
        run(page.footer.isEmpty ? page.title : page.footer)
        markup.element("w:r") { $0.empty("w:tab") }
        run("\(words.sheet) ")
        field("PAGE")
        run(" \(words.of) ")
        field("NUMPAGES")
      }
    }
  }

  /// Returns a part of word-processing markup.
  static func part(_ root: String, _ body: (inout Markup) -> Void) -> [UInt8] {
    var markup = Markup()
    markup.raw(OfficeProperties.declaration)
    markup.element(root, [("xmlns:w", namespace)], body)
    markup.newline()
    return markup.bytes
  }
}
