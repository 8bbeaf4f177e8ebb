import AktsamReading

extension EnglishTexts {
  static func weakness(_ code: Weakness) -> WeaknessText {
    switch code {
    case .aspirational:
      WeaknessText(
        name: "a wish, not a commitment",
        reason: "it is put as an aim, not as something that is promised or done",
        mend: "Say what is done or what is binding, not what is aimed for.")
    case .conditional:
      WeaknessText(
        name: "tied to a loose condition",
        reason: "it holds only under a condition that leaves room to do nothing",
        mend: "Strike the condition, or name the exact case and the measure that then applies.")
    case .permissive:
      WeaknessText(
        name: "optional for whoever is bound",
        reason: "it allows the action and does not demand it",
        mend: "Replace \"may\" or \"can\" by a duty or by what is done.")
    case .plannedOnly:
      WeaknessText(
        name: "planned, not in place",
        reason: "it is announced for later and is not in place",
        mend: "Show what is in place today, and give a date for what is not.")
    case .ownOperationsOnly:
      WeaknessText(
        name: "own operations only",
        reason: "nothing shows that it reaches beyond the company's own sites and staff",
        mend: "Extend it to the supply chain, down to the tiers where the risk lies.")
    case .firstTierOnly:
      WeaknessText(
        name: "direct suppliers only",
        reason: "it stops at direct suppliers",
        mend: "Say how it reaches the tiers below the direct suppliers.")
    case .policyOnly:
      WeaknessText(
        name: "a policy without practice",
        reason: "a policy or code is named, and nothing says how it is carried out",
        mend: "Describe how the policy is carried out: who does what, how often, with what result.")
    case .bareAssertion:
      WeaknessText(
        name: "claimed without a word on how",
        reason: "it is claimed, and nothing says how it is done",
        mend: "Describe the procedure: who does what, how often, with what result.")
    case .bareGuarantee:
      WeaknessText(
        name: "a guarantee without a process",
        reason: "an absolute guarantee is given, and no process stands behind it",
        mend: "Describe the checks that let you vouch for it, and what they have found.")
    case .bareDenial:
      WeaknessText(
        name: "no known cases",
        reason: "it says that no cases are known, and not how anyone has looked",
        mend: "Say how cases are looked for, where, and what was found.")
    case .delegated:
      WeaknessText(
        name: "left to others",
        reason: "the work is left to suppliers or other parties, with no action of one's own",
        mend: "Say what the company itself does and how it follows up the others.")
    case .reactiveOnly:
      WeaknessText(
        name: "acts only when told",
        reason: "something is done only after a report, a suspicion or a request",
        mend: "Add what is done on a regular basis without anyone reporting anything.")
    case .noDeadline:
      WeaknessText(
        name: "no time limit",
        reason: "no date, time limit or interval is given where one is needed",
        mend: "Give a date, a number of days or an interval.")
    case .lateDeadline:
      WeaknessText(
        name: "a time limit that is too long",
        reason: "the time given is longer than the terms allow",
        mend: "Shorten the time to what the terms allow.")
    case .localLawOnly:
      WeaknessText(
        name: "local law only",
        reason: "only local or applicable law is promised",
        mend: "Commit to international standards where they protect people better than the law.")
    case .incompleteList:
      WeaknessText(
        name: "an incomplete list",
        reason: "something that belongs to the requirement is left out",
        mend: "Name the rights, forms, groups or steps that are left out.")
    case .noStandard:
      WeaknessText(
        name: "no standard named",
        reason: "no convention, guideline or standard is named where one is needed",
        mend: "Name the instrument that it is measured by.")
    case .generic:
      WeaknessText(
        name: "general text",
        reason: "it is general and is not tied to the goods, the risks or the people concerned",
        mend: "Tie it to the goods that are bought, their chain and the people at risk.")
    case .certificateOnly:
      WeaknessText(
        name: "a certificate alone",
        reason: "a certificate or membership is the only proof",
        mend: "Show what is done beside the certificate, and what the certificate covers.")
    case .auditOnly:
      WeaknessText(
        name: "audits alone",
        reason: "audits are the only means, where audits cannot show the harm",
        mend: "Add means that work where workers cannot speak freely, such as tracing origin.")
    case .noEvidence:
      WeaknessText(
        name: "no evidence",
        reason: "no document, figure, name or example supports the claim",
        mend: "Attach a document, or give figures, names, dates or an example.")
    case .outdatedEvidence:
      WeaknessText(
        name: "outdated evidence",
        reason: "the evidence is older than the terms allow",
        mend: "Replace it by evidence of a later date.")
    case .referenceElsewhere:
      WeaknessText(
        name: "a reference instead of an answer",
        reason: "it points to another place instead of answering",
        mend: "Write the answer here, and keep the reference as support.")
    case .placeholder:
      WeaknessText(
        name: "a placeholder",
        reason: "a placeholder stands where an answer belongs",
        mend: "Replace the placeholder by an answer, or say why the question does not apply.")
    case .copiedAnswer:
      WeaknessText(
        name: "a copied answer",
        reason: "the same text answers another question, too",
        mend: "Answer this question on its own terms.")
    }
  }
}
