"""The walks of check_pages.py through the pages of `aktsam serve`.

Not a script of its own. Needs playwright and axe-playwright-python.
"""
from __future__ import annotations

import io
import json
import pathlib
import re
import urllib.parse
import zipfile

from browsing import Watch
from playwright.sync_api import Page

# How long the example procedure may be read, in milliseconds; a debug build is slow.
READING = 300_000
LANGUAGES = {"sv": "Svenska", "nb": "Norsk"}
REASON = "The site visit of 3 May showed <b>otherwise</b> & more."
ACTION = "Send the <i>plan</i> for forced & child labour to eva@buyer.example"
NAME = "Ada Example"
OWNER = "Head of purchasing"
DUE = "2027-02-01"
NEWDUE = "2027-03-01"
STATEMENT = "We aim to work for good conditions where possible."


def zipped(folder: pathlib.Path) -> bytes:
    """Return a folder as a zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder.parent).as_posix())
    return target.getvalue()


class Walks:
    """What a person does, one way after the other."""

    ALL = ("mouse", "languages", "keyboard", "scriptless", "looks")

    def __init__(self, watch: Watch, folder: pathlib.Path, report: dict, profile: str) -> None:
        """Take the folder of the procedure, and what the command line reports about it."""
        self.watch = watch
        self.folder = folder
        self.report = report
        self.profile = profile
        self.procedure = ""

    # Steps that several walks take.

    def open(self, page: Page, path: str = "/") -> None:
        """Open a page."""
        answer = page.goto(self.watch.address + path)
        self.watch.expect(answer and answer.ok, f"{path} is answered with {answer and answer.status}")

    def hand_in(self, page: Page) -> None:
        """Choose the folder and the terms, and have them read."""
        self.open(page)
        page.set_input_files("#folder", self.folder)
        page.select_option("#profile", self.profile)
        page.click("#start")
        self.read_through(page)

    def drop(self, page: Page) -> None:
        """Drop files on the page, as from a file manager, and take them away again."""
        page.evaluate("""() => {
          const data = new DataTransfer();
          data.items.add(new File(['We aim to avoid child labour.'], 'dropped one.txt'));
          data.items.add(new File(['We map all sub-suppliers.'], 'dropped two.txt'));
          const zone = document.getElementById('dropzone');
          for (const name of ['dragenter', 'dragover', 'drop']) {
            zone.dispatchEvent(new DragEvent(name, {dataTransfer: data, bubbles: true, cancelable: true}));
          }
        }""")
        page.wait_for_selector("#chosen-list li")
        self.watch.expect(
            page.locator("#chosen-list li").all_inner_texts() == ["dropped one.txt", "dropped two.txt"],
            "files that are dropped are not listed")
        self.watch.picture(page, "mouse dropped", whole=False)
        page.click("#chosen-clear")
        self.watch.expect(not page.is_visible("#chosen"), "the dropped files are not taken away")

    def read_through(self, page: Page) -> None:
        """Wait until the matrix is there."""
        page.wait_for_url(re.compile("/procedures/"), timeout=READING)
        page.wait_for_selector("#matrix, #failed", timeout=READING)
        if page.locator("#failed").count():
            raise AssertionError(f"not read: {page.inner_text('#failed')}")
        self.procedure = urllib.parse.urlsplit(page.url).path

    def ensure_procedure(self, page: Page) -> str:
        """Return the address of a procedure that was read."""
        if not self.procedure:
            self.hand_in(page)
        return self.procedure

    def download(self, page: Page, id: str) -> bytes:
        """Follow a link to a file, and return the file."""
        with page.expect_download() as started:
            page.click(f"#download-{id}")
        self.watch.expect(not started.value.failure(), f"download {id}: {started.value.failure()}")
        return pathlib.Path(started.value.path()).read_bytes()

    def first_gap(self, page: Page) -> str:
        """Return the requirement of the first gap that can be written into."""
        id = page.locator("form[id^=form-]").first.get_attribute("id") or ""
        return id.removeprefix("form-")

    # Walks.

    def mouse(self) -> None:
        """From the files to the gap list and all that lies beside the way."""
        with self.watch.page() as page:
            self.open(page)
            self.watch.look(page, "mouse start")
            self.drop(page)
            self.hand_in(page)
            self.watch.look(page, "mouse matrix")
            earlier = self.download(page, "json")
            self.watch.expect(json.loads(earlier)["subjects"] == self.report["subjects"],
                              "the downloaded report differs from that of the command line")
            self.compare_matrix(page)
            self.filter(page)
            self.passage(page)
            self.decide(page)
            self.agree(page)
            self.gap_files(page)
            self.report_files(page)
            self.rounds(page, earlier)
            self.sentence(page)
            self.library(page)
            self.refusals(page)

    def compare_matrix(self, page: Page) -> None:
        """Hold each cell against the report of the command line."""
        shown = page.eval_on_selector_all(
            "#matrix tbody tr", """rows => rows.map(row => [row.dataset.requirement,
              ...[...row.querySelectorAll('td')].map(cell => {
                const link = cell.querySelector('a.mark');
                return link ? [...link.classList].filter(name => name !== 'mark')[0] : '';
              })])""")
        subjects = self.report["subjects"]
        wanted = {}
        for index, subject in enumerate(subjects):
            for item in subject["assessments"]:
                row = wanted.setdefault(item["requirement"], [""] * len(subjects))
                row[index] = item["outcome"]
        self.watch.expect({row[0]: row[1:] for row in shown} == wanted,
                          "the matrix differs from the report of the command line")
        names = page.locator("#matrix thead th a").all_inner_texts()
        parties = [s["subject"].get("party") for s in subjects]
        self.watch.expect(all(party is None or name == party for name, party in zip(names, parties)),
                          f"the suppliers are called {names}")
        self.watch.expect(len(names) == len(subjects), f"{len(names)} suppliers")

    def filter(self, page: Page) -> None:
        """Show some rows, then all."""
        rows = page.locator("#matrix tbody tr:not([hidden])")
        all_rows = rows.count()
        page.check("#filter input[value=contradicted]")
        some = rows.count()
        wanted = page.locator("#matrix tbody tr[data-outcomes~=contradicted]").count()
        self.watch.expect(0 < some == wanted < all_rows, f"the filter shows {some}, not {wanted}")
        self.watch.expect(str(some) in page.inner_text("#matrix-status"), "the status lacks the count")
        page.select_option("#filter-step", "1")
        page.reload()
        self.watch.expect(page.is_checked("#filter input[value=contradicted]")
                          and page.input_value("#filter-step") == "1",
                          "the filter is forgotten when the page is loaded again")
        page.click("#filter-reset")
        self.watch.expect(rows.count() == all_rows, "not all rows are shown again")
        page.check("#filter-check")
        self.watch.expect(0 < rows.count() < all_rows, "nothing to check is shown")
        page.click("#filter-reset")

    def passage(self, page: Page) -> None:
        """Go from a cell to the requirement, and on to the marked passage."""
        cell = page.locator("#matrix a.mark.weak").first
        anchor = (cell.get_attribute("href") or "").split("#")[1]
        cell.click()
        page.wait_for_selector(f"#{anchor}")
        place = page.locator(f"#{anchor}")
        self.in_sight(page, f"#{anchor}", "the requirement")
        quote = place.locator("blockquote p").first.inner_text()
        place.locator("a.jump").first.click()
        page.wait_for_selector("mark.here")
        self.in_sight(page, "mark.here", "the passage")
        marked = " ".join(page.inner_text("mark.here").split())
        self.watch.expect(marked and (marked in " ".join(quote.split())
                                      or " ".join(quote.split())[:40] in marked),
                          f"the link leads to “{marked[:80]}”, not to “{quote[:80]}”")
        self.watch.look(page, "mouse supplier")
        self.watch.picture(page, "mouse passage", whole=False)

    def in_sight(self, page: Page, selector: str, name: str) -> None:
        """See that something is within the window."""
        page.wait_for_timeout(300)
        box = page.locator(selector).first.bounding_box()
        height = page.viewport_size["height"]
        self.watch.expect(box and box["y"] < height - 20 and box["y"] + box["height"] > 0,
                          f"{name} is out of sight at {box}")

    def decide(self, page: Page) -> None:
        """Decide otherwise, with a reason; what was read stays beside it."""
        page.locator("li.finding.weak .action a").first.click()
        page.wait_for_selector("#override-form")
        requirement = page.input_value("#override-requirement")
        self.watch.expect(requirement, "the requirement is not filled in")
        page.select_option("#override-outcome", "met")
        page.fill("#override-reason", REASON)
        page.fill("#override-by", NAME)
        self.watch.look(page, "mouse override")
        page.click("#override-save")
        page.wait_for_selector(f"#decision-{requirement}")
        row = page.inner_text(f"#decision-{requirement}")
        self.watch.expect(REASON in row and NAME in row, f"the decision is shown as {row!r}")
        self.watch.expect(page.locator("#notice").count(), "nothing says that it is saved")
        self.watch.look(page, "mouse decided")
        page.click("#back-to-matrix")
        page.wait_for_selector("#matrix")
        self.watch.expect(page.locator(f"#matrix tr[data-requirement={requirement}] a.mark.met").count(),
                          "the matrix does not show the decision")

    def agree(self, page: Page) -> None:
        """Write what was agreed, and see it after loading the page again."""
        page.locator("#matrix thead th a").nth(1).click()
        page.click("#open-gaps")
        page.wait_for_selector("form[id^=form-]")
        self.watch.look(page, "mouse gaps")
        gap = self.first_gap(page)
        page.fill(f"#action-{gap}", ACTION)
        page.fill(f"#by-{gap}", NAME)
        page.click(f"#save-{gap}")
        page.wait_for_selector(f"#error-{gap}")
        self.in_sight(page, f"#error-{gap}", "what is wanting")
        self.watch.expect(page.input_value(f"#action-{gap}") == ACTION, "what was written is gone")
        self.watch.picture(page, "mouse gap refused", whole=False)
        page.fill(f"#owner-{gap}", OWNER)
        page.fill(f"#due-{gap}", DUE)
        page.click(f"#save-{gap}")
        page.wait_for_selector(f"#saved-{gap}")
        self.in_sight(page, f"#saved-{gap}", "that it is saved")
        self.watch.picture(page, "mouse gap saved", whole=False)
        page.goto(page.url.split("?")[0])
        self.watch.expect(
            (page.input_value(f"#action-{gap}"), page.input_value(f"#owner-{gap}"),
             page.input_value(f"#due-{gap}")) == (ACTION, OWNER, DUE),
            "what was saved is not there when the page is loaded again")
        page.fill(f"#due-{gap}", NEWDUE)
        page.fill(f"#note-{gap}", "The plant is closed in February.")
        page.click(f"#save-{gap}")
        page.wait_for_selector(f"#saved-{gap}")
        self.watch.expect(page.input_value(f"#due-{gap}") == NEWDUE, "the date was not moved")
        page.select_option(f"#status-{gap}", "closed")
        page.fill(f"#note-{gap}", "Seen at the visit.")
        page.click(f"#save-{gap}")
        page.wait_for_selector(f"#saved-{gap}")
        self.watch.expect("closed" in page.inner_text(f"#state-{gap}").lower(), "it is not closed")
        page.select_option(f"#status-{gap}", "reopened")
        page.fill(f"#note-{gap}", "The action was not done after all.")
        page.click(f"#save-{gap}")
        page.wait_for_selector(f"#saved-{gap}")
        if not page.input_value(f"#action-{gap}"):
            page.fill(f"#action-{gap}", ACTION)
            page.fill(f"#owner-{gap}", OWNER)
            page.fill(f"#due-{gap}", NEWDUE)
            page.click(f"#save-{gap}")
            page.wait_for_selector(f"#saved-{gap}")

    def gap_files(self, page: Page) -> None:
        """Download the gap list in every form."""
        docx = zipfile.ZipFile(io.BytesIO(self.download(page, "docx")))
        text = re.sub(r"<[^>]+>", "", docx.read("word/document.xml").decode())
        self.watch.expect("forced &amp; child labour" in text, "the Word file lacks the action")
        html = self.download(page, "html").decode()
        self.watch.expect(html.lower().startswith("<!doctype html>"), "the web page is none")
        self.watch.expect("forced &amp; child labour" in html and "<i>plan" not in html,
                          "the web page lacks the action, or takes it for markup")
        self.watch.expect(not re.search(r'(?:src|href)="https?:[^"]*\.(?:css|js|png|svg)', html),
                          "the web page fetches something")
        self.watch.expect(self.download(page, "xlsx")[:2] == b"PK", "the workbook is none")
        for id in ("csv", "markdown"):
            self.watch.expect(b"child labour" in self.download(page, id), f"{id} lacks the action")
        for id in ("json", "oscal"):
            json.loads(self.download(page, id))
        masked = self.download(page, "markdown-masked").decode()
        self.watch.expect("eva@buyer.example" not in masked, "an address in the agreed action is not masked")

    def report_files(self, page: Page) -> None:
        """Download the report in every form."""
        page.click("#back-to-matrix")
        page.wait_for_selector("#matrix")
        for id, start in (("html", b"<!DOCTYPE html>"), ("csv", b""), ("markdown", b"|"),
                          ("text", b""), ("sarif", b"{"), ("jsonl", b"{"), ("json", b"{")):
            body = self.download(page, id)
            self.watch.expect(len(body) > 500 and body.lstrip("\ufeff".encode()).startswith(start),
                              f"the report as {id} begins with {body[:40]!r}")

    def rounds(self, page: Page, earlier: bytes) -> None:
        """Compare the saved report with what is read now."""
        saved = json.loads(earlier)
        # In the earlier round one supplier had said nothing of what it says now.
        for item in saved["subjects"][0]["assessments"]:
            if item["outcome"] == "met":
                item.update(outcome="missing", evidence=[], weaknesses=[])
        body = json.dumps(saved).encode()
        page.click("#nav-compare")
        self.watch.look(page, "mouse compare")
        page.set_input_files(
            "#earlier-file", {"name": "round-1.json", "mimeType": "application/json", "buffer": body})
        page.select_option("#later", self.procedure.rsplit("/", 1)[1])
        page.click("#compare")
        page.wait_for_selector("#result, #problem")
        self.watch.expect(page.locator("#result").count(),
                          "two rounds are not compared: " + page.inner_text("main")[:200])
        self.watch.look(page, "mouse compared")

    def sentence(self, page: Page) -> None:
        """Have a sentence read."""
        page.click("#nav-sentence")
        page.fill("#text", STATEMENT + " We shall map all sub-suppliers before 1 May 2027.")
        page.click("#read")
        page.wait_for_selector("#result .passage")
        self.watch.expect(page.locator(".passage").count() >= 1, "no passage is read")
        self.watch.expect(STATEMENT in page.inner_text("#result"), "the sentence is not shown")
        self.watch.look(page, "mouse sentence")
        page.fill("#text", "<img src=x onerror=alert(1)> \"'</textarea><script>alert(2)</script>")
        page.click("#read")
        page.wait_for_selector("#result")
        self.watch.expect(not page.locator("#main img, #main script").count(), "text became markup")

    def library(self, page: Page) -> None:
        """Look something up in the clause library and in the rules."""
        page.click("#nav-clauses")
        page.fill("#q", "forced labour")
        page.click("#clause-apply")
        page.wait_for_selector("#clause-status")
        self.watch.expect(page.locator("main section li a").count(), "no clause is found")
        self.watch.look(page, "mouse clauses")
        page.locator("main section li a").first.click()
        page.wait_for_selector("#part-wording")
        self.watch.look(page, "mouse clause")
        page.locator("form.try button").first.click()
        page.wait_for_selector("#result")
        page.click("#nav-rules")
        self.watch.look(page, "mouse rules")
        page.locator("main table a").first.click()
        page.wait_for_selector("#why")
        self.watch.look(page, "mouse rule")
        page.click("#nav-about")
        self.watch.look(page, "mouse about")
        self.watch.expect("register.db" in page.inner_text("#stored"), "the register is not named")

    def refusals(self, page: Page) -> None:
        """See what a person sees when something cannot be done."""
        self.open(page)
        page.click("#start")
        self.watch.expect(page.is_visible("#upload-problem"), "nothing says that no file was chosen")
        self.watch.picture(page, "mouse no file", whole=False)
        page.set_input_files(
            "#files", {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n"})
        page.click("#start")
        page.wait_for_url(re.compile("/procedures/"))
        page.wait_for_selector("#suppliers, #failed")
        self.watch.look(page, "mouse pdf")
        self.watch.expect("scan.pdf" in page.inner_text("main") and page.locator(
            "#main .message.bad, #remarks, #failed, #unread").count(),
            "nothing says on the page of the procedure that the PDF was not read")
        if page.locator("#delete").count():
            page.click("#delete summary")
            page.click("#delete-button")
            page.wait_for_selector("#notice")
        answer = page.goto(self.watch.address + "/procedures/nothing")
        self.watch.expect(answer and answer.status == 404, "a procedure that is not there is found")
        self.watch.look(page, "mouse not found")

    def languages(self) -> None:
        """Swedish and Norwegian: by the browser's preference, and by the switch."""
        titles = {}
        with self.watch.page() as page:
            procedure = self.ensure_procedure(page)
            paths = ["/", procedure, f"{procedure}/suppliers/1", f"{procedure}/suppliers/1/gaps",
                     "/compare", "/clauses", "/sentence", "/rules", "/about"]
            for path in paths:
                self.open(page, path)
                titles[path] = page.inner_text("main")
            for code in LANGUAGES:
                self.open(page, paths[0])
                page.click(f"#language-{code}")
                page.wait_for_selector(f"html[lang={code}]")
                for path in paths:
                    self.open(page, path)
                    self.watch.expect(page.get_attribute("html", "lang") == code,
                                      f"{path} is not in {code}")
                    self.watch.expect(page.inner_text("main") != titles[path],
                                      f"{path} reads the same in {code}")
                    name = path.replace(procedure, "procedure").strip("/").replace("/", " ")
                    self.watch.look(page, f"{code} {name or 'start'}")
                self.open(page, procedure)
                page.click("#language-en")
                page.wait_for_selector("html[lang=en]")
                self.watch.expect(page.url.endswith(procedure), "the switch leads to another page")
        for code, locale in (("sv", "sv-SE"), ("nb", "nb-NO"), ("nb", "no"), ("en", "fr-FR")):
            with self.watch.page(language=locale) as page:
                self.open(page)
                self.watch.expect(page.get_attribute("html", "lang") == code,
                                  f"a browser that likes {locale} gets another language than {code}")

    def keyboard(self) -> None:
        """The way to a saved gap with nothing but the keys."""
        with self.watch.page() as page:
            page.on("filechooser", lambda chooser: chooser.set_files(self.folder))
            self.open(page)
            page.keyboard.press("Tab")
            self.watch.expect(page.evaluate("document.activeElement.matches('a.skip')"),
                              "the first stop is not the link to the content")
            self.watch.picture(page, "keyboard skip", whole=False)
            page.keyboard.press("Enter")
            self.watch.tab_to(page, "#folder")
            page.keyboard.press("Enter")
            page.wait_for_selector("#chosen-list li")
            self.watch.tab_to(page, "#profile")
            for _ in range(30):
                if page.input_value("#profile") == self.profile:
                    break
                page.keyboard.press("ArrowDown")
            else:
                for _ in range(30):
                    if page.input_value("#profile") == self.profile:
                        break
                    page.keyboard.press("ArrowUp")
            self.watch.expect(page.input_value("#profile") == self.profile, "the terms are not chosen")
            self.watch.tab_to(page, "#start")
            page.keyboard.press("Enter")
            page.wait_for_url(re.compile("/procedures/"), timeout=READING)
            page.wait_for_selector("#matrix, #failed", timeout=READING)
            self.watch.tab_to(page, "#filter input[value=contradicted]")
            page.keyboard.press("Space")
            self.watch.expect(page.locator("#matrix tbody tr[hidden]").count(), "nothing is filtered")
            page.keyboard.press("Space")
            self.watch.tab_to(page, "#matrix a.mark.weak")
            page.keyboard.press("Enter")
            page.wait_for_selector("#s1-findings")
            self.watch.expect(page.evaluate("document.activeElement.matches('li.finding')"),
                              "the focus is not at the requirement that the cell leads to")
            self.watch.tab_to(page, "a.jump")
            page.keyboard.press("Enter")
            page.wait_for_selector("mark.here")
            self.in_sight(page, "mark.here", "the passage")
            self.watch.tab_to(page, ".refs a")
            page.keyboard.press("Enter")
            page.wait_for_timeout(300)
            self.watch.expect(page.evaluate("document.activeElement.matches('li.finding')"),
                              "the passage does not lead back to the requirement")
            self.watch.tab_to(page, ".action a")
            page.keyboard.press("Enter")
            page.wait_for_selector("#override-form")
            self.watch.tab_to(page, "#override-outcome")
            page.keyboard.press("ArrowDown")
            self.watch.tab_to(page, "#override-reason")
            page.keyboard.type("Decided with the keys.")
            self.watch.tab_to(page, "#override-by")
            page.keyboard.type(NAME)
            page.keyboard.press("Enter")
            page.wait_for_selector("#decisions")
            self.watch.tab_to(page, "#open-gaps")
            page.keyboard.press("Enter")
            page.wait_for_selector("form[id^=form-]")
            gap = self.first_gap(page)
            for field, text in (("action", "Typed"), ("owner", OWNER), ("due", ""), ("note", ""),
                                ("by", "")):
                self.watch.tab_to(page, f"#{field}-{gap}")
                if field == "due":
                    # The parts of a date have an order of the browser's own.
                    page.keyboard.type("02012027")
                elif field == "by":
                    page.keyboard.press("Control+A")
                    page.keyboard.type(NAME)
                else:
                    page.keyboard.press("Control+A")
                    page.keyboard.type(text)
            self.watch.tab_to(page, f"#save-{gap}")
            page.keyboard.press("Enter")
            page.wait_for_selector(f"#saved-{gap}, #error-{gap}")
            self.watch.expect(page.locator(f"#saved-{gap}").count(), "the gap is not saved")
            self.watch.tab_to(page, "#download-docx")
            with page.expect_download():
                page.keyboard.press("Enter")

    def scriptless(self) -> None:
        """The way to a saved gap without JavaScript."""
        with self.watch.page(script=False) as page:
            self.open(page)
            for id in ("#drop-hint", "#chosen", "#upload-status", "#upload-problem"):
                self.watch.expect(not page.is_visible(id), f"{id} is shown, which needs the script")
            self.watch.picture(page, "scriptless start")
            page.click("#start")
            page.wait_for_selector("#problem")
            page.set_input_files("#folder", self.folder)
            page.select_option("#profile", self.profile)
            page.click("#start")
            self.read_through(page)
            self.watch.picture(page, "scriptless matrix")
            page.check("#filter input[value=contradicted]")
            page.click("#filter-apply")
            page.wait_for_url(re.compile("outcome=contradicted"))
            rows = page.locator("#matrix tbody tr:not([hidden])").count()
            wanted = page.locator("#matrix tbody tr[data-outcomes~=contradicted]").count()
            self.watch.expect(0 < rows == wanted, f"the filter shows {rows} rows, not {wanted}")
            page.click("#filter-reset")
            cell = page.locator("#matrix a.mark.weak").first
            anchor = (cell.get_attribute("href") or "").split("#")[1]
            cell.click()
            page.wait_for_selector(f"#{anchor}")
            self.in_sight(page, f"#{anchor}", "the requirement")
            page.locator(f"#{anchor} a.jump").first.click()
            page.wait_for_timeout(300)
            passage = urllib.parse.urlsplit(page.url).fragment
            self.in_sight(page, f"#{passage}", "the passage")
            self.watch.picture(page, "scriptless passage", whole=False)
            page.locator("li.finding.weak .action a").first.click()
            page.select_option("#override-outcome", "contradicted")
            page.fill("#override-reason", REASON)
            page.fill("#override-by", NAME)
            page.click("#override-save")
            page.wait_for_selector("#decisions")
            page.click("#open-gaps")
            gap = self.first_gap(page)
            page.fill(f"#action-{gap}", ACTION)
            page.fill(f"#owner-{gap}", OWNER)
            page.fill(f"#due-{gap}", DUE)
            page.fill(f"#by-{gap}", NAME)
            page.click(f"#save-{gap}")
            page.wait_for_selector(f"#saved-{gap}")
            page.reload()
            self.watch.expect(page.input_value(f"#action-{gap}") == ACTION, "the gap is not saved")
            self.download(page, "docx")
            page.click("#nav-sentence")
            page.fill("#text", STATEMENT)
            page.click("#read")
            page.wait_for_selector("#result .passage")
            page.click("#language-sv")
            page.wait_for_selector("html[lang=sv]")
            page.click("#brand")
            page.wait_for_selector("#recent")
            page.goto(self.watch.address + self.procedure)
            page.click("#delete summary")
            page.click("#delete-button")
            page.wait_for_selector("#notice")
            self.procedure = ""

    def looks(self) -> None:
        """Every page wide and narrow, light and dark."""
        with self.watch.page() as page:
            procedure = self.ensure_procedure(page)
        paths = {
            "start": "/", "matrix": procedure, "supplier": f"{procedure}/suppliers/1",
            "gaps": f"{procedure}/suppliers/2/gaps", "compare": "/compare", "clauses": "/clauses",
            "clause": "/clauses/dd-risk-assessment", "sentence": "/sentence", "rules": "/rules",
            "rule": "/rules/AK1001", "about": "/about", "login": "/login",
        }
        for width in (1400, 390, 360):
            for scheme in ("light", "dark"):
                if (width, scheme) == (360, "dark"):
                    continue
                with self.watch.page(width, scheme) as page:
                    for name, path in paths.items():
                        self.open(page, path)
                        self.watch.look(page, f"{name} {width} {scheme}")
