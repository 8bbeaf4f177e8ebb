#!/usr/bin/env python3
"""Makes the office files of examples/laptops-procedure from the texts in its folder `sources`.

Usage: make_example_procedure.py [FOLDER]

FOLDER is examples/laptops-procedure unless another is named; there the files are written into the folders of
the buyer and the suppliers. Needs nothing but Python. The same texts give the same bytes on every machine: times
are fixed, and nothing is compressed, since libraries compress differently. Each paragraph stands in a line of its
own, so that a citation and a diff can be read.

A text (`.md`) starts with lines `key: value` (`lang`, `date`, `numbered`), then an empty line; below it

    # title                       1. numbered clause
    ## heading                    - item of a list
    paragraph                     | cell | cell |  (the first row of a table is its heading)

With `numbered: yes` headings and clauses get automatic numbers: 1, 1.1, 1.2, 2 and so on.
"""

import csv
import io
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent / "examples" / "laptops-procedure"
TIME = (2026, 9, 30, 12, 0, 0)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
MAIN = "application/vnd.openxmlformats-officedocument."
PLAIN = {"lang": "en", "date": "2026-09-30", "numbered": "no"}


def packed(members):
    """Returns a zip file of (name, text or bytes), none of them compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, TIME)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content if isinstance(content, bytes) else content.encode("utf-8"))
    return buffer.getvalue()


def parsed(text):
    """Returns the keys of a text, and its blocks as (kind, content)."""
    head, _, body = text.partition("\n\n")
    keys = PLAIN | dict(line.split(": ", 1) for line in head.splitlines())
    blocks = []
    for line in body.splitlines():
        line = line.strip()
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not blocks or blocks[-1][0] != "table":
                blocks.append(("table", []))
            blocks[-1][1].append(cells)
            continue
        for mark, kind in [("## ", "heading"), ("# ", "title"), ("1. ", "clause"), ("- ", "item")]:
            if line.startswith(mark):
                blocks.append((kind, line[len(mark):]))
                break
        else:
            # An empty line ends a table or a list.
            blocks.append(("paragraph", line) if line else ("end", ""))
    return keys, [block for block in blocks if block[0] != "end"]


def types(overrides):
    """The content types of an Office Open XML package."""
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>")


def relationships(targets):
    return (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">'
        + "".join(
            f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
            for index, (kind, target) in enumerate(targets, 1))
        + "</Relationships>")


def properties(title, date):
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}T12:00:00Z</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T12:00:00Z</dcterms:modified>'
        "</cp:coreProperties>")


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_style(name, label, more, based="Normal"):
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:basedOn w:val="{based}"/><w:qFormat/>{more}</w:style>')


def word_styles(lang):
    return (
        f'{DECLARATION}<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
        f'<w:lang w:val="{lang}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + word_style("Title", "Title", '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>')
        + word_style(
            "Heading1", "heading 1",
            '<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr>'
            '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr>')
        + word_style("ListParagraph", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>')
        + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:pPr>'
        '<w:spacing w:after="0"/></w:pPr><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ["top", "left", "bottom", "right", "insideH", "insideV"])
        + "</w:tblBorders></w:tblPr></w:style></w:styles>")


def word_level(index, form, text, left, hanging):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>')


# List 1 numbers headings, clauses and their items; list 2 has bullets.
WORD_NUMBERING = (
    f'{DECLARATION}<w:numbering {WORD}>'
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + word_level(0, "decimal", "%1", 567, 567) + word_level(1, "decimal", "%1.%2", 567, 567)
    + word_level(2, "lowerLetter", "%3)", 1134, 567) + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>'
    + word_level(0, "bullet", "•", 720, 360) + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>')


def word_paragraph(text, style="", numbering=None, bold=False):
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering:
        inside += '<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>'.format(*numbering)
    return (
        "<w:p>" + (f"<w:pPr>{inside}</w:pPr>" if inside else "") + "<w:r>"
        + ("<w:rPr><w:b/></w:rPr>" if bold else "")
        + f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>\n')


def word_table(rows):
    width = 9000 // len(rows[0])
    text = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>'
        + f'<w:gridCol w:w="{width}"/>' * len(rows[0]) + "</w:tblGrid>")
    for index, row in enumerate(rows):
        text += "<w:tr>\n" + ("<w:trPr><w:tblHeader/></w:trPr>" if index == 0 else "")
        for cell in row:
            text += (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                + word_paragraph(cell, bold=index == 0) + "</w:tc>")
        text += "</w:tr>"
    return text + "</w:tbl>\n"


def docx(text):
    """Returns a Word document."""
    keys, blocks = parsed(text)
    numbered = keys["numbered"] == "yes"
    body = ""
    for kind, content in blocks:
        if kind == "title":
            body += word_paragraph(content, "Title")
        elif kind == "heading":
            body += word_paragraph(content, "Heading1", (1, 0) if numbered else None)
        elif kind == "clause":
            body += word_paragraph(content, "", (1, 1))
        elif kind == "item":
            body += word_paragraph(content, "ListParagraph", (1, 2) if numbered else (2, 0))
        elif kind == "table":
            # Word wants a paragraph behind a table.
            body += word_table(content) + "<w:p/>\n"
        else:
            body += word_paragraph(content)
    title = next(content for kind, content in blocks if kind == "title")
    document = (
        f"{DECLARATION}<w:document {WORD}><w:body>\n{body}<w:sectPr>"
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
        'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>')
    part = MAIN + "wordprocessingml."
    return packed([
        ("[Content_Types].xml", types([
            ("word/document.xml", part + "document.main+xml"),
            ("word/styles.xml", part + "styles+xml"),
            ("word/numbering.xml", part + "numbering+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")])),
        ("_rels/.rels", relationships([
            (OFFICE + "relationships/officeDocument", "word/document.xml"),
            (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")])),
        ("docProps/core.xml", properties(title, keys["date"])),
        ("word/_rels/document.xml.rels", relationships([
            (OFFICE + "relationships/styles", "styles.xml"),
            (OFFICE + "relationships/numbering", "numbering.xml")])),
        ("word/document.xml", document),
        ("word/numbering.xml", WORD_NUMBERING),
        ("word/styles.xml", word_styles({"sv": "sv-SE", "nb": "nb-NO"}.get(keys["lang"], "en-GB"))),
    ])


SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
# Style 0 is a cell, 1 the heading of a column, 2 a line above the table.
XLSX_STYLES = (
    f'{DECLARATION}<styleSheet {SHEET}>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


def xlsx(text, title, widths, date):
    """Returns a workbook with one sheet, from values between semicolons."""
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    # The heading is the first row that fills all columns.
    heading = next(number for number, row in enumerate(rows, 1) if all(row) and len(row) == len(widths))
    strings = []
    data = ""
    for number, row in enumerate(rows, 1):
        # Programs do not all fit the height to wrapped text themselves.
        lines = max(-(-len(cell) // width) for cell, width in zip(row, widths)) if number >= heading else 1
        data += f'<row r="{number}" ht="{15 * max(lines, 1)}" customHeight="1">'
        for column, cell in enumerate(row):
            if not cell:
                continue
            if cell not in strings:
                strings.append(cell)
            style = 2 if number < heading else 1 if number == heading else 0
            data += (
                f'<c r="{chr(65 + column)}{number}" s="{style}" t="s"><v>{strings.index(cell)}</v></c>')
        data += "</row>\n"
    columns = "".join(
        f'<col min="{index}" max="{index}" width="{width}" customWidth="1"/>'
        for index, width in enumerate(widths, 1))
    sheet = (
        f'{DECLARATION}<worksheet {SHEET}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView '
        f'workbookViewId="0"><pane ySplit="{heading}" topLeftCell="A{heading + 1}" activePane="bottomLeft" '
        'state="frozen"/></sheetView>'
        f"</sheetViews><cols>{columns}</cols><sheetData>\n{data}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>')
    shared = (
        f'{DECLARATION}<sst {SHEET} uniqueCount="{len(strings)}">\n'
        + "".join(f'<si><t xml:space="preserve">{escape(string)}</t></si>\n' for string in strings) + "</sst>")
    workbook = (
        f'{DECLARATION}<workbook {SHEET} xmlns:r="{OFFICE}relationships"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name="{escape(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>')
    part = MAIN + "spreadsheetml."
    return packed([
        ("[Content_Types].xml", types([
            ("xl/workbook.xml", part + "sheet.main+xml"),
            ("xl/worksheets/sheet1.xml", part + "worksheet+xml"),
            ("xl/styles.xml", part + "styles+xml"),
            ("xl/sharedStrings.xml", part + "sharedStrings+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")])),
        ("_rels/.rels", relationships([
            (OFFICE + "relationships/officeDocument", "xl/workbook.xml"),
            (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")])),
        ("docProps/core.xml", properties(title, date)),
        ("xl/_rels/workbook.xml.rels", relationships([
            (OFFICE + "relationships/worksheet", "worksheets/sheet1.xml"),
            (OFFICE + "relationships/styles", "styles.xml"),
            (OFFICE + "relationships/sharedStrings", "sharedStrings.xml")])),
        ("xl/workbook.xml", workbook),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/styles.xml", XLSX_STYLES),
        ("xl/sharedStrings.xml", shared),
    ])


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = (
    f'xmlns:office="{ODF}office:1.0" xmlns:style="{ODF}style:1.0" xmlns:text="{ODF}text:1.0" '
    f'xmlns:table="{ODF}table:1.0" xmlns:fo="{ODF}xsl-fo-compatible:1.0" xmlns:meta="{ODF}meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"')
ODT = "application/vnd.oasis.opendocument.text"


def odt_style(name, label, text, paragraph=""):
    return (
        f'<style:style style:name="{name}" style:display-name="{label}" style:family="paragraph" '
        f'style:parent-style-name="Standard"><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {text}/></style:style>")


def odt_styles(lang):
    country = {"sv": "SE", "nb": "NO"}.get(lang, "GB")
    return (
        f"{DECLARATION}<office:document-styles {ODF_NAMES}><office:styles>"
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/>'
        '<style:text-properties fo:font-family="Arial" fo:font-size="10.5pt" '
        f'fo:language="{lang}" fo:country="{country}"/>'
        '</style:default-style><style:style style:name="Standard" style:family="paragraph"/>'
        + odt_style("Title", "Title", 'fo:font-size="18pt" fo:font-weight="bold"')
        + odt_style(
            "Heading_20_1", "Heading 1", 'fo:font-size="13pt" fo:font-weight="bold"',
            'fo:margin-top="0.4cm" fo:keep-with-next="always"')
        + '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="•"><style:list-level-properties text:space-before="0.6cm" '
        'text:min-label-width="0.5cm"/></text:list-level-style-bullet></text:list-style>'
        "</office:styles></office:document-styles>")


def odt(text):
    """Returns an OpenDocument text."""
    keys, blocks = parsed(text)
    body = ""
    open_list = False
    for kind, content in blocks:
        if open_list and kind != "item":
            body += "</text:list>"
            open_list = False
        if kind == "title":
            body += f'<text:p text:style-name="Title">{escape(content)}</text:p>\n'
        elif kind == "heading":
            body += f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(content)}</text:h>\n'
        elif kind == "item":
            if not open_list:
                body += '<text:list text:style-name="Bullets">'
                open_list = True
            body += f'<text:list-item><text:p text:style-name="Standard">{escape(content)}</text:p></text:list-item>\n'
        elif kind == "paragraph":
            body += f'<text:p text:style-name="Standard">{escape(content)}</text:p>\n'
        else:
            raise ValueError(f"no {kind} in an OpenDocument text yet")
    body += "</text:list>" if open_list else ""
    title = next(content for kind, content in blocks if kind == "title")
    files = ["content.xml", "styles.xml", "meta.xml"]
    manifest = (
        f'{DECLARATION}<manifest:manifest xmlns:manifest="{ODF}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
        + "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in files)
        + "</manifest:manifest>")
    return packed([
        # First and not compressed, so that the kind of file shows in its first bytes.
        ("mimetype", ODT),
        ("content.xml",
         f"{DECLARATION}<office:document-content {ODF_NAMES}><office:body><office:text>\n{body}</office:text>"
         "</office:body></office:document-content>"),
        ("styles.xml", odt_styles(keys["lang"])),
        ("meta.xml",
         f"{DECLARATION}<office:document-meta {ODF_NAMES}><office:meta><dc:title>{escape(title)}</dc:title>"
         f'<meta:creation-date>{keys["date"]}T12:00:00</meta:creation-date>'
         f'<dc:date>{keys["date"]}T12:00:00</dc:date></office:meta></office:document-meta>'),
        ("META-INF/manifest.xml", manifest),
    ])


def made():
    """Yields the path and the bytes of each file."""
    sources = ROOT / "sources"

    def read(name):
        return (sources / name).read_text(encoding="utf-8")

    yield "avtalsvillkor.docx", docx(read("avtalsvillkor.md"))
    yield "ulvhamra/policy.docx", docx(read("ulvhamra-policy.md"))
    yield "tindvag/svarskjema.xlsx", xlsx(
        read("tindvag-svarskjema.csv"), "Egenrapportering", [7, 50, 14, 60, 16], "2026-09-25")
    yield "tindvag/vedlegg-1-etiske-retningslinjer.odt", odt(read("tindvag-vedlegg-1-etiske-retningslinjer.md"))
    annexes = sources / "thornmere-annexes"
    # The bidder packed its action plan twice.
    names = [
        ("annex-1-supply-chain.md", "annex-1-supply-chain.md"),
        ("annex-2-action-plan.txt", "annex-2-action-plan.txt"),
        ("signed/annex-2-action-plan-final.txt", "annex-2-action-plan.txt"),
    ]
    yield "thornmere/annexes.zip", packed(
        [(name, (annexes / source).read_text(encoding="utf-8")) for name, source in names])


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    for name, content in made():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
