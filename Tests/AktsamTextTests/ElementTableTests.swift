import AktsamText
import Testing

@Suite struct ElementTableTests {
  @Test func pathsNameEveryStep() {
    var table = ElementTable(names: ["a", "b"])
    let root = table.append(parent: -1, name: 0, position: 1)
    let child = table.append(parent: root, name: 1, position: 3)
    #expect(table.path(of: root) == "/a[1]")
    #expect(table.path(of: child) == "/a[1]/b[3]")
    #expect(table.path(of: -1).isEmpty)
    #expect(table.path(of: 99).isEmpty)
  }

  @Test func aPathNeverRunsInACircle() {
    var table = ElementTable(names: ["a"])
    table.append(parent: 0, name: 0, position: 1)
    #expect(table.path(of: 0) == "/a[1]")
  }
}
