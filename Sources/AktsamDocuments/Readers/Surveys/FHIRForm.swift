import AktsamXML

/// A FHIR Questionnaire: items in items, joined with answers by their `linkId`.
///
/// FHIR writes every value as an attribute, `<text value="…"/>`.
struct FHIRForm {
  /// An item: a group, a text to read, or a question.
  struct Item {
    var question: SurveyQuestion
    var type: String
    /// Positions in ``FHIRForm/items``.
    var children: [Int] = []
    /// The options by their codes.
    var options = SurveyOptions()

    var isGroup: Bool { type == "group" }
    var isDisplay: Bool { type == "display" }
  }

  static let namespace = "http://hl7.org/fhir"

  /// What responses name it by, without the version.
  private(set) var names: Set<String> = []
  /// The title and the description.
  private(set) var titles: [SurveyText] = []
  private(set) var descriptions: [SurveyText] = []
  /// The language that it declares.
  private(set) var language: String?
  /// All items in document order.
  private(set) var items: [Item] = []
  /// The positions of the outermost items.
  private(set) var top: [Int] = []

  private let fhir: FHIRPart
  private var sets: [String: SurveyOptions] = [:]

  /// Reads a questionnaire.
  ///
  /// - Parameters:
  ///   - node: the `Questionnaire` element.
  ///   - part: the file that it stands in.
  ///   - fullURL: its address in a bundle; empty = none.
  ///   - document: the document.
  init(_ node: Int, in part: SurveyPart, fullURL: String = "", document: inout Document) {
    fhir = FHIRPart(part)
    let id = fhir.value("id", of: node)
    names = [fhir.value("url", of: node), "Questionnaire/\(id)", "#\(id)", fullURL]
    names.subtract(["", "#", "Questionnaire/"])
    language = LanguageTag.normalise(fhir.value("language", of: node))
    titles = fhir.texts("title", of: node, document: &document)
    if titles.isEmpty { titles = fhir.texts("name", of: node, document: &document) }
    descriptions = fhir.texts("description", of: node, document: &document)
    readSets(of: node, document: &document)
    top = readItems(of: node, document: &document)
  }

  /// Whether a response that names a questionnaire means this one.
  func isNamed(_ reference: String) -> Bool {
    names.contains(String(reference.prefix { $0 != "|" }))
  }

  /// The lists of codes that come with the questionnaire.
  private mutating func readSets(of node: Int, document: inout Document) {
    let xml = fhir.part.xml
    for contained in xml.childElements(of: node, named: "contained") {
      for set in xml.childElements(of: contained, named: "ValueSet") {
        var options = SurveyOptions()
        let concepts =
          xml.descendants(of: set, named: "concept") + xml.descendants(of: set, named: "contains")
        for concept in concepts {
          options.add(
            fhir.value("code", of: concept),
            fhir.texts("display", of: concept, document: &document))
        }
        sets["#" + fhir.value("id", of: set)] = options
      }
    }
  }

  private mutating func readItems(of parent: Int, document: inout Document) -> [Int] {
    var result: [Int] = []
    for node in fhir.part.xml.childElements(of: parent, named: "item") {
      let position = items.count
      result.append(position)
      items.append(item(node, document: &document))
      let children = readItems(of: node, document: &document)
      items[position].children = children
    }
    return result
  }

  private func item(_ node: Int, document: inout Document) -> Item {
    let xml = fhir.part.xml
    let type = fhir.value("type", of: node)
    var question = SurveyQuestion(
      id: fhir.value("linkId", of: node), number: fhir.value("prefix", of: node),
      texts: fhir.texts("text", of: node, document: &document), kind: Self.kind(type),
      isMandatory: fhir.value("required", of: node) == "true")
    question.name =
      xml.childElements(of: node, named: "code").lazy
      .map { fhir.value("display", of: $0) }.first { !$0.isEmpty } ?? question.id
    question.conditions = conditions(node)
    var item = Item(question: question, type: type)
    let reference = fhir.value("answerValueSet", of: node)
    if let set = sets[reference] {
      item.options = set
      item.question.optionList = reference
    }
    let own =
      xml.childElements(of: node, named: "answerOption")
      + xml.childElements(of: node, named: "option")
    for option in own {
      for value in xml.childElements(of: option) where xml.local(of: value).hasPrefix("value") {
        if xml.local(of: value) == "valueCoding" {
          item.options.add(
            fhir.value("code", of: value), fhir.texts("display", of: value, document: &document))
        } else {
          let text = fhir.text(attributeOf: value, document: &document)
          item.options.add(xml.attribute("value", of: value) ?? "", text.map { [$0] } ?? [])
        }
      }
    }
    item.question.options = item.options.list
    return item
  }

  private static func kind(_ type: String) -> Question.Kind {
    switch type {
    case "boolean": .yesNo
    case "choice", "open-choice", "coding": .choice
    case "decimal", "integer": .number
    case "quantity": .amount
    case "date", "dateTime": .date
    case "attachment": .evidence
    case "url": .url
    case "group", "display": .none
    default: .text
    }
  }

  /// Returns when an item is asked.
  private func conditions(_ node: Int) -> [SurveyCondition] {
    let xml = fhir.part.xml
    let conditions = xml.childElements(of: node, named: "enableWhen").map { condition($0) }
    guard conditions.count > 1 else { return conditions }
    return fhir.value("enableBehavior", of: node) == "all" ? conditions : [.any(conditions)]
  }

  private func condition(_ node: Int) -> SurveyCondition {
    let xml = fhir.part.xml
    let question = fhir.value("question", of: node)
    let answer = xml.childElements(of: node).first { xml.local(of: $0).hasPrefix("answer") }
    guard let answer else {
      // The third release of FHIR has a flag of its own.
      switch fhir.value("hasAnswer", of: node) {
      case "true": return .isAnswered(question)
      case "false": return .not(.isAnswered(question))
      default: return .unknown
      }
    }
    let isCoding = xml.local(of: answer) == "answerCoding"
    let value = isCoding ? fhir.value("code", of: answer) : xml.attribute("value", of: answer) ?? ""
    switch fhir.value("operator", of: node) {
    case "exists":
      return value == "false" ? .not(.isAnswered(question)) : .isAnswered(question)
    case "=", "": return .equals(question: question, value: value)
    case "!=": return .not(.equals(question: question, value: value))
    default: return .unknown
    }
  }
}

/// A file of FHIR resources, whose values are attributes.
struct FHIRPart {
  let part: SurveyPart

  init(_ part: SurveyPart) {
    self.part = part
  }

  /// Returns the value of a child element; empty when it has none.
  func value(_ local: String, of node: Int) -> String {
    part.xml.firstChild(of: node, named: local).flatMap { part.xml.attribute("value", of: $0) }
      ?? ""
  }

  /// Returns the text in the attribute of an element; nil when it is blank.
  func text(
    attributeOf node: Int, version: String = "", document: inout Document
  ) -> SurveyText? {
    part.xml.attributeIndex("value", of: node).flatMap {
      SurveyText(attribute: $0, of: node, in: part, version: version, document: &document)
    }
  }

  /// Returns a text with its translations, which stand in extensions.
  func texts(_ local: String, of node: Int, document: inout Document) -> [SurveyText] {
    guard let node = part.xml.firstChild(of: node, named: local) else { return [] }
    var result = text(attributeOf: node, document: &document).map { [$0] } ?? []
    for translation in part.xml.childElements(of: node, named: "extension")
    where part.xml.attribute("url", of: translation)?.hasSuffix("/translation") == true {
      var language = ""
      var content: Int?
      for field in part.xml.childElements(of: translation, named: "extension") {
        let value = part.xml.childElements(of: field).first
        switch part.xml.attribute("url", of: field) {
        case "lang": language = value.flatMap { part.xml.attribute("value", of: $0) } ?? ""
        case "content": content = value
        default: break
        }
      }
      if let content, let text = text(attributeOf: content, version: language, document: &document)
      {
        result.append(text)
      }
    }
    return result
  }
}
