"""Reads the words of a citation again from the bytes of the file, by rules of its own.

`check_quotations.py` uses it. Nothing here is taken from aktsam: markup is told apart by regular
expressions, references are resolved by the tables of Python. Known differences between what is stored
and what is read are rules, each named in `Sources.read`.
"""
from __future__ import annotations

import bisect
import codecs
import datetime
import functools
import html
import io
import pathlib
import re
import unicodedata
import zipfile

# A quoted ">" ends no tag; a comment or a quoted "]" ends no internal subset.
MARKUP = re.compile(
    rb"""(?P<comment><!--.*?-->)
    |<!\[CDATA\[(?P<cdata>.*?)\]\]>
    |(?P<instruction><\?.*?\?>)
    |(?P<doctype><!DOCTYPE(?:"[^"]*"|'[^']*'|[^"'\[>])*
        (?:\[(?:<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|[^\]"'])*\]\s*)?>)
    |(?P<tag></?[A-Za-z_:\x80-\xff](?:"[^"]*"|'[^']*'|[^"'<>])*>)""", re.S | re.X)
# In a page a "<" or a lone quotation mark may stand in a tag, and what is no tag is text.
PAGE_MARKUP = re.compile(
    rb"""(?P<comment><!--.*?-->|<![^>]*>|<\?[^>]*>)
    |(?P<tag></?[A-Za-z][^\s/>]*(?:\s+|/(?!>)|[^\s"'>=/]+|=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)|["'])*/?>)""",
    re.S | re.X)
REFERENCE = re.compile(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[^\s&;<]+);")
ENTITY = re.compile(rb"""<!ENTITY\s+([^\s%]+)\s+("[^"]*"|'[^']*')\s*>""")
PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

# Survey tools store web pages as text: what is read there is resolved twice.
PAGES_AS_TEXT = {
    "limesurvey", "quexml", "odk-form", "odk-submission", "fhir-questionnaire", "fhir-response", "qti"}

# Elements that stand for a character.
ELEMENTS = {
    "noBreakHyphen": "\u2011", "softHyphen": "\u00AD", "tab": " ", "ptab": " ", "br": " ", "cr": " ",
    "s": " ", "line-break": " ", "soft-hyphen": "\u00AD"}


# Paragraphs, items, cells and headings in the markup languages that are read.
PARAGRAPHS = {
    "p", "h", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "div", "list-item", "table-cell", "item",
    "para", "P", "NP", "TXT"}


def fold(text: str) -> str:
    """Return a text with white space as single blanks, none at the ends."""
    blank = re.compile(r"[\s\u0085\u00A0\uFEFF]+")
    return blank.sub(" ", text).strip(" ")


def shown(text: str) -> str:
    """Return a text as reports for people show it: in one line, without controls and changes of the
    reading direction."""
    result = []
    for sign in text:
        kind = unicodedata.category(sign)
        if kind in ("Zs", "Zl", "Zp") or sign in "\t\n\v\f\r\x85":
            result.append(" ")
        elif kind == "Cc" or "\u202A" <= sign <= "\u202E" or "\u2066" <= sign <= "\u2069":
            result.append("\uFFFD")
        else:
            result.append(sign)
    return re.sub(" +", " ", "".join(result)).strip(" ")


class Source:
    """The bytes that the ranges of one file, or of one member of a zip file, count in."""

    def __init__(self, stored: bytes, form: str, encoding: str | None):
        self.form = form
        self.bytes = self.decoded(stored, encoding)

    @staticmethod
    def decoded(stored: bytes, encoding: str | None) -> bytes:
        """Return the bytes as UTF-8; UTF-8 is kept as it is, its byte order mark included."""
        name = encoding or Source.declared(stored)
        if codecs.lookup(name).name in ("utf-8", "ascii"):
            try:
                stored.decode("utf-8")
                return stored
            except UnicodeDecodeError:
                return stored.decode("utf-8", "replace").encode()
        return stored.decode(name, "replace").lstrip("\uFEFF").encode()

    @staticmethod
    def declared(stored: bytes) -> str:
        """Return the encoding of a part of a package, which no report names."""
        for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
            if stored.startswith(mark):
                return name
        found = re.match(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", stored)
        return found[1].decode() if found else "utf-8"

    @functools.cached_property
    def starts(self) -> list[int]:
        """Where lines start: behind LF, CR LF or CR."""
        return [0] + [found.end() for found in re.finditer(rb"\r\n|\n|\r", self.bytes)]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, counted from 1, columns in characters; a byte order mark takes none."""
        line = bisect.bisect_right(self.starts, offset)
        before = self.bytes[self.starts[line - 1]:offset].decode("utf-8", "replace")
        if line == 1:
            before = before.removeprefix("\uFEFF")
        return line, len(before) + 1

    @functools.cached_property
    def marks(self) -> list[tuple[int, int, str, re.Match]]:
        """The markup: start, end, kind."""
        if self.form in ("text", "markdown"):
            return []
        pattern = PAGE_MARKUP if self.form == "html" else MARKUP
        return [(m.start(), m.end(), m.lastgroup or "", m) for m in pattern.finditer(self.bytes)]

    @functools.cached_property
    def entities(self) -> dict[str, str]:
        """The internal general entities that the document declares; the first declaration counts."""
        result: dict[str, str] = {}
        for _, _, kind, match in self.marks:
            if kind == "doctype":
                for name, value in ENTITY.findall(re.sub(rb"<!--.*?-->", b"", match[0], flags=re.S)):
                    result.setdefault(name.decode(), value[1:-1].decode())
        return result

    def resolved(self, text: str, depth: int = 0) -> str:
        """Return a text with its references resolved."""
        if self.form == "text":
            return text
        if self.form == "html":
            return html.unescape(text)

        def one(match: re.Match) -> str:
            name = match[1]
            if name in self.entities and name not in PREDEFINED and depth < 20:
                # Tags of a replacement are dropped.
                inner = re.sub(r"<!--.*?-->|<[^!][^>]*>", "", self.entities[name], flags=re.S)
                return self.resolved(inner, depth + 1)
            if name.startswith("#"):
                return chr(int(name[2:], 16) if name[1] in "xX" else int(name[1:]))
            return PREDEFINED.get(name) or html.entities.html5.get(name + ";", match[0])

        text = REFERENCE.sub(one, text)
        # A backslash before a mark means the mark (CommonMark 0.31, 2.4).
        return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text) if self.form == "markdown" else text

    def plain(self, start: int, end: int) -> str:
        return self.bytes[start:end].decode("utf-8", "replace")

    def parts(self, start: int, end: int) -> bool:
        """Whether a paragraph ends or begins in a byte range; one that stands whole in it, such as that
        of a footnote, is left out."""
        depth = 0
        index = bisect.bisect_left(self.marks, start, key=lambda mark: mark[0])
        for opening, closing, kind, match in self.marks[index:]:
            if opening >= end:
                break
            if kind != "tag" or match[0].endswith(b"/>"):
                continue
            name = re.match(r"</?(?:[^\s/>:]*:)?([^\s/>]*)", match[0].decode())[1]
            if name in PARAGRAPHS:
                depth += -1 if match[0].startswith(b"</") else 1
                if depth < 0:
                    return True
        return depth > 0

    def element(self, match: re.Match) -> str:
        """Return the text that a tag stands for: mostly none."""
        name = re.split(r"[\s/>]", match[0].decode().strip("</"))[0].split(":")[-1]
        values = {key.decode(): self.resolved(value.decode()) for key, _, value in re.findall(
            rb"""([^\s=<]+)\s*=\s*(["'])(.*?)\2""", match[0], re.S)}
        if name in ("QUOT.START", "QUOT.END") and "CODE" in values:
            # Formex names the quotation mark by its code.
            return chr(int(values["CODE"], 16))
        if name == "insert" and ("id-ref" in values or "param-id" in values):
            # OSCAL puts the value of a parameter there, else its label.
            return f"[{self.parameter(values.get('id-ref') or values['param-id'], match.start())}]"
        return ELEMENTS.get(name, "")

    def parameter(self, name: str, offset: int) -> str:
        """Return what a parameter of OSCAL is called: the value set last before a place, else the first
        label, value or choices."""
        sign = re.escape(name.encode())
        values = re.findall(
            rb"<set-parameter\b[^>]*?param-id=[\"']" + sign + rb"[\"'].*?<value>(.*?)</value>",
            self.bytes[:offset], re.S)
        if values:
            return self.resolved(values[-1].decode())
        declared = re.search(
            rb"<param\b[^>]*?\bid=[\"']" + sign + rb"[\"'].*?</param>", self.bytes, re.S)
        for item in ("label", "value", "choice") if declared else ():
            texts = re.findall(rf"<{item}>(.*?)</{item}>".encode(), declared[0], re.S)
            if texts:
                shown = texts[:8] if item == "choice" else texts[:1]
                return " / ".join(re.sub("<[^>]*>", "", self.resolved(t.decode())) for t in shown)
        return name

    def read(self, start: int, end: int) -> str:
        """Return what a byte range reads as."""
        result = []
        position = start
        index = bisect.bisect_right(self.marks, start, key=lambda mark: mark[1])
        while position < end and index < len(self.marks):
            opening, closing, kind, match = self.marks[index]
            index += 1
            if opening >= end:
                break
            if opening > position:
                result.append(self.resolved(self.plain(position, opening)))
            inside = max(opening, position), min(closing, end)
            if kind == "cdata":
                first, last = match.span("cdata")
                result.append(self.plain(max(first, inside[0]), min(last, inside[1])))
            elif kind == "tag" and inside == (opening, closing):
                result.append(self.element(match))
            elif kind == "tag":
                # A part of a tag is an attribute's value.
                result.append(self.resolved(self.plain(*inside).strip("\"'")))
            position = max(position, inside[1])
        if position < end:
            result.append(self.resolved(self.plain(position, end)))
        return "".join(result)


class Sources:
    """All files that a report cites."""

    def __init__(self, root: pathlib.Path):
        self.root = root
        self.inputs: dict[tuple[str, str], dict] = {}
        self.loaded: dict[tuple[str, str], Source] = {}

    def add(self, report: dict) -> None:
        """Take note of what a report says about its inputs."""
        for subject in report["subjects"]:
            for entry in subject["inputs"]:
                self.inputs[entry["path"], entry.get("part", "")] = entry

    def stored(self, path: str, part: str) -> bytes:
        """Return the bytes as stored, `part` taken out of one zip file or of several in each other."""
        data = (self.root / path).read_bytes()
        for name in part.split("!/") if part else []:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = archive.read(name)
        return data

    def entry(self, path: str, part: str) -> tuple[dict, bool]:
        """Return the input that a place belongs to, and whether the place is in a part of it."""
        if (path, part) in self.inputs:
            return self.inputs[path, part], False
        steps = part.split("!/")
        for count in range(len(steps) - 1, -1, -1):
            found = self.inputs.get((path, "!/".join(steps[:count])))
            if found:
                return found, True
        return {}, True

    def source(self, path: str, part: str) -> Source:
        if (path, part) not in self.loaded:
            entry, isPart = self.entry(path, part)
            form = entry.get("format", "prose")
            isText = form in ("text", "markdown", "html") and not isPart
            self.loaded[path, part] = Source(
                self.stored(path, part), form if isText else "xml",
                None if isPart else entry.get("encoding"))
        return self.loaded[path, part]

    def difference(self, place: dict, quote: str, isWord: bool = False) -> str | None:
        """Return what the ranges of a place read as when that is not the quotation, else nothing.

        Rules beside white space, which counts as one blank, and none at the ends:

        - between two ranges a blank may stand in the quotation that is not in the file, and must where
          either range ends with one, or a paragraph ends between them;
        - texts of survey tools are web pages in text: their references are resolved once more;
        - `_x000D_` in a workbook is the escape for a carriage return, and nothing is shown for it;
        - a number in a cell may be shown as its format says (`cell_texts`);
        - an element may stand for a text (`Source.element`); a word may be a part of that text.
        """
        path, part = place["path"], place.get("part", "")
        source = self.source(path, part)
        segments = place["segments"]
        parts = [source.read(start, end) for start, end in segments]
        for index, ((_, end), (start, _)) in enumerate(zip(segments, segments[1:])):
            if source.parts(end, start):
                parts[index] += " "
        form = self.entry(path, part)[0].get("format", "")
        if form == "xlsx":
            parts = [text.replace("_x000D_", "") for text in parts]
        if matches(parts, quote):
            return None
        if form in PAGES_AS_TEXT and matches([html.unescape(text) for text in parts], quote):
            return None
        if form == "xlsx" and len(set(parts)) == 1 and fold(quote) in cell_texts(parts[0]):
            return None
        if isWord and source.form == "xml" and len(parts) == 1 and fold(quote) in fold(parts[0]):
            return None if b"<" in source.bytes[slice(*segments[0])] else parts[0]
        return "|".join(parts)


def matches(parts: list[str], quote: str) -> bool:
    """Whether the parts, one behind the other, make up the quotation."""
    pattern = ""
    before = ""
    for text in parts:
        folded = fold(text)
        if pattern and folded:
            isParted = before[-1:].isspace() or text[:1].isspace()
            pattern += " " if isParted else " ?"
        pattern += re.escape(folded)
        before = text if folded else before + text
    return re.fullmatch(pattern, fold(quote)) is not None


def cell_texts(stored: str) -> set[str]:
    """Return how the number in a cell may be shown: as a truth value, a day, a time, a share, rounded."""
    try:
        number = float(stored)
    except ValueError:
        return set()
    texts = {"TRUE", "FALSE"} & ({"TRUE"} if number else {"FALSE"})
    for epoch in (datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)):
        if 0 <= number < 2_958_466:
            moment = epoch + datetime.timedelta(days=number) + datetime.timedelta(milliseconds=500)
            texts |= {moment.strftime(form) for form in (
                "%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%H:%M", "%H:%M:%S")}
    for digits in range(11):
        texts |= {f"{number:.{digits}f}", f"{number * 100:.{digits}f}%", f"{number * 100:.{digits}f} %"}
    return texts
