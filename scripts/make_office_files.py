#!/usr/bin/env python3
"""Makes real office files from invented text, and says what must be read from each.

Usage: make_office_files.py FOLDER

Writes Word documents, workbooks and web pages in English, Swedish and Norwegian into FOLDER with
python-docx and openpyxl, and, when LibreOffice (`soffice`) is there, the same documents saved by
LibreOffice as .docx, .odt, .fodt and .html, and the workbooks as .ods. FOLDER/expected.json holds for each
file:

    {"blocks": [{"kind", "number", "text"}],     blocks that must be read, in this order
     "questions": [{"label", "answer"}],         all questions; "" when unanswered
     "absent": [text]}                           what must not stand in any block of evidence

`AKTSAM_OFFICE=FOLDER swift test --filter OfficeFilesTests` compares.
"""

import copy
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from office_texts import TEXTS

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
DATE = datetime.datetime(2026, 2, 3, 12, 0, 0)


def block(kind, text, number=""):
    return {"kind": kind, "number": number, "text": text}


def element(markup):
    """Parses markup in the namespace of WordprocessingML."""
    name = markup[1:].split(">")[0].split(" ")[0].rstrip("/")
    return parse_xml(markup.replace(name, f"{name} {nsdecls('w')} {W14}", 1))


def run(text, properties="", tag="t"):
    return element(
        f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>')


def control(content, alias="", tag="", more=""):
    """A content control around elements."""
    sdt = element(
        "<w:sdt><w:sdtPr>"
        + (f'<w:alias w:val="{escape(alias)}"/>' if alias else "")
        + (f'<w:tag w:val="{tag}"/>' if tag else "") + more
        + "</w:sdtPr><w:sdtContent/></w:sdt>")
    sdt[1].extend(content)
    return sdt


def box(checked):
    return control(
        [run("☒" if checked else "☐")],
        more=f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/></w14:checkbox>')


class Word:
    """A Word document, and what must be read from it."""

    def __init__(self, texts):
        self.texts = texts
        self.document = docx.Document()
        self.document.core_properties.modified = DATE
        self.document.core_properties.created = DATE
        for lang in self.document.styles.element.iter(qn("w:lang")):
            lang.set(qn("w:val"), texts["lang"])
        self.expected = {"blocks": [], "questions": [], "absent": []}
        self.parts = {}

    def expect(self, kind, text, number=""):
        self.expected["blocks"].append(block(kind, text, number))

    def ask(self, label, answer=""):
        self.expected["questions"].append({"label": label, "answer": answer})

    def heading(self, text, level=1):
        self.expect("heading", text)
        return self.document.add_heading(text, level)

    def paragraph(self, text="", kind="paragraph", style=None, number=""):
        if text:
            self.expect(kind, text, number)
        return self.document.add_paragraph(text, style)

    def numbering(self, levels):
        """Defines a list and returns its id; a level is its format and text."""
        root = self.document.part.numbering_part.element
        number = 90
        abstract = element(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            + "".join(
                f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{text}"/></w:lvl>' for index, (form, text) in enumerate(levels))
            + "</w:abstractNum>")
        root.insert(0, abstract)
        root.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
        return number

    def listed(self, paragraph, number, level):
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            element(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))

    def add_part(self, name, kind, content):
        """Adds a part that python-docx does not know, such as footnotes."""
        self.parts[name] = (kind, content)

    def save(self, path):
        self.document.save(path)
        if not self.parts:
            return
        with zipfile.ZipFile(path) as old:
            members = {name: old.read(name) for name in old.namelist()}
        for name, (kind, content) in self.parts.items():
            members[f"word/{name}"] = content.encode()
            members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
                b"</Types>",
                f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-'
                f'officedocument.wordprocessingml.{kind}+xml"/></Types>'.encode())
            members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
                b"</Relationships>",
                f'<Relationship Id="{kind}1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                f'relationships/{kind}" Target="{name}"/></Relationships>'.encode())
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name, content in members.items():
                new.writestr(zipfile.ZipInfo(name, (2026, 2, 3, 12, 0, 0)), content)


def clauses(word, t):
    """Clauses with automatic numbers."""
    number = word.numbering(
        [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "%4.")])
    word.expect("heading", t["duties"], "1")
    word.listed(word.document.add_heading(t["duties"], 1), number, 0)
    word.listed(word.paragraph(t["lead"], number="1.1"), number, 1)
    for letter, item in zip("ab", t["items"]):
        word.listed(word.paragraph(item, "list-item", number=f"1.1 {letter}"), number, 2)
    word.listed(word.paragraph(t["report"], number="1.2"), number, 1)
    word.expect("heading", t["breach"], "2")
    word.listed(word.document.add_heading(t["breach"], 1), number, 0)
    word.listed(word.paragraph(t["remedy"], number="2.1"), number, 1)


def changes(word, t):
    """Tracked changes and a comment."""
    word.heading(t["policy"])
    paragraph = word.document.add_paragraph(t["before"])._p
    by = 'w:id="{}" w:author="A" w:date="2026-01-01T00:00:00Z"'
    inserted = element(f"<w:ins {by.format(1)}/>")
    inserted.append(run(t["new"]))
    deleted = element(f"<w:del {by.format(2)}/>")
    deleted.append(run(t["old"], tag="delText"))
    paragraph.extend([inserted, deleted, run(t["after"])])
    word.expect("paragraph", t["before"] + t["new"] + t["after"])
    gone = word.document.add_paragraph()._p
    gone.get_or_add_pPr().append(element(f"<w:rPr><w:del {by.format(3)}/></w:rPr>"))
    deleted = element(f"<w:del {by.format(4)}/>")
    deleted.append(run(t["gone"], tag="delText"))
    gone.append(deleted)
    last = word.paragraph(t["voice"])
    if hasattr(word.document, "add_comment"):
        word.document.add_comment(last.runs, t["comment"], "A", "A")
    word.expected["absent"] += [t["gone"], t["old"].strip(), t["comment"]]


def controls(word, t):
    """Content controls, filled in and not."""
    word.document.add_heading(t["policy"], 1)
    paragraph = word.document.add_paragraph(t["ask"] + " ")._p
    paragraph.append(control([run(t["answer"])], tag="q1"))
    word.expect("question", t["ask"])
    word.expect("answer", t["answer"])
    word.ask(t["ask"], t["answer"])
    inner = element("<w:p/>")
    inner.append(run(t["voice"]))
    body = word.document.element.body
    body.insert(len(body) - 1, control([inner], alias=t["policy"], tag="q2"))
    word.expect("answer", t["voice"])
    word.ask(t["policy"], t["voice"])
    question = t["questions"][2][0]
    paragraph = word.document.add_paragraph(question + " ")._p
    paragraph.append(control([run(t["prompt"])], tag="q3", more="<w:showingPlcHdr/>"))
    word.expect("question", question)
    word.ask(question)
    word.expected["absent"].append(t["prompt"])


def boxes(word, t):
    """Check boxes as controls and as signs."""
    question, yes, no = t["options"]
    paragraph = word.document.add_paragraph(question + " ")._p
    paragraph.extend([box(True), run(f" {yes} "), box(False), run(f" {no}")])
    word.expect("question", question)
    word.expect("answer", yes)
    word.expect("caption", no)
    word.ask(question, yes)
    question, options = t["many"]
    word.document.add_paragraph(question)
    word.document.add_paragraph(f"☐ {options[0]}")
    word.document.add_paragraph(f"☒ {options[1]}")
    word.expect("question", question)
    word.expect("caption", options[0])
    word.expect("answer", options[1])
    word.ask(question, options[1])
    word.expected["absent"].append(options[0])


def questionnaire(word, t, merged=False):
    """A table of questions and answers."""
    table = word.document.add_table(1, 4)
    for cell, text in zip(table.rows[0].cells, t["columns"]):
        cell.text = text
        word.expect("caption", text)
    for index, (question, answer, comment) in enumerate(t["questions"], 1):
        if merged and index == 2:
            row = table.add_row().cells
            row[0].merge(row[3]).text = t["breach"]
            word.expect("caption", t["breach"])
        cells = table.add_row().cells
        number = f"2.{index}"
        for cell, text in zip(cells, [number, question, answer, comment]):
            cell.text = text
        word.expect("question", question, number)
        if answer:
            word.expect("answer", answer, number)
            word.expect("answer", comment, number)
        if merged and index == 1:
            more = table.add_row().cells
            cells[0].merge(more[0])
            cells[1].merge(more[1])
            more[2].text = t["voice"]
            # Merging appends the empty paragraphs of the cells below.
            word.expect("answer", t["voice"], number)
            comment = f"{comment} {t['voice']}"
        word.ask(question, " ".join(filter(None, [answer, comment])))


def merged(word, t):
    """The same with merged cells and a line across the table."""
    questionnaire(word, t, merged=True)


def split(word, t):
    """Runs that end at every character."""
    for text in [t["voice"], t["report"], t["answer"]]:
        paragraph = word.document.add_paragraph()._p
        for index, character in enumerate(text):
            paragraph.append(run(character, "<w:b/>" if index % 3 == 0 else ""))
        word.expect("paragraph", text)


def notes(word, t):
    """Notes, margins, hidden text and a text box."""
    word.document.sections[0].header.paragraphs[0].text = t["margin"]
    paragraph = word.paragraph(t["voice"])._p
    paragraph.append(element('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    word.expect("paragraph", t["note"])
    word.add_part(
        "footnotes.xml", "footnotes",
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        f'</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{t["note"]}</w:t></w:r>'
        "</w:p></w:footnote></w:footnotes>")
    paragraph = word.paragraph(t["answer"])._p
    paragraph.append(run(t["hidden"], "<w:vanish/>"))
    shape = (
        '<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="s" type="#_x0000_t202" '
        'style="width:200pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict>").format(t["box"])
    paragraph.append(element(f"<w:r>{shape}</w:r>"))
    word.expect("paragraph", t["box"])
    word.expect("caption", t["margin"])
    word.expected["absent"] += [t["hidden"], t["margin"]]


def lists(word, t):
    """Lists inside each other, by style."""
    word.heading(t["policy"])
    word.paragraph(t["measures"])
    word.paragraph(t["bullets"][0], "list-item", "List Bullet")
    word.paragraph(t["items"][0], "list-item", "List Bullet 2")
    word.paragraph(t["bullets"][1], "list-item", "List Bullet")
    word.paragraph(t["voice"])


def policy(word, t):
    """A supplier's own words, with a table of sites."""
    word.heading(t["policy"])
    word.paragraph(t["voice"])
    table = word.document.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, t["site"]):
        cell.text = text
        word.expect("caption", text)
    for site in t["sites"]:
        for cell, text in zip(table.add_row().cells, site):
            cell.text = text
            word.expect("table-cell", text)
    word.heading(t["terms"], 2)
    word.paragraph(t["measures"])
    for bullet in t["bullets"]:
        word.paragraph(bullet, "list-item", "List Bullet")


CASES = [clauses, changes, controls, boxes, questionnaire, merged, split, notes, lists, policy]
# What LibreOffice keeps of the others differs by version.
RESAVED = {"clauses", "changes", "questionnaire", "split", "lists", "policy"}


def workbook(t, path):
    """A sheet of questions and answers, and one of sites."""
    book = openpyxl.Workbook()
    book.properties.modified = book.properties.created = DATE
    sheet = book.active
    sheet.title = t["policy"][:31]
    sheet.append(t["columns"])
    expected = {"blocks": [], "questions": [], "absent": []}
    for index, (question, answer, comment) in enumerate(t["questions"], 1):
        sheet.append([f"2.{index}", question, answer, comment])
        expected["questions"].append(
            {"label": question, "answer": " ".join(filter(None, [answer, comment]))})
    sheet = book.create_sheet(t["site"][0])
    for row in [t["site"], *t["sites"]]:
        sheet.append(row)
    for text in (text for row in t["sites"] for text in row):
        expected["blocks"].append(block("table-cell", text))
    book.save(path)
    return expected


def page(t, path):
    """A web page with the supplier's own words."""
    items = "".join(f"<li>{escape(item)}</li>" for item in t["bullets"])
    path.write_text(
        f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{t["lang"]}"><head><title>x</title></head><body>'
        f'<h1>{t["policy"]}</h1><p>{t["voice"]}</p><h2>{t["terms"]}</h2><p>{t["measures"]}</p>'
        f"<ul>{items}</ul></body></html>", encoding="utf-8")
    blocks = [
        block("heading", t["policy"]), block("paragraph", t["voice"]), block("heading", t["terms"]),
        block("paragraph", t["measures"]), *(block("list-item", item) for item in t["bullets"])]
    return {"blocks": blocks, "questions": [], "absent": []}


def convert(files, form, folder):
    """Saves files with LibreOffice in another form; returns whether it did."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form,
             "--outdir", str(folder), *map(str, files)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600, check=False)
    return done.returncode == 0


def resave(folder, expected):
    """Adds what LibreOffice makes of the files."""
    sources = [folder / name for name in sorted(expected) if name.endswith(".docx")
               and name.split("-")[0] in RESAVED]
    for form in ["odt", "fodt", "docx"]:
        with tempfile.TemporaryDirectory() as place:
            convert(sources, form, place)
            for source in sources:
                made = pathlib.Path(place) / f"{source.stem}.{form}"
                if made.exists():
                    name = f"{source.stem}-libreoffice.{form}"
                    shutil.move(made, folder / name)
                    expected[name] = copy.deepcopy(expected[source.name])
    books = [folder / name for name in sorted(expected) if name.endswith(".xlsx")]
    convert(books, "ods", folder)
    for book in books:
        if book.with_suffix(".ods").exists():
            expected[f"{book.stem}.ods"] = copy.deepcopy(expected[book.name])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for language, texts in TEXTS.items():
        for case in CASES:
            name = f"{case.__name__}-{language}.docx"
            word = Word(texts)
            case(word, texts)
            word.save(folder / name)
            expected[name] = word.expected
        expected[f"workbook-{language}.xlsx"] = workbook(texts, folder / f"workbook-{language}.xlsx")
        expected[f"policy-{language}.html"] = page(texts, folder / f"policy-{language}.html")
    if shutil.which("soffice"):
        resave(folder, expected)
    (folder / "expected.json").write_text(
        json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(expected)} files in {folder}")


if __name__ == "__main__":
    main()
