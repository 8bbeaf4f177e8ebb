import AktsamText

/// A quotation as every report lays it out.
enum QuotationLayout {
  /// Returns the words with their source: document, question or clause, line.
  static func quotation(
    _ quotation: Reading.Quotation, texts: any LanguageTexts.Type, clean: (String) -> String
  ) -> Page.Quotation {
    var source: [Page.Inline] = [.text(clean(quotation.place.pathWithPart))]
    if !quotation.label.isEmpty {
      source.append(.text(", \(clean(shortened(quotation.label, to: 200)))"))
    }
    source.append(.text(", \(texts.line(quotation.place.line))"))
    if !quotation.party.isEmpty {
      source.append(.text(", \(texts.word(.party)) \(clean(quotation.party))"))
    }
    return Page.Quotation(
      text: clean(quotation.text), language: quotation.language, source: source)
  }
}
