import AktsamLint
import Testing

/// The list of rules as a whole.
@Suite struct RuleTableTests {
  @Test func idsAndNamesAreUnique() {
    let ids = RuleTable.infos.map(\.id)
    let names = RuleTable.infos.map(\.name)
    #expect(Set(ids).count == ids.count)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: RuleTable.infos.map(\.id))
  func descriptionIsComplete(id: String) throws {
    let info = try #require(RuleTable.info(id))
    #expect(RuleTable.info(info.name)?.id == id)
    #expect(id.count == 6 && id.hasPrefix(info.group.prefix))
    #expect(info.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "kebab case")
    #expect(info.summary.hasSuffix("."))
    #expect(info.rationale.hasSuffix("."))
    #expect(!info.flagged.isEmpty && !info.unflagged.isEmpty, "examples are its tests")
    #expect(Set(info.options.map(\.name)).count == info.options.count)
  }

  @Test func eachGroupIsInOrder() {
    for group in RuleGroup.allCases {
      let ids = RuleTable.infos.filter { $0.group == group }.map(\.id)
      #expect(ids == ids.sorted())
    }
  }
}
