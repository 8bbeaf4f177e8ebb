/// The words of one language that mutations put into passages.
struct MutationPhrases {
  /// What opens a sentence, the rest of which follows in lower case.
  let plan, aim, expectation, falsehood: String
  /// What stands before the full stop.
  let condition: String
  /// Words of duty and what they become as an option and as a denial.
  let duties: [(duty: String, option: String, denial: String)]
  /// What takes the place of the chain.
  let firstTier, own: String
  /// What takes the place of a deadline and of a frequency.
  let promptly, regularly: String
  /// What takes the place of a whole answer.
  let yes, website, placeholder: String
  /// A harmless sentence and a harmless opening.
  let sentence, opening: String
  /// Words and other words for the same.
  let synonyms: [(String, String)]

  /// The languages that there are phrases for.
  static let languages = ["en", "sv", "nb"]

  init?(language: String) {
    switch language {
    case "en": self = .english
    case "sv": self = .swedish
    case "nb": self = .bokmal
    default: return nil
    }
  }

  private init(
    plan: String, aim: String, expectation: String, falsehood: String, condition: String,
    duties: [(duty: String, option: String, denial: String)], firstTier: String, own: String,
    promptly: String, regularly: String, yes: String, website: String, placeholder: String,
    sentence: String, opening: String, synonyms: [(String, String)]
  ) {
    self.plan = plan
    self.aim = aim
    self.expectation = expectation
    self.falsehood = falsehood
    self.condition = condition
    self.duties = duties
    self.firstTier = firstTier
    self.own = own
    self.promptly = promptly
    self.regularly = regularly
    self.yes = yes
    self.website = website
    self.placeholder = placeholder
    self.sentence = sentence
    self.opening = opening
    self.synonyms = synonyms
  }

  private static let english = MutationPhrases(
    plan: "It is planned that", aim: "The aim is that",
    expectation: "We expect our suppliers to ensure that", falsehood: "It is not the case that",
    condition: ", where this is possible",
    duties: [
      ("shall", "may", "shall not"), ("must", "may", "does not have to"),
      ("undertakes to", "may", "does not undertake to"),
    ],
    firstTier: "direct suppliers", own: "own operations", promptly: "promptly",
    regularly: "regularly", yes: "Yes.", website: "See our website.", placeholder: "N/A",
    sentence: "Our head office is in Lund.", opening: "For the sake of completeness,",
    synonyms: [
      ("shall", "must"), ("annually", "every year"), ("once a year", "annually"),
      ("supply chain", "value chain"), ("subcontractors", "sub-suppliers"),
      ("sub-suppliers", "subcontractors"), ("within", "no later than"),
    ])

  private static let swedish = MutationPhrases(
    plan: "Det är planerat att", aim: "Målet är att",
    expectation: "Vi förväntar oss att våra leverantörer ser till att",
    falsehood: "Det är inte så att", condition: ", där det är möjligt",
    duties: [
      ("ska", "kan", "ska inte"), ("skall", "kan", "skall inte"),
      ("måste", "kan", "behöver inte"),
    ],
    firstTier: "direkta leverantörer", own: "egen verksamhet", promptly: "skyndsamt",
    regularly: "regelbundet", yes: "Ja.", website: "Se vår webbplats.", placeholder: "Ej aktuellt",
    sentence: "Vårt huvudkontor ligger i Lund.", opening: "För fullständighetens skull:",
    synonyms: [
      ("ska", "skall"), ("årligen", "varje år"), ("en gång om året", "årligen"),
      ("leveranskedjan", "leverantörskedjan"), ("leverantörskedjan", "leveranskedjan"),
      ("underleverantörer", "underentreprenörer"), ("inom", "senast inom"),
    ])

  private static let bokmal = MutationPhrases(
    plan: "Det er planlagt at", aim: "Målet er at",
    expectation: "Vi forventer at leverandørene våre sørger for at",
    falsehood: "Det er ikke slik at", condition: ", der det er mulig",
    duties: [
      ("skal", "kan", "skal ikke"), ("må", "kan", "trenger ikke å"),
      ("plikter å", "kan", "plikter ikke å"),
    ],
    firstTier: "direkte leverandører", own: "egen virksomhet", promptly: "snarest",
    regularly: "jevnlig", yes: "Ja.", website: "Se nettsiden vår.", placeholder: "Ikke aktuelt",
    sentence: "Hovedkontoret vårt ligger i Bergen.", opening: "For ordens skyld:",
    synonyms: [
      ("årlig", "hvert år"), ("én gang i året", "årlig"), ("en gang i året", "årlig"),
      ("leverandørkjeden", "verdikjeden"), ("verdikjeden", "leverandørkjeden"),
      ("underleverandører", "underentreprenører"), ("innen", "senest innen"),
    ])
}
