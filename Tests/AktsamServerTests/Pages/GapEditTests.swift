import AktsamRegister
import Testing

@testable import AktsamServer

@Suite struct GapEditTests {
  private func edit(_ change: (inout GapEdit) -> Void = { _ in }) -> GapEdit {
    var edit = GapEdit()
    edit.by = "K. Berg"
    change(&edit)
    return edit
  }

  private func entries(_ edit: GapEdit, on gap: RegisterGap? = nil) throws -> [GapEdit.Entry] {
    try edit.entries(on: gap, replaced: { "replaced by \($0)" })
  }

  private func expectFault(_ word: PageWord, _ edit: GapEdit, on gap: RegisterGap? = nil) {
    #expect(throws: GapEdit.Fault(word: word)) { try entries(edit, on: gap) }
  }

  @Test func nothingIsSavedWithoutAName() { expectFault(.errorBy, GapEdit()) }

  @Test func nothingIsSavedWhereNothingIsWritten() { expectFault(.errorNothing, edit()) }

  @Test func anActionNeedsOwnerAndDate() throws {
    expectFault(.errorOwner, edit { $0.action = "Train" })
    expectFault(.errorDate, edit { $0.due = "2027-02-30" })
    let full = edit { ($0.action, $0.owner, $0.due) = ("Train", "Lind", "2027-02-01") }
    #expect(
      try entries(full) == [.agree(action: "Train", owner: "Lind", due: "2027-02-01")])
  }

  @Test func closingAndDoneNeedAReason() throws {
    expectFault(.errorClose, edit { $0.status = .closed })
    expectFault(.errorNoAction, edit { ($0.status, $0.note) = (.done, "seen") })
    let closed = edit { ($0.status, $0.note) = (.closed, "seen on site") }
    #expect(try entries(closed) == [.close(reason: "seen on site")])
  }

  @Test func aNoteAloneIsANote() throws {
    #expect(try entries(edit { $0.note = "called" }) == [.note("called")])
  }

  @Test func blanksAroundAreDropped() {
    let form = FormFields(["note": [" a\r\nb \n"], "by": ["  "], "status": ["unknown"]])
    let edit = GapEdit(form)
    #expect(edit.note == "a\nb" && edit.by.isEmpty && edit.status == .open)
  }
}
