#!/usr/bin/env python3
"""Makes examples/templates/gaps.docx from the text sources/gaps.md in its folder.

Usage: make_example_templates.py [FILE]

FILE is examples/templates/gaps.docx unless another is named. Needs nothing but Python and
make_example_procedure.py; the same text gives the same bytes on every machine. To the texts of
make_example_procedure.py come

    ### smaller heading           **words that stand out** at the start of a paragraph
    > quotation                   [text](address), a link in a field, which may be repeated
    >> source of a quotation

and the keys `header` and `footer`.
"""

import pathlib
import re
import sys
from xml.sax.saxutils import escape

from make_example_procedure import (
    DECLARATION, MAIN, OFFICE, PACKAGE, WORD, WORD_NUMBERING, packed, parsed, properties, relationships, types,
    word_style, word_styles)

ROOT = pathlib.Path(__file__).resolve().parent.parent / "examples" / "templates"
WIDTH = 9638

STYLES = (
    word_style(
        "Heading2", "heading 2",
        '<w:pPr><w:keepNext/><w:spacing w:before="200"/><w:outlineLvl w:val="1"/></w:pPr>'
        '<w:rPr><w:b/><w:color w:val="1F4E79"/></w:rPr>')
    + word_style(
        "Quote", "Quote",
        '<w:pPr><w:keepNext/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="1F4E79"/></w:pBdr>'
        '<w:spacing w:after="0"/><w:ind w:left="284"/></w:pPr><w:rPr><w:i/></w:rPr>')
    + word_style(
        "QuoteSource", "Quote Source",
        '<w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="1F4E79"/></w:pBdr>'
        '<w:ind w:left="284"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr>')
    + word_style("Label", "Label", '<w:pPr><w:keepNext/><w:spacing w:after="40"/></w:pPr>')
    + word_style(
        "Header", "header", '<w:rPr><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr>'))


def run(text, bold=False):
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def link(text, address):
    """A link as a field: unlike a relation it can be repeated with other addresses."""
    return (
        mark("begin")
        + f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{escape(address)}" </w:instrText></w:r>'
        + mark("separate")
        + '<w:r><w:rPr><w:color w:val="1F4E79"/><w:u w:val="single"/></w:rPr>'
        + f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' + mark("end"))


def runs(text):
    """The runs of a paragraph."""
    found = re.fullmatch(r"\*\*(.+?)\*\*(.*)", text)
    result = run(found[1], bold=True) if found else ""
    text = found[2] if found else text
    position = 0
    for match in re.finditer(r"\[([^\]]+)\]\(([^)]+)\)", text):
        if match.start() > position:
            result += run(text[position:match.start()])
        result += link(match[1], match[2])
        position = match.end()
    return result + (run(text[position:]) if position < len(text) else "")


def paragraph(text, style="", item=False):
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        inside += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="40"/>'
    return "<w:p>" + (f"<w:pPr>{inside}</w:pPr>" if inside else "") + runs(text) + "</w:p>\n"


def table(rows):
    # What is long gets the room.
    weights = [
        7 if "requirement" in cell or "action" in cell or "hash" in cell else 1 if cell == "#" else 3
        for cell in rows[0]]
    widths = [WIDTH * weight // sum(weights) for weight in weights]
    text = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>")
    for index, row in enumerate(rows):
        text += "<w:tr>\n<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if index == 0 else "") + "</w:trPr>"
        for cell, width in zip(row, widths):
            shade = '<w:shd w:val="clear" w:color="auto" w:fill="DEEAF6"/>' if index == 0 else ""
            text += (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p>'
                + (run(cell, bold=index == 0) if cell else "") + "</w:p></w:tc>")
        text += "</w:tr>"
    return text + "</w:tbl>\n<w:p/>\n"


def docx(text):
    """Returns the template."""
    keys, blocks = parsed(text)
    body = ""
    for kind, content in blocks:
        if kind == "title":
            body += paragraph(content, "Title")
        elif kind == "heading":
            body += paragraph(content, "Heading1")
        elif kind == "item":
            body += paragraph(content, "ListParagraph", item=True)
        elif kind == "table":
            body += table(content)
        elif content.startswith("### "):
            body += paragraph(content[4:], "Heading2")
        elif content.startswith(">> "):
            body += paragraph(content[3:], "QuoteSource")
        elif content.startswith("> "):
            body += paragraph(content[2:], "Quote")
        elif re.fullmatch(r"\*\*.+\*\*", content):
            body += paragraph(content, "Label")
        else:
            body += paragraph(content)
    names = f'{WORD} xmlns:r="{OFFICE}relationships"'
    document = (
        f'{DECLARATION}<w:document {names}><w:body>\n{body}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1247" w:left="1134" '
        'w:header="708" w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>')
    header = f'{DECLARATION}<w:hdr {WORD}>{paragraph(keys["header"], "Header")}</w:hdr>'
    number = mark("begin") + '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' + mark("end")
    footer = (
        f'{DECLARATION}<w:ftr {WORD}><w:p><w:pPr><w:pStyle w:val="Header"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs></w:pPr>{run(keys["footer"])}'
        f"<w:r><w:tab/></w:r>{number}</w:p></w:ftr>")
    part = MAIN + "wordprocessingml."
    styles = word_styles("en-GB").replace("</w:styles>", STYLES + "</w:styles>")
    return packed([
        ("[Content_Types].xml", types([
            ("word/document.xml", part + "document.main+xml"),
            ("word/styles.xml", part + "styles+xml"),
            ("word/numbering.xml", part + "numbering+xml"),
            ("word/header1.xml", part + "header+xml"),
            ("word/footer1.xml", part + "footer+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")])),
        ("_rels/.rels", relationships([
            (OFFICE + "relationships/officeDocument", "word/document.xml"),
            (PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")])),
        ("docProps/core.xml", properties("Gap list", keys["date"])),
        ("word/_rels/document.xml.rels", relationships([
            (OFFICE + "relationships/styles", "styles.xml"),
            (OFFICE + "relationships/numbering", "numbering.xml"),
            (OFFICE + "relationships/header", "header1.xml"),
            (OFFICE + "relationships/footer", "footer1.xml")])),
        ("word/document.xml", document),
        ("word/numbering.xml", WORD_NUMBERING),
        ("word/header1.xml", header),
        ("word/footer1.xml", footer),
        ("word/styles.xml", styles),
    ])


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "gaps.docx"
    path.write_bytes(docx((ROOT / "sources" / "gaps.md").read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
