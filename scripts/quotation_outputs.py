"""Takes the quotations out of what aktsam writes, as a reader of each form finds them.

`check_quotations.py` uses it. Each function returns pairs: the quotation, and the line that says where it
stands.
"""
from __future__ import annotations

import csv
import html
import html.parser
import io
import json
import re
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Found = list[tuple[str, str]]


class Page(html.parser.HTMLParser):
    """A page: its quotations with their captions, where they lead, and the marked text of the documents.

    A passage may go over several blocks, each with a mark of its own.
    """

    BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "article"}
    # What stands in a passage and is none of its words; a printed number may be.
    ASIDE = {"refs", "label"}

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.quotations: list[tuple[str, str, str]] = []
        self.marked = ""
        self.starts: dict[str, int] = {}
        self.open: list[str] = []
        self.aside: list[int] = []
        self.printed = 0
        self.quote = self.caption = self.target = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag in self.BLOCKS:
            self.marked += "\n"
        if tag not in ("meta", "col", "input", "br", "link", "hr", "img"):
            self.open.append(tag)
        if tag == "span" and values.get("class") in self.ASIDE:
            self.aside.append(len(self.open))
        if tag == "span" and values.get("class") == "printed":
            self.printed = len(self.open)
            self.marked += "\uE000"
        if tag in ("mark", "span") and values.get("id"):
            self.starts[values["id"]] = len(self.marked)
        if tag == "figure":
            self.quote = self.caption = self.target = ""
        if tag == "a" and "figcaption" in self.open:
            self.target = (values.get("href") or "").removeprefix("#")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if self.printed > len(self.open):
            self.printed = 0
            self.marked += "\uE001"
        self.aside = [depth for depth in self.aside if depth <= len(self.open)]
        if tag == "figure" and self.quote:
            self.quotations.append((self.quote, self.caption, self.target))

    def handle_data(self, data: str) -> None:
        if "blockquote" in self.open:
            self.quote += data
        elif "figcaption" in self.open and "a" not in self.open:
            self.caption += data
        if not self.aside and "article" in self.open:
            isMarked = "mark" in self.open or data.isspace() or self.printed > 0
            # Words between two marks of a block part them.
            isBlock = self.marked.endswith(("\n", "\uFFFC ", "\uE001"))
            self.marked += data if isMarked else "" if isBlock else " \uFFFC "

    def behind(self, name: str, length: int) -> str:
        """Return the marked text that begins at an id, of at least a length."""
        start = self.starts.get(name, len(self.marked))
        return self.marked[start:start + 4 * length + 400]


def begins(marked: str, quote: str) -> bool:
    """Whether a marked text begins with a quotation.

    The numbers of blocks are shown before their text, whole ("Article 2 (a)"); of them the quotation may
    hold the end, where it stands in the file, or nothing.
    """
    words = quote.split()
    position = 0
    for piece in re.split("(\uE000[^\uE001]*\uE001?)", marked):
        own = piece.strip("\uE000\uE001").split()
        if piece.startswith("\uE000"):
            ends = (own[first:] for first in range(len(own) + 1))
            own = next(end for end in ends if words[position:position + len(end)] == end)
        own = own[:len(words) - position]
        if words[position:position + len(own)] != own:
            return False
        position += len(own)
    return position == len(words)


def markdown(data: bytes) -> Found:
    """Quotations stand behind `> `, an empty line apart from their source."""
    found: Found = []
    lines = data.decode().split("\n")
    for index, line in enumerate(lines):
        if line.startswith("> ") and not line.startswith("> — ") and lines[index + 1] == ">":
            found.append((rendered(line[2:]), rendered(lines[index + 2].removeprefix("> — "))))
    return found


def rendered(line: str) -> str:
    """Return a line of Markdown as it is shown; a mark that would not be shown becomes U+FFFC."""
    def one(match: re.Match) -> str:
        if match[0].startswith("\\"):
            return match[0][1:]
        return html.unescape(match[0]) if match[0].startswith("&") else "\uFFFC"

    return re.sub(r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|[*_`<\[\]]|~~",
                  one, re.sub(r"^(?:[-+=]|[0-9]+[.)](?= |$)|#+ )", "\uFFFC", line))


def page(data: bytes) -> Found:
    return [(quote, caption) for quote, caption, _ in Page(data.decode()).quotations]


def docx(data: bytes) -> Found:
    """Quotations and their sources are paragraphs of two styles."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    found: Found = []
    for paragraph in body.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(W + "val")
        text = "".join(text.text or "" for text in paragraph.iter(W + "t"))
        if name == "Quote":
            found.append((text, ""))
        elif name == "QuoteSource" and found:
            found[-1] = found[-1][0], text
    return found


def table(rows: list[list[str]]) -> Found:
    """Quotations and sources are two columns, a line for each."""
    found: Found = []
    if not rows or "Quotation" not in rows[0]:
        return found
    column, source = rows[0].index("Quotation"), rows[0].index("Source")
    for row in rows[1:]:
        if row[column]:
            quotes, sources = row[column].split("\n"), row[source].split("\n")
            sources += ["no source"] * (len(quotes) - len(sources))
            found += list(zip(quotes, sources))
    return found


def defused(cell: str) -> str:
    """Return a cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if re.match(r"'\s*[=+\-@＝＋－＠]", cell) else cell


def values(data: bytes) -> Found:
    rows = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    return table([[defused(cell) for cell in row] for row in rows])


def xlsx(data: bytes) -> Found:
    found: Found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if not name.startswith("xl/worksheets/"):
                continue
            rows = []
            for row in ElementTree.fromstring(archive.read(name)).iter(S + "row"):
                cells = []
                for cell in row.iter(S + "c"):
                    texts = [text.text or "" for text in cell.iter(S + "t")]
                    number = cell.find(S + "v")
                    cells.append("".join(texts) if number is None else number.text or "")
                rows.append(cells)
            found += table(rows)
    return found


def oscal(data: bytes) -> Found:
    """The words stand in quotation marks behind their source."""
    plan = json.loads(data)["plan-of-action-and-milestones"]
    found: Found = []
    for observation in plan.get("observations", []):
        for evidence in observation.get("relevant-evidence", []):
            # A label may hold the same marks; the place ends with the line.
            source, line, quote = re.fullmatch(
                r"(.*?)(line \d+): “(.*)”", evidence["description"], re.S).groups()
            found.append((quote, source + line))
    return found


def sarif(data: bytes) -> list[dict]:
    """Return the regions of all results that hold a text."""
    regions = []
    for run in json.loads(data)["runs"]:
        for result in run["results"]:
            for location in result.get("locations", []) + result.get("relatedLocations", []):
                region = location["physicalLocation"].get("region", {})
                if "snippet" in region:
                    regions.append(region)
    return regions


def text(data: bytes, margin: int) -> list[str]:
    """Return the citations of a page of text: place and quotation as one line.

    A place starts at the margin, and all lines up to the quotation are indented more.
    """
    found: list[str] = []
    group: list[str] = []
    for line in data.decode().split("\n") + [""]:
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent > margin and group:
            group.append(line.strip())
            continue
        whole = " ".join(group)
        if len(group) > 1 and re.match(r".+?:\d+:\d+(?=[ ,]|$)", whole) and whole.endswith("”"):
            found.append(whole)
        group = [line.strip()] if indent == margin and line.strip() else []
    return found
