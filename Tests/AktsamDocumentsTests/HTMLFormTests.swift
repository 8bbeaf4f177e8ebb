import AktsamDocuments
import AktsamText
import Testing

@Suite struct HTMLFormTests {
  private func read(_ body: String) -> Document {
    OwnFixture.read("<!doctype html><html lang=en><body>\(body)", path: "a.html")
  }

  /// The questions as `id kind state: label`.
  private func questions(_ document: Document) -> [String] {
    document.questions.map { "\($0.id) \($0.kind.rawValue) \($0.state): \($0.label)" }
  }

  @Test func fieldsWithLabelsAreQuestionsAndAnswers() {
    let document = read(
      """
      <form><p>The supplier shall answer all.
      <p><label for=m>2.1 How do you map your chain?</label> <textarea id=m name=map required>
      We map every tier &amp; mine.

      Every year.</textarea>
      <label>Site <input name=site value="R&ouml;d"></label>
      <label for=n>Audits</label><input id=n type=number name=n value=4>
      <label for=e>Mines?</label><input id=e name=e required>
      <input type=hidden name=h value=x><input type=submit value=Send></form>
      """)
    #expect(document.role == .response && document.roleOrigin == .inferred)
    #expect(
      OwnFixture.lines(document) == [
        "0 caption: The supplier shall answer all.", "1 question 2.1: How do you map your chain?",
        "1 answer 2.1: We map every tier & mine.", "1 answer 2.1: Every year.",
        "2 question: Site", "2 answer: Röd", "3 question: Audits", "3 answer: 4",
        "4 question: Mines?",
      ])
    #expect(
      questions(document) == [
        "map text answered: How do you map your chain?", "site text answered: Site",
        "n number answered: Audits", "e text unanswered: Mines?",
      ])
    #expect(document.blocks[2].label == "How do you map your chain?")
    #expect(OwnFixture.source(document, document.blocks[2]) == "We map every tier &amp; mine.")
    #expect(OwnFixture.source(document, document.blocks[5]) == "R&ouml;d")
    #expect(OwnFixture.rules(document) == ["AK0309"])
  }

  @Test func onlyTheChosenOptionIsAnAnswer() {
    let document = read(
      """
      <form><fieldset><legend>3.1 Do you audit?</legend>
      <label><input type=radio name=a value=1 checked> Yes, we audit.</label>
      <label><input type=radio name=a value=0> No, we never audit.</label></fieldset>
      <p>Do you pay back fees? <input type=radio name=f> Yes <input type=radio name=f checked> No</p>
      <p>What covers your policy?</p>
      <input type=checkbox id=w1 checked><label for=w1>wages</label>
      <input type=checkbox id=w2><label for=w2>hours</label>
      <input type=checkbox id=w3 checked><label for=w3>safety</label></form>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 question 3.1: Do you audit?", "0 answer 3.1: Yes, we audit.",
        "0 caption 3.1: No, we never audit.", "1 question: Do you pay back fees?",
        "1 caption: Yes", "1 answer: No", "2 question: What covers your policy?",
        "2 answer: wages", "2 caption: hours", "2 answer: safety",
      ])
    #expect(
      questions(document) == [
        "a choice answered: Do you audit?", "f yes-no answered: Do you pay back fees?",
        "w1 multi answered: What covers your policy?",
      ])
    #expect(document.questions[1].value == .no)
    #expect(document.questions[2].written == "wages, safety")
  }

  @Test func aTickedStatementIsTheSuppliersOwn() {
    let document = read(
      "<label><input type=checkbox name=c checked> We forbid child labour.</label>")
    #expect(OwnFixture.lines(document) == ["0 answer: We forbid child labour."])
    #expect(questions(document) == ["c yes-no answered: We forbid child labour."])
    #expect(document.questions[0].value == .yes)
    let open = read("<label><input type=checkbox name=c> We forbid child labour.</label>")
    #expect(OwnFixture.lines(open) == ["0 caption: We forbid child labour."])
    #expect(open.questions.map(\.state) == [.unanswered])
    #expect(open.role != .response)
  }

  @Test func listsAndTablesOfFields() {
    let document = read(
      """
      <form><table><tr><th>Question<th>Answer<th>Comment
      <tr><td>1. Has the board decided?<td><select name=q1><option value="">Choose
        <option>Yes<option selected>Partly</select><td><textarea name=c1>In May.</textarea>
      <tr><td>2. Are mines traced?<td><select name=q2><option value="" selected>Choose<option>Yes
        </select><td><textarea name=c2></textarea></table>
      <dl><dt>Which country?<dd><input name=l value=Norge></dl></form>
      """)
    #expect(
      OwnFixture.lines(document) == [
        "0 caption: Question", "0 caption: Answer", "0 caption: Comment",
        "1 question 1: Has the board decided?", "1 answer 1: Partly", "1 answer 1: In May.",
        "2 question 2: Are mines traced?", "3 question: Which country?", "3 answer: Norge",
      ])
    #expect(
      questions(document) == [
        "q1 yes-no answered: Has the board decided?", "q2 choice unanswered: Are mines traced?",
        "l text answered: Which country?",
      ])
    #expect(document.questions[0].value == .partly)
  }

  @Test func boxesUnderTheHeadingsOfATable() {
    let document = read(
      """
      <form><table><tr><th>Claim<th>Yes<th>No<tr><td>We audit<td><input type=radio name=a value=1>
      <td><input type=radio name=a value=0 checked></table></form>
      """)
    #expect(document.questions.map(\.value) == [.no])
    #expect(document.questions.map(\.label) == ["We audit"])
    #expect(OwnFixture.lines(document, [.answer]) == ["1 answer: 0"])
  }

  @Test func aPageWithASearchIsNoForm() {
    let document = read(
      """
      <nav><select><option selected>Svenska</select></nav>
      <form role=search><input name=q value=wages></form><p>Help
      <input type=checkbox id=menu><p>We map <button>Send</button> tiers.
      """)
    #expect(document.questions.isEmpty && document.role == .tender)
    #expect(OwnFixture.lines(document).last == "2 paragraph: tiers.")
  }

  @Test func aChoiceOfLanguageMakesNoResponse() {
    let document = read(
      "<form><label>Language <select name=l><option selected>Svenska</select></label></form>We map."
    )
    #expect(document.role == .tender)
    #expect(OwnFixture.lines(document).last == "1 paragraph: We map.")
  }

  @Test func aValueThatNothingAsksForIsAFinding() {
    let document = read("<form><input name=x value='We map.'></form>")
    #expect(OwnFixture.rules(document) == ["AK0344"])
    #expect(OwnFixture.lines(document) == ["0 answer: We map."])
  }

  @Test func formsInXHTMLAreReadAlike() {
    let document = OwnFixture.read(
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="sv"><body><form>
      <label for="a">Hur kartlägger ni?</label><textarea id="a">Vi kartlägger.</textarea>
      <select><option selected="selected">Ja</option></select>
      </form></body></html>
      """)
    #expect(document.role == .response && document.language == "sv")
    #expect(
      OwnFixture.lines(document) == [
        "0 question: Hur kartlägger ni?", "0 answer: Vi kartlägger.", "1 answer: Ja",
      ])
  }

  @Test func textAroundAPageWithoutFormsStaysEvidence() {
    let document = read(
      "<p>We map our chain.<form><label>Name <input name=n value=Ann></label></form><p>Own words.")
    #expect(
      OwnFixture.lines(document, [.paragraph, .answer, .caption]) == [
        "0 paragraph: We map our chain.", "1 answer: Ann", "2 paragraph: Own words.",
      ])
  }
}
