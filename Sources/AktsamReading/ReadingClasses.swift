internal import AktsamClauses
internal import AktsamLanguage

/// The indices of the concepts that the engine itself reads firmness by (design, section 4).
///
/// A class, so that passing it around costs one reference. A library that lacks one of them reads without it: the index is -1, which no hit carries.
final class ReadingClasses: Sendable {
  let obligation, prohibition, permission, consider, will, plan, aspiration: Int
  let expectation, recommendation, guarantee, practice: Int
  let negation, negationVerb, negationNeutral, negationFrame, purpose: Int
  let bearerOwn, bearerSupplier, bearerOther, bearerBuyer: Int
  /// Who may be bound.
  let bearers: [Int]
  /// Topics that name somebody rather than something done.
  let parties: [Int]
  /// The steps of production.
  let steps: [Int]
  /// What may not happen until something else has: an approval, a contract.
  let gates: [Int]
  let hedges: [Int]
  let hedgeConfirmed: Int
  /// Hedges that a deadline or a frequency in the same unit outweighs.
  let mildHedges: [Int]
  let timeVague, timeFrequency, timeEvery, timeWithin: Int
  let timeDay, timeWorkingDay, timeWeek, timeMonth, timeYear, timeHour, timeMonthName: Int
  let timeChange, timeStart, timeBefore, timePast, extends: Int
  /// What times are read from.
  let times: ConceptSet
  let scopeOwn, scopeFirstTier, scopeChain, scopeDeep: Int
  let attachment, evidenceDocument, referenceElsewhere, certificate, placeholder: Int
  let answerYes, answerNo, noKnownCases, localLaw, policyDocument, policySays, reactive: Int
  let delegation, everyone, genericTalk: Int
  let subSupplier, supplyChain, audit, map, goods, adopted, nodeData: Int
  /// What named facts count, with the name of the fact.
  let counted: [(concept: Int, fact: String)]
  let conditionOpener, alternative: Int
  /// Ages, whose years are no times.
  let ages: [Int]
  /// Named instruments.
  let norms: [Int]
  /// Concepts that show that a unit is about the field at all.
  let field: [Int]
  /// Concepts of other subjects.
  let contexts: [Int]

  init(_ concepts: [Concept]) {
    let indices = Dictionary(
      concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func index(_ id: String) -> Int { indices[id] ?? -1 }
    obligation = index("force-obligation")
    prohibition = index("force-prohibition")
    permission = index("force-permission")
    consider = index("force-consider")
    will = index("force-will")
    plan = index("force-plan")
    aspiration = index("force-aspiration")
    expectation = index("force-expectation")
    recommendation = index("force-recommendation")
    guarantee = index("force-guarantee")
    practice = index("force-practice")
    negation = index("negation")
    negationVerb = index("negation-verb")
    negationNeutral = index("negation-neutral")
    negationFrame = index("negation-frame")
    purpose = index("purpose")
    bearerOwn = index("bearer-own")
    bearerSupplier = index("bearer-supplier")
    bearerOther = index("bearer-other")
    bearerBuyer = index("bearer-buyer")
    bearers = [bearerOwn, bearerSupplier, bearerOther, bearerBuyer].filter { $0 >= 0 }
    parties = ["supplier", "goods"].map(index).filter { $0 >= 0 }
    gates = ["approve-supplier", "select-supplier", "supplier-contract"].map(index)
      .filter { $0 >= 0 }
    steps = ["final-assembly", "component", "raw-material", "smelter-mine"].map(index)
      .filter { $0 >= 0 }
    hedges = [
      "hedge-possible", "hedge-need", "hedge-reasonable", "hedge-agreement", "hedge-confirmed",
      "hedge-knowledge", "hedge-normally",
    ].map(index).filter { $0 >= 0 }
    hedgeConfirmed = index("hedge-confirmed")
    mildHedges = ["hedge-need", "hedge-normally"].map(index).filter { $0 >= 0 }
    timeVague = index("time-vague")
    timeFrequency = index("time-frequency")
    timeEvery = index("time-every")
    timeWithin = index("time-within")
    timeDay = index("time-day")
    timeWorkingDay = index("time-working-day")
    timeWeek = index("time-week")
    timeMonth = index("time-month")
    timeYear = index("time-year")
    timeHour = index("time-hour")
    timeMonthName = index("time-month-name")
    timeChange = index("time-change")
    timeStart = index("time-start")
    timeBefore = index("time-before")
    times = ConceptSet(
      [
        timeVague, timeFrequency, timeDay, timeWorkingDay, timeWeek, timeMonth, timeYear, timeHour,
        timeMonthName, timeChange, timeStart, timeBefore,
      ].filter { $0 >= 0 })
    timePast = index("time-past")
    extends = index("extension")
    scopeOwn = index("scope-own")
    scopeFirstTier = index("scope-first-tier")
    scopeChain = index("scope-chain")
    scopeDeep = index("scope-deep")
    attachment = index("attachment")
    evidenceDocument = index("evidence-document")
    referenceElsewhere = index("reference-elsewhere")
    certificate = index("certificate")
    placeholder = index("placeholder")
    answerYes = index("answer-yes")
    answerNo = index("answer-no")
    noKnownCases = index("no-known-cases")
    localLaw = index("local-law")
    policyDocument = index("policy-document")
    policySays = index("policy-says")
    reactive = index("reactive")
    delegation = index("delegation")
    everyone = index("everyone")
    genericTalk = index("generic-talk")
    subSupplier = index("sub-supplier")
    supplyChain = index("supply-chain")
    audit = index("audit")
    map = index("map")
    nodeData = index("node-data")
    goods = index("goods")
    adopted = index("policy-adopted")
    counted = [("sub-supplier", "subcontractors"), ("site", "sites"), ("tier", "tiers")]
      .map { (concept: index($0), fact: $1) }.filter { $0.concept >= 0 }
    conditionOpener = index("condition-opener")
    ages = ["minimum-age", "hazardous-18"].map(index).filter { $0 >= 0 }
    alternative = index("alternative-measure")
    norms = concepts.indices.filter { concepts[$0].kind == .norm }
    contexts = concepts.indices.filter { concepts[$0].kind == .context }
    field = [
      "human-rights", "labour-rights", "working-conditions", "due-diligence", "forced-labour",
      "child-labour", "state-forced-labour", "labour-transfer", "xinjiang", "uyghur",
      "vulnerable-group",
    ].map(index).filter { $0 >= 0 }
  }
}
