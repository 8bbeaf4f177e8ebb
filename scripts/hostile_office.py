"""Archives and office documents that lie, for make_hostile.py. Standard library only."""
from __future__ import annotations

import dataclasses
import itertools
import typing
import zlib

from hostile_zip import Member, archive, directory_only, stored, zeros

Add = typing.Callable[..., None]
"""Writes an input: path, bytes, what the report must say."""

SENTENCE = "The supplier shall report forced labour to the customer within five days."
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
TYPES = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
OPEN = ("xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
        "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
        "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
        "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'")
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def links(*targets: tuple[str, str]) -> str:
    """Return a part of relationships: kinds and targets."""
    return f"<Relationships {LINKS}>" + "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE_LINK}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)) + "</Relationships>"


def types(*parts: tuple[str, str]) -> str:
    """Return the part of content types: paths and the last words of their types."""
    return (f'<Types {TYPES}><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            + "".join(f'<Override PartName="/{path}" '
                      f'ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
                      for path, kind in parts) + "</Types>")


def word_file(body: str, **parts: str) -> bytes:
    """Return a Word file; further parts (`numbering`, `styles`, …) by their names."""
    kinds = [("word/document.xml", "wordprocessingml.document.main")]
    kinds += [(f"word/{name}.xml", f"wordprocessingml.{name}") for name in parts]
    members = [
        stored("[Content_Types].xml", types(*kinds)),
        stored("_rels/.rels", links(("officeDocument", "word/document.xml"))),
        stored("word/_rels/document.xml.rels", links(*((n, f"{n}.xml") for n in parts))),
        stored("word/document.xml",
               f"<w:document {WORD}><w:body>{body}</w:body></w:document>"),
    ]
    return archive(members + [stored(f"word/{n}.xml", part) for n, part in parts.items()])


def paragraph(text: str = SENTENCE, properties: str = "") -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def sheet_file(rows: str, strings: str | None = None, extra: str = "", sheets: int = 1) -> bytes:
    """Return a workbook whose sheets all have the same rows."""
    book = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, sheets + 1))
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, sheets + 1)]
    members = [
        stored("[Content_Types].xml", types(
            ("xl/workbook.xml", "spreadsheetml.sheet.main"),
            *((f"xl/{t}", "spreadsheetml.worksheet") for _, t in targets),
            ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"))),
        stored("_rels/.rels", links(("officeDocument", "xl/workbook.xml"))),
        stored("xl/_rels/workbook.xml.rels",
               links(*targets, ("sharedStrings", "sharedStrings.xml"))),
        stored("xl/workbook.xml",
               f'<workbook {SHEET} xmlns:r="{OFFICE_LINK}"><sheets>{book}</sheets></workbook>'),
    ] + [stored(f"xl/{target}",
                f"<worksheet {SHEET}><sheetData>{rows}</sheetData>{extra}</worksheet>")
         for _, target in targets]
    if strings is not None:
        members.append(stored("xl/sharedStrings.xml", f"<sst {SHEET}>{strings}</sst>"))
    return archive(members)


def open_file(body: str, kind: str = ODT, styles: str = "") -> bytes:
    """Return an OpenDocument file."""
    element = "text" if kind == ODT else "spreadsheet"
    content = (f"<office:document-content {OPEN} office:version='1.3'>"
               f"<office:automatic-styles>{styles}</office:automatic-styles>"
               f"<office:body><office:{element}>{body}</office:{element}></office:body>"
               "</office:document-content>")
    return archive([stored("mimetype", kind), stored("content.xml", content)])


def valid_documents() -> list[tuple[str, bytes]]:
    """Return small documents with nothing wrong in them."""
    cells = "".join(f'<c r="{c}1" t="s"><v>{n}</v></c>' for n, c in enumerate("AB"))
    strings = f"<si><t>Do you report?</t></si><si><t>{SENTENCE}</t></si>"
    row = (f"<table:table table:name='A'><table:table-row><table:table-cell><text:p>{SENTENCE}"
           "</text:p></table:table-cell></table:table-row></table:table>")
    return [
        ("word.docx", word_file(paragraph() * 3)),
        ("sheet.xlsx", sheet_file(f'<row r="1">{cells}</row>', strings)),
        ("open.odt", open_file(f"<text:h>Policy</text:h><text:p>{SENTENCE}</text:p>")),
        ("open.ods", open_file(row, ODS)),
        ("files.zip", archive([stored("a.txt", SENTENCE), stored("b/c.txt", SENTENCE)])),
    ]


def colliding_names(count: int) -> list[bytes]:
    """Return different names that a hash of the form 33 h + c cannot tell apart."""
    pairs = (b"ab", b"bA")
    return [b"".join(parts) for parts in itertools.islice(
        itertools.product(pairs, repeat=17), count)]


def add_archives(add: Add) -> None:
    """Zip files as such."""
    plain = stored("a.txt", SENTENCE)
    document = word_file(paragraph())
    add("zip/bomb.zip", archive([zeros("a.txt", 1024)]), "*")
    add("zip/bomb-many.zip", archive([zeros(f"{n}.txt", 100) for n in range(30)]), "*")
    nested = archive([plain])
    for depth in range(20):
        nested = archive([stored(f"{depth}.zip", nested)])
    add("zip/nested.zip", nested, "*")
    wide = archive([stored(f"{n}.txt", SENTENCE) for n in range(100)])
    for _ in range(2):
        wide = archive([stored(f"{n}.zip", wide) for n in range(10)])
    add("zip/nested-wide.zip", wide, "")
    inner = zeros("x", 200)
    add("zip/overlapping.zip", archive(
        [inner] + [dataclasses.replace(inner, name=f"{n}.txt".encode(), stored=b"", offset=0)
                   for n in range(1000)]), "*")
    add("zip/size-too-small.zip", archive([dataclasses.replace(plain, size=3)]), "*")
    add("zip/size-too-large.zip", archive([dataclasses.replace(plain, size=0xFFFFFFF0)]), "*")
    add("zip/size-200-mb-for-nothing.zip",
        archive([dataclasses.replace(plain, size=200 << 20)]), "*")
    add("zip/checksum.zip", archive([dataclasses.replace(plain, checksum=1)]), "*")
    add("zip/method-unknown.zip", archive([dataclasses.replace(plain, method=99)]), "*")
    add("zip/deflate-broken.zip", archive([dataclasses.replace(plain, method=8)]), "*")
    add("zip/encrypted.zip", archive([dataclasses.replace(plain, flags=0x0801)]), "*")
    add("zip/offset-outside.zip", archive([dataclasses.replace(plain, offset=0x7FFFFFFF)]), "*")
    add("zip/names-outside.zip", archive([
        stored(name, SENTENCE) for name in (
            "../a.txt", "../../../../etc/passwd", "/etc/passwd", "C:\\a.txt", "..\\..\\a.txt",
            "a/../../b.txt", "./a.txt", "//server/a.txt", "", "/", "a//b.txt", "...")]), "")
    add("zip/names-odd.zip", archive([
        stored(name, SENTENCE) for name in (
            b"\xff\xfe.txt", b"a\0b.txt", b"\x1b[2J.txt", "\u202etxt.exe".encode(), b"a\nb.txt",
            b"x" * 65_000 + b".txt", "å.txt".encode(), "a\u030a.txt".encode(), b"CON", b"a.txt ")]),
        "")
    add("zip/names-twice.zip", archive([stored("a.txt", SENTENCE)] * 1000), "")
    link = Member(b"link.txt", b"/etc/passwd", 0, zlib.crc32(b"/etc/passwd"), 11,
                  attributes=0o120777 << 16)
    add("zip/symbolic-link.zip", archive([link]), "")
    add("zip/entries-million.zip", directory_only([b"%d" % n for n in range(1_000_000)]),
        "maxEntries")
    add("zip/entries-65535.zip", directory_only([b"%d" % n for n in range(65_535)]), "maxEntries")
    add("zip/entries-colliding.zip", directory_only(colliding_names(65_535)), "maxEntries")
    add("zip/entries-colliding-100000.zip", directory_only(colliding_names(100_000)), "maxEntries")
    add("zip/entries-claimed.zip", document[:-12] + b"\xff\xff" + document[-10:], "*")
    add("zip/comment.zip", archive([plain], b"x" * 65_535), "")
    add("zip/ends-many.zip", archive([plain], b"PK\5\6" * 16_000), "")
    # Each end record in the comment names a directory of 10,000 entries once more.
    full = directory_only([b"%d" % n for n in range(10_000)])
    add("zip/ends-many-of-directories.zip", full[:-2] + b"\xfc\xff" + full[-22:] * 2978, "*")
    add("zip/after-garbage.zip", b"PK\3\4" + b"\0" * 1000 + document, "*")
    add("zip/header-only.zip", b"PK\3\4", "*")
    add("zip/empty.zip", archive([]), "*")
    add("zip/gzip.gz", b"\x1f\x8b\x08" + bytes(100), "*")


def add_office(add: Add) -> None:
    """Word, Excel and OpenDocument files."""
    add_word(add)
    add_sheets(add)
    add_open(add)
    add("office/pdf.pdf", b"%PDF-1.7\n" + bytes(100), "PDF")
    add("office/old-word.doc", b"\xd0\xcf\x11\xe0" + bytes(1000), "*")
    add("office/rtf.rtf", b"{\\rtf1 " + b"{" * 100_000, "RTF")


def add_word(add: Add) -> None:
    """Word files with parts missing, and references that lead nowhere or round."""
    good = paragraph()
    content = stored("[Content_Types].xml", types(
        ("word/document.xml", "wordprocessingml.document.main")))
    add("office/only-types.docx", archive([content]), "*")
    add("office/no-document.docx", archive(
        [content, stored("_rels/.rels", links(("officeDocument", "word/document.xml")))]), "*")
    add("office/no-relationships.docx", archive([content, stored(
        "word/document.xml", f"<w:document {WORD}><w:body>{good}</w:body></w:document>")]), "")
    for name, target in (("file", "file:///etc/passwd"), ("outside", "../../../etc/passwd"),
                         ("itself", "_rels/.rels"), ("http", "http://127.0.0.1:9/x")):
        add(f"office/target-{name}.docx", archive(
            [content, stored("_rels/.rels", links(("officeDocument", target)))]), "*")
    add("office/bomb.docx", archive([
        content, stored("_rels/.rels", links(("officeDocument", "word/document.xml"))),
        zeros("word/document.xml", 1024)]), "*")
    add("office/document-broken.docx", archive([
        content, stored("_rels/.rels", links(("officeDocument", "word/document.xml"))),
        stored("word/document.xml", f"<w:document {WORD}><w:body>{good}")]), "*")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    add("office/laughs.docx", archive([
        content, stored("_rels/.rels", links(("officeDocument", "word/document.xml"))),
        stored("word/document.xml", f'<!DOCTYPE w [<!ENTITY l0 "x">{laughs}]><w:document {WORD}>'
               "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>")]), "*")
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 3}"/></w:style>'
        for n in range(3))
    chain = "".join(f'<w:style w:type="paragraph" w:styleId="c{n}"><w:basedOn w:val="c{n + 1}"/>'
                    "</w:style>" for n in range(50_000))
    own = '<w:style w:type="paragraph" w:styleId="me"><w:basedOn w:val="me"/></w:style>'
    add("office/styles-ring.docx", word_file(
        "".join(paragraph(properties=f'<w:pStyle w:val="{s}"/>') for s in ("s0", "me", "c0", "no")),
        styles=f"<w:styles {WORD}>{ring}{own}{chain}</w:styles>"))
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="a"/><w:numStyleLink w:val="a"/>'
        '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0">'
        '<w:start w:val="9223372036854775807"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1%2%9%99%%%"/></w:lvl><w:lvl w:ilvl="99999999999"/>'
        '<w:lvl w:ilvl="-1"/></w:abstractNum><w:abstractNum w:abstractNumId="3">'
        '<w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/>'
        '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
                  for n in range(5))
        + '<w:num w:numId="9"><w:abstractNumId w:val="77"/></w:num>'
        '<w:num w:numId="-3"><w:abstractNumId w:val="-1"/></w:num><w:num/>')
    listed = "".join(
        paragraph(properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        for number in ("1", "2", "3", "4", "5", "9", "-3", "404", "99999999999999999999", "x", "")
        for level in ("0", "1", "8", "9", "-1", "99999999999999999999", "x"))
    add("office/numbering.docx", word_file(
        listed, numbering=f"<w:numbering {WORD}>{numbers}</w:numbering>",
        styles=f'<w:styles {WORD}><w:style w:type="numbering" w:styleId="a"><w:pPr><w:numPr>'
               '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'))
    add("office/notes.docx", word_file(
        "".join(f'<w:p><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>'
                for n in ("1", "-5", "404", "99999999999999999999", "")),
        footnotes=f'<w:footnotes {WORD}><w:footnote w:id="1">{good}<w:p><w:r>'
                  '<w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>'))
    table = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{0}"/><w:vMerge/></w:tcPr>{1}</w:tc></w:tr></w:tbl>'
    add("office/spans.docx", word_file("".join(
        table.format(n, good) for n in ("2147483648", "-1", "99999999999999999999", "x"))))
    deep = good
    for _ in range(60):
        deep = table.format(1, deep)
    add("office/tables-nested.docx", word_file(deep))
    add("office/tables-too-deep.docx", word_file(
        "<w:tbl><w:tr><w:tc>" * 5000 + good + "</w:tc></w:tr></w:tbl>" * 5000), "*")
    add("office/fields-open.docx", word_file(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 20_000 + good
        + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' * 20_001))
    add("office/runs.docx", word_file(
        "<w:p>" + "<w:r><w:t>w</w:t></w:r>" * 200_000 + "</w:p>"))
    add("office/paragraphs.docx", word_file(good * 50_000))
    add("office/tabs.docx", word_file("<w:p><w:r>" + "<w:tab/><w:br/>" * 300_000 + "</w:r></w:p>"))


def add_sheets(add: Add) -> None:
    """Workbooks whose cells and indices are nonsense."""
    strings = f"<si><t>Do you report?</t></si><si><t>{SENTENCE}</t></si>"
    indices = ("2", "-1", "2147483648", "9223372036854775807", "99999999999999999999999", "1.5",
               "1e3", "x", "", " 1 ", "+1", "0x1")
    row = "".join(f'<c r="A{n}" t="s"><v>{v}</v></c>' for n, v in enumerate(indices, 1))
    add("office/string-indices.xlsx", sheet_file(f'<row r="1">{row}</row>', strings))
    add("office/no-strings.xlsx", sheet_file(f'<row r="1">{row}</row>'))
    places = ("ZZZZZZZZZZZZ1", "A99999999999999999999", "A0", "", "1A", "1", "A", "XFE1", "a1", "Å1",
              "A-1", "A1:B2", "A1", "A1")
    cells = "".join(f'<c r="{p}" t="inlineStr"><is><t>{SENTENCE}</t></is></c>' for p in places)
    add("office/cell-places.xlsx", sheet_file(
        "".join(f'<row r="{n}">{cells}</row>'
                for n in ("1", "0", "-1", "9223372036854775807", "99999999999999999999", "x", ""))))
    add("office/cells-far-apart.xlsx", sheet_file(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr">'
        f"<is><t>{SENTENCE}</t></is></c></row>"))
    merges = ("A1:XFD1048576", "B2:A1", "A1", ":", "A1:ZZZZZZZ99999999999", "", "A1:B2:C3")
    add("office/merges.xlsx", sheet_file(
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{SENTENCE}</t></is></c></row>', None,
        f'<mergeCells count="{2**31}">' + "".join(f'<mergeCell ref="{m}"/>' for m in merges)
        + "</mergeCells>"))
    add("office/merges-many.xlsx", sheet_file(
        "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>x</t></is></c></row>'
                for n in range(1, 5001)), None,
        "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells>"))
    add("office/kinds.xlsx", sheet_file('<row r="1">' + "".join(
        f'<c t="{kind}" s="{style}"><v>{value}</v></c>'
        for kind in ("b", "d", "e", "n", "str", "x", "")
        for style in ("0", "-1", "99999999999999999999")
        for value in ("1e999", "-1", "NaN", "99999999999999999999", "", "44000.5")) + "</row>"))
    add("office/sheets-missing.xlsx", archive([
        stored("[Content_Types].xml", types(("xl/workbook.xml", "spreadsheetml.sheet.main"))),
        stored("_rels/.rels", links(("officeDocument", "xl/workbook.xml"))),
        stored("xl/workbook.xml", f'<workbook {SHEET} xmlns:r="{OFFICE_LINK}"><sheets>'
               '<sheet name="S" r:id="r404"/></sheets></workbook>')]), "*")
    add("office/sheets-2000.xlsx", sheet_file(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>', sheets=2000))
    add("office/strings-many.xlsx", sheet_file(
        '<row r="1">' + '<c t="s"><v>199999</v></c>' * 1000 + "</row>",
        "<si><t>x</t></si>" * 200_000))
    # One long string that every cell shows: little to store, much to read.
    add("office/string-shown-often.xlsx", sheet_file(
        "".join(f'<row r="{n}"><c t="s"><v>0</v></c></row>' for n in range(1, 20_001)),
        f"<si><t>{(SENTENCE + ' ') * 1000}</t></si>"))
    add("office/rows-100000.xlsx", sheet_file(
        "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>x</t></is></c></row>'
                for n in range(1, 100_001))))


def add_open(add: Add) -> None:
    """OpenDocument files that say little and mean much."""
    huge = 2**31
    cell = f"<text:p>{SENTENCE}</text:p>"
    repeated = (f"<table:table><table:table-row table:number-rows-repeated='{huge}'>"
                f"<table:table-cell table:number-columns-repeated='{huge}'>{cell}"
                "</table:table-cell></table:table-row></table:table>")
    odd = "".join(
        f"<table:table-row table:number-rows-repeated='{n}'><table:table-cell "
        f"table:number-columns-repeated='{n}' table:number-columns-spanned='{n}'/>"
        "</table:table-row>" for n in ("-1", "0", "x", "", "99999999999999999999", "1048576"))
    for kind, suffix in ((ODT, "odt"), (ODS, "ods")):
        add(f"office/cells-repeated.{suffix}", open_file(repeated, kind))
        add(f"office/cells-odd.{suffix}", open_file(f"<table:table>{odd}</table:table>", kind))
        add(f"office/rows-million-of-text.{suffix}", open_file(
            f"<table:table><table:table-row table:number-rows-repeated='1000000'><table:table-cell>"
            f"{cell}</table:table-cell></table:table-row></table:table>", kind))
        add(f"office/only-mimetype.{suffix}", archive([stored("mimetype", kind)]), "*")
    add("office/blanks.odt", open_file(
        f"<text:p>a<text:s text:c='{huge}'/>b<text:s text:c='-1'/>c<text:s text:c='x'/>"
        "<text:s text:c='99999999999999999999'/></text:p>" + cell))
    add("office/blanks-many.odt", open_file("<text:p>" + "<text:s text:c='65535'/>" * 100_000 + "</text:p>"))
    add("office/outline-levels.odt", open_file("".join(
        f"<text:h text:outline-level='{n}'>x</text:h>"
        for n in ("0", "-1", "99999999999999999999", "x", "11")) + cell))
    ring = "".join(f"<style:style style:name='s{n}' style:parent-style-name='s{(n + 1) % 3}'/>"
                   for n in range(3))
    add("office/styles-ring.odt", open_file(
        f"<text:p text:style-name='s0'>{SENTENCE}</text:p>", styles=ring))
    add("office/lists-nested.odt", open_file(
        "<text:list><text:list-item>" * 100 + cell + "</text:list-item></text:list>" * 100))
    add("office/lists-too-deep.odt", open_file(
        "<text:list><text:list-item>" * 50_000 + cell + "</text:list-item></text:list>" * 50_000),
        "*")
    add("office/lists-continued.odt", open_file(
        "<text:list xml:id='a' text:continue-list='b'><text:list-item text:start-value='"
        f"99999999999999999999'>{cell}</text:list-item></text:list><text:list xml:id='b' "
        f"text:continue-list='a'><text:list-item>{cell}</text:list-item></text:list>"))
    add("office/changes.odt", open_file(
        "<text:tracked-changes><text:changed-region text:id='c'><text:deletion>" + cell
        + "</text:deletion></text:changed-region></text:tracked-changes><text:p>"
        + "<text:change-start text:change-id='c'/>" * 50_000 + SENTENCE + "</text:p>"))
    add("office/bomb.odt", archive([stored("mimetype", ODT), zeros("content.xml", 1024)]), "*")
