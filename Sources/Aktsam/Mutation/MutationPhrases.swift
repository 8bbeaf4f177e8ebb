/// The words of one language that mutations put into passages.
struct MutationPhrases {
  /// What opens a sentence, the rest of which follows in lower case; one of them is taken in turn.
  let plans, aims, expectations, falsehoods: [String]
  /// What stands before the full stop; one of them is taken in turn.
  let conditions: [String]
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
    plans: [String], aims: [String], expectations: [String], falsehoods: [String],
    conditions: [String],
    duties: [(duty: String, option: String, denial: String)], firstTier: String, own: String,
    promptly: String, regularly: String, yes: String, website: String, placeholder: String,
    sentence: String, opening: String, synonyms: [(String, String)]
  ) {
    self.plans = plans
    self.aims = aims
    self.expectations = expectations
    self.falsehoods = falsehoods
    self.conditions = conditions
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
    plans: ["It is planned that", "The intention is that", "From next year it is envisaged that"],
    aims: ["The aim is that", "Our ambition is that", "We work towards a situation in which"],
    expectations: [
      "We expect our suppliers to ensure that", "It is for the manufacturers to ensure that",
      "Our suppliers are responsible for seeing to it that",
    ],
    falsehoods: ["It is not the case that", "It is not true that", "We cannot claim that"],
    conditions: [
      ", where this is possible", ", to the extent practicable", ", if circumstances allow",
    ],
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
    plans: ["Det är planerat att", "Avsikten är att", "Tanken är att från och med nästa år"],
    aims: ["Målet är att", "Vår ambition är att", "Vi strävar efter att"],
    expectations: [
      "Vi förväntar oss att våra leverantörer ser till att",
      "Det är tillverkarnas sak att se till att", "Våra leverantörer ansvarar själva för att",
    ],
    falsehoods: ["Det är inte så att", "Det stämmer inte att", "Vi kan inte påstå att"],
    conditions: [
      ", där det är möjligt", ", i den mån det är praktiskt genomförbart",
      ", så långt omständigheterna medger",
    ],
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
    plans: ["Det er planlagt at", "Hensikten er at", "Tanken er at fra og med neste år"],
    aims: ["Målet er at", "Ambisjonen vår er at", "Vi tilstreber at"],
    expectations: [
      "Vi forventer at leverandørene våre sørger for at",
      "Det er produsentenes sak å sørge for at", "Leverandørene våre er selv ansvarlige for at",
    ],
    falsehoods: ["Det er ikke slik at", "Det stemmer ikke at", "Vi kan ikke påstå at"],
    conditions: [
      ", der det er mulig", ", så langt det er praktisk gjennomførbart",
      ", i den grad forholdene tillater det",
    ],
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
