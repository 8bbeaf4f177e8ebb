import AktsamClauses

/// What the themes of the library are called where people read them.
enum ThemeNames {
  /// Returns the theme that another continues: a theme too large for one file goes on in `…-more`.
  static func base(_ theme: String) -> String {
    theme.hasSuffix("-more") ? String(theme.dropLast(5)) : theme
  }

  /// Returns the name of a theme; its id for a library with themes of its own.
  static func name(_ theme: String, language: String) -> String {
    names[base(theme)]?[language] ?? base(theme)
  }

  private static func name(_ en: String, _ sv: String, _ nb: String) -> LocalizedText {
    LocalizedText(["en": en, "sv": sv, "nb": nb])
  }

  private static let names: [String: LocalizedText] = [
    "child-labour": name("Child labour", "Barnarbete", "Barnearbeid"),
    "complaints-handling": name(
      "Handling of complaints", "Hantering av klagomål", "Behandling av klager"),
    "discrimination": name("Discrimination", "Diskriminering", "Diskriminering"),
    "due-diligence": name("Due diligence", "Tillbörlig aktsamhet", "Aktsomhetsvurderinger"),
    "engagement": name(
      "Engagement with those affected", "Dialog med berörda", "Involvering av berørte"),
    "exit": name("Responsible exit", "Ansvarsfullt avslut", "Ansvarlig avslutning"),
    "forced-labour": name("Forced labour", "Tvångsarbete", "Tvangsarbeid"),
    "freedom-of-association": name(
      "Freedom of association", "Föreningsfrihet", "Organisasjonsfrihet"),
    "governance": name("Policy and governance", "Policy och styrning", "Retningslinjer og styring"),
    "grievance": name(
      "Grievances and remedy", "Klagomål och gottgörelse", "Klager og gjenoppretting"),
    "health-safety": name("Health and safety", "Arbetsmiljö", "Helse og sikkerhet"),
    "minerals": name("Minerals", "Mineraler", "Mineraler"),
    "monitoring": name("Monitoring", "Uppföljning", "Oppfølging"),
    "purchasing": name("Purchasing practices", "Inköpsmetoder", "Innkjøpspraksis"),
    "records": name("Records", "Dokumentation", "Dokumentasjon"),
    "reporting": name("Reporting", "Rapportering", "Rapportering"),
    "sanctions": name("Breach and sanctions", "Avtalsbrott och sanktioner", "Brudd og sanksjoner"),
    "scope": name("Scope", "Omfattning", "Omfang"),
    "subcontracting": name("Subcontracting", "Underleverantörer", "Underleverandører"),
    "supply-chain-terms": name(
      "Terms in the supply chain", "Krav i leveranskedjan", "Krav i leverandørkjeden"),
    "transparency": name("Transparency", "Transparens", "Åpenhet"),
    "wages-hours": name("Wages and hours", "Lön och arbetstid", "Lønn og arbeidstid"),
    "young-workers": name("Young workers", "Unga arbetstagare", "Unge arbeidere"),
  ]
}
