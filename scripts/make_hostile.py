#!/usr/bin/env python3
"""Write a set of hostile and broken inputs, all made by us: what strangers may send.

usage: make_hostile.py DIR

DIR/FAMILY/NAME     the inputs, about 400 MB
DIR/manifest.tsv    a line each: path, how it is given (document or watch), what the report must say:
                    words of which one must stand in a finding (parted by "|"), "*" for any warning or
                    error, nothing where the input is merely large or odd

The same bytes every time: no clock, no chance. scripts/hostile.sh runs aktsam over the set. Office
documents and archives are in hostile_office.py. Standard library only.
"""
from __future__ import annotations

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import hostile_office

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "it-hardware"
DUTY = "The supplier shall report forced labour to the customer within five days. "
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Output:
    """The folder that is filled, and its manifest."""

    def __init__(self, folder: pathlib.Path) -> None:
        """Start an empty set in a folder."""
        self.folder = folder
        self.lines: list[str] = []

    def add(self, path: str, data: bytes | str, expected: str = "", how: str = "document") -> None:
        """Write an input and its line of the manifest."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        self.lines.append(f"{path}\t{how}\t{expected}\n")

    def close(self) -> None:
        """Write the manifest."""
        (self.folder / "manifest.tsv").write_text("".join(self.lines), encoding="utf-8")


def add_entities(out: Output) -> None:
    """Entities that grow, turn in circles, or stand outside the document."""
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    out.add("xml/billion-laughs.xml",
            f'<!DOCTYPE a [<!ENTITY l0 "laugh">{laughs}]><a>&l9;</a>', "maxExpansion")
    out.add("xml/billion-laughs-in-attribute.xml",
            f'<!DOCTYPE a [<!ENTITY l0 "laugh">{laughs}]><a k="&l9;"/>', "maxExpansion|*")
    out.add("xml/quadratic-blowup.xml",
            f'<!DOCTYPE a [<!ENTITY x "{"y" * 100_000}">]><a>{"&x;" * 10_000}</a>', "maxExpansion")
    out.add("xml/cyclic-entities.xml",
            '<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&z;"><!ENTITY z "&x;">]><a>&x;</a>',
            "refers to itself")
    out.add("xml/cyclic-entities-in-attribute.xml",
            '<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]><a k="&x;"/>', "refers to itself|*")
    chain = "".join(f'<!ENTITY e{n} "&e{n - 1};">' for n in range(1, 5000))
    out.add("xml/entity-chain.xml",
            f'<!DOCTYPE a [<!ENTITY e0 "x">{chain}]><a>&e4999;</a>', "maxEntityDepth")
    out.add("xml/entity-of-open-tag.xml",
            '<!DOCTYPE a [<!ENTITY x "<b>"><!ENTITY y "</a>">]><a>&x;&y;</a>', "*")
    for name, system in (("file", "file:///etc/passwd"), ("path", "../../../../etc/passwd"),
                         ("http", "http://127.0.0.1:9/x"), ("ftp", "ftp://127.0.0.1:9/x"),
                         ("device", "file:///dev/zero"), ("stdin", "file:///dev/stdin")):
        out.add(f"xml/external-entity-{name}.xml",
                f'<!DOCTYPE a [<!ENTITY x SYSTEM "{system}">]><a>&x;</a>', "outside the document")
        out.add(f"xml/external-dtd-{name}.xml",
                f'<!DOCTYPE a SYSTEM "{system}"><a>{DUTY}</a>', "external part")
        out.add(f"xml/parameter-entity-{name}.xml",
                f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{system}"> %p;]><a>{DUTY}</a>',
                "parameter entity")
    out.add("xml/external-entity-in-attribute.xml",
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a k="&x;"/>', "outside|*")
    out.add("xml/parameter-entities-laugh.xml",
            '<!DOCTYPE a [<!ENTITY % a "b"><!ENTITY % b "%a;%a;"><!ENTITY % c "%b;%b;"> %c;]>'
            "<a/>", "*")
    out.add("xml/schema-location.xml",
            '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:noNamespaceSchemaLocation="file:///dev/zero"><p>{DUTY}</p></a>')
    out.add("xml/xinclude.xml",
            '<a xmlns:xi="http://www.w3.org/2001/XInclude">'
            f'<xi:include href="file:///etc/passwd" parse="text"/><p>{DUTY}</p></a>')
    out.add("xml/stylesheet.xml",
            f'<?xml-stylesheet href="file:///etc/passwd" type="text/xsl"?><a><p>{DUTY}</p></a>')


def add_large_xml(out: Output) -> None:
    """Documents that are too deep, too wide or too long."""
    count = 100_000
    out.add("xml/attribute-over-10-mb.xml",
            f'<a k="{"x" * ((10 << 20) + 1)}"/>', "maxAttributeBytes")
    out.add("xml/attribute-10-mb.xml", f'<a k="{"x" * 10_000_000}">{DUTY}</a>')
    out.add("xml/depth.xml", "<a>" * count + "</a>" * count, "maxDepth")
    out.add("xml/depth-unclosed.xml", "<a>" * count, "maxDepth")
    out.add("xml/end-tags-only.xml", "<a>" + "</a>" * count, "*")
    out.add("xml/attributes-million.xml",
            "<a " + " ".join(f'k{n}=""' for n in range(1_000_000)) + "/>", "maxAttributes")
    out.add("xml/attributes-million-same.xml", "<a " + 'k="" ' * 1_000_000 + "/>", "maxAttributes")
    out.add("xml/namespaces-million.xml",
            "<a " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(1_000_000)) + "/>",
            "maxAttributes|maxNamespaces")
    out.add("xml/namespaces-nested.xml", "".join(
        "<a " + " ".join(f'xmlns:n{d}x{n}="u"' for n in range(900)) + ">" for d in range(100)),
        "maxNamespaces")
    out.add("xml/namespaces-beside-each-other.xml",
            "<a>" + "".join(f'<p xmlns="urn:{n}">x</p>' for n in range(300_000)) + "</a>")
    out.add("xml/names-all-different.xml",
            "<a>" + "".join(f"<n{n}/>" for n in range(500_000)) + "</a>")
    out.add("xml/name-5-mb.xml", f"<{'a' * 5_000_000}/>")
    out.add("xml/comment-10-mb.xml", f"<a><!--{'x' * 10_000_000}--><p>{DUTY}</p></a>")
    out.add("xml/comment-of-errors.xml", f"<a><!--{'-- x ' * 1_000_000}--></a>", "comment holds")
    out.add("xml/instruction-10-mb.xml", f"<a><?x {'x' * 10_000_000}?><p>{DUTY}</p></a>")
    out.add("xml/cdata-many.xml", "<a><p>" + "<![CDATA[x]]>" * 500_000 + "</p></a>")
    out.add("xml/references-many.xml", "<a><p>" + "&#x41;&amp;" * 500_000 + "</p></a>")
    out.add("xml/one-element-10-mb.xml", f"<a>{'x' * 10_000_000}</a>")
    out.add("xml/one-element-10-mb-of-sentences.xml", f"<a>{DUTY * (10_000_000 // len(DUTY))}</a>")
    out.add("xml/doctype-5-mb.xml", "<!DOCTYPE a ["
            + "".join(f"<!ATTLIST a k{n} CDATA 'v'>" for n in range(160_000)) + "]><a/>", "maxAttributes")
    out.add("xml/entities-declared-100000.xml", "<!DOCTYPE a ["
            + "".join(f"<!ENTITY e{n} 'v'>" for n in range(count)) + "]><a>&e1;</a>")
    out.add("xml/elements-two-million.xml", "<a>" + "<b/>" * 2_000_000 + "</a>")
    out.add("xml/mixed-content.xml", "<a><p>" + "we <b>shall</b> " * 200_000 + "</p></a>")
    out.add("xml/empty.xml", "", "*")
    out.add("xml/only-declaration.xml", HEADER, "*")
    out.add("xml/only-opening.xml", "<", "")
    out.add("xml/two-roots.xml", "<a/><a/>", "after the end")
    out.add("xml/undeclared-prefix.xml", f"<x:a><p>{DUTY}</p></x:a>", "prefix")
    out.add("xml/attribute-twice.xml", "<a k='1' k='2'/>", "twice")


def add_encodings(out: Output) -> None:
    """Bytes that are not what they say, or nothing at all."""
    text = DUTY.encode()
    document = f"<a><p>{DUTY}</p></a>"

    def declared(name: str) -> str:
        return f'<?xml version="1.0" encoding="{name}"?>'

    out.add("encoding/surrogates-in-utf8.xml", b"<a><p>\xed\xa0\x80 \xed\xb0\x80</p></a>", "AK0106")
    out.add("encoding/surrogates-in-utf8.txt", text + b"\xed\xa0\x80 \xed\xb0\x80", "AK0106")
    out.add("encoding/surrogates-in-utf16.xml", b"\xff\xfe"
            + document.replace("shall", "\ud800").encode("utf-16-le", "surrogatepass"), "AK0106")
    out.add("encoding/surrogates-in-utf16.txt",
            b"\xfe\xff" + (DUTY + "\udc00\ud800").encode("utf-16-be", "surrogatepass"), "AK0106")
    for name, number in (("surrogate", "#xD800"), ("zero", "#0"), ("beyond", "#x110000"),
                         ("huge", "#99999999999999999999999"), ("negative", "#-1"),
                         ("control", "#27"), ("noncharacter", "#xFFFF"), ("empty", "#")):
        out.add(f"encoding/reference-{name}.xml", f"<a><p>x&{number};y</p></a>", "*")
    out.add("encoding/utf16-odd-length.txt", b"\xff\xfe" + DUTY.encode("utf-16-le") + b"x", "AK0106")
    out.add("encoding/utf32-beyond.txt", b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 20, "AK0106")
    out.add("encoding/utf32-three-bytes.txt", b"\0\0\xfe\xff\0\0\0", "*")
    out.add("encoding/utf7.xml", (declared("UTF-7") + "<a><p>+ADw-b+AD4- We audit.</p></a>"), "AK0106")
    out.add("encoding/utf7.txt", "+ADw-script+AD4- " + DUTY)
    out.add("encoding/ebcdic.xml", (declared("cp037") + document).encode("cp037"), "*")
    out.add("encoding/unknown.xml", declared("x-none") + document, "AK0106")
    out.add("encoding/long-name.xml", declared("x" * 900) + document, "AK0106")
    out.add("encoding/says-utf16-is-utf8.xml", declared("UTF-16") + document, "AK0106")
    out.add("encoding/says-latin1-is-utf8.xml", declared("ISO-8859-1") + f"<a><p>åäö {DUTY}</p></a>")
    out.add("encoding/says-utf8-is-latin1.xml",
            (declared("UTF-8") + f"<a><p>åäö {DUTY}</p></a>").encode("latin-1"), "AK0106")
    out.add("encoding/overlong.txt", text + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf", "AK0106")
    out.add("encoding/beyond-unicode.txt", text + b"\xf4\x90\x80\x80\xf8\x88\x80\x80\x80", "AK0106")
    out.add("encoding/continuation-bytes.txt", b"\x80" * 1_000_000, "AK0106")
    out.add("encoding/nul-at-start.xml", b"\0" + document.encode(), "*")
    out.add("encoding/nul-inside.xml", b"<a><p>x\0y</p></a>", "*")
    out.add("encoding/nul-late.xml", b"<a><p>" + text * 100 + b"\0</p></a>", "*")
    out.add("encoding/nul-late.txt", text * 100 + b"\0" + text)
    out.add("encoding/only-nul.txt", bytes(100_000), "*")
    out.add("encoding/marks-twice.xml", b"\xef\xbb\xbf\xef\xbb\xbf" + document.encode(), "*")
    out.add("encoding/only-mark.txt", b"\xef\xbb\xbf", "*")
    out.add("encoding/control-characters.txt",
            bytes(n for n in range(1, 32)) + b" \x1b[2J\x1b]0;title\x07 " + text)
    out.add("encoding/bidi.txt", f"\u202e{DUTY}\u2066\u2069\u200f{DUTY}")
    for number in range(8):
        # A fixed sequence that looks like chance (Knuth's multiplier).
        state, data = number + 1, bytearray()
        for _ in range(20_000):
            state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
            data.append(state >> 56)
        out.add(f"encoding/noise-{number}.bin", bytes(data), "*")


def add_texts(out: Output) -> None:
    """Running text and Markdown without end or sense."""
    million = 1_000_000
    out.add("text/line-20-mb-one-word.txt", "x" * (20 * million))
    out.add("text/line-20-mb-of-words.txt", "word " * (4 * million))
    out.add("text/line-5-mb-one-term.txt", "supplier " * (5 * million // 9))
    out.add("text/paragraph-of-sentences.txt",
            (DUTY + " We do not audit, yet we map and assess all risks of harm. ") * (million // 120))
    out.add("text/line-5-mb-one-sentence.txt",
            "we shall audit each supplier and " * (5 * million // 33))
    out.add("text/line-5-mb-of-negation.txt", "not " * (5 * million // 4))
    out.add("text/commas.txt", "the supplier, which must, if needed, " * 100_000)
    out.add("text/numbers.txt", "5 days 2026-01-01 12.3.4 100 % " * 150_000)
    out.add("text/compound-5-mb.txt", "tvångsarbetsrisk" * 300_000)
    out.add("text/combining-marks.txt", DUTY + "a" + "\u0301" * million)
    out.add("text/joiners.txt", DUTY + "👩\u200d" * 300_000)
    out.add("text/empty-lines.txt", "\n" * (5 * million), "*")
    out.add("text/carriage-returns.txt", (DUTY + "\r") * 50_000)
    out.add("text/blanks.txt", " " * (5 * million), "*")
    out.add("text/numbered-depth.txt", "1." * million + " " + DUTY)
    out.add("text/numbered-huge.txt", "\n".join(f"{'9' * 400}. {DUTY}" for _ in range(1000)))
    out.add("text/items.txt", "The supplier shall:\n" + "- report;\n" * 300_000)
    out.add("text/lead-ins.txt", "The supplier shall:\n\n" * 100_000)
    out.add("text/short-lines.txt", "Supply chain\n\n" * 200_000)
    out.add("text/questions.txt", "1. Do you audit your suppliers?\n\nYes.\n\n" * 50_000)
    out.add("markdown/quotes.md", ">" * 100_000 + " " + DUTY)
    out.add("markdown/quotes-with-blanks.md", "> " * 100_000 + DUTY)
    out.add("markdown/quotes-staircase.md", "\n".join(">" * n + " x" for n in range(3000)))
    out.add("markdown/hashes.md", "#" * 100_000 + " x\n\n" + "# x\n\n" * 100_000)
    out.add("markdown/lists-nested.md", "\n".join("  " * n + "- x" for n in range(3000)))
    out.add("markdown/brackets.md", "[" * 100_000 + DUTY + "](" * 100_000)
    out.add("markdown/stars.md", "*" * 100_000 + DUTY + "_" * 100_000)
    out.add("markdown/stars-apart.md", "a**b " * 200_000)
    out.add("markdown/backticks.md", "".join("`" * (n % 500) + "x" for n in range(5000)))
    out.add("markdown/fence-open.md", "```\n" + DUTY * 100)
    out.add("markdown/table-wide.md",
            "|" + "x|" * 100_000 + "\n|" + "-|" * 100_000 + "\n|" + "y|" * 100_000)
    out.add("markdown/table-long.md", "| a | b |\n|---|---|\n" + "| x | y |\n" * 200_000)
    out.add("markdown/html.md", "<div>" * 100_000 + DUTY)


def add_html(out: Output) -> None:
    """Web pages as tags make them."""
    count = 100_000
    start = "<!DOCTYPE html><html><body>"
    for tag in ("div", "b", "p", "li", "td", "table", "ul", "select", "a"):
        out.add(f"html/unclosed-{tag}.html", start + f"<{tag}>" * count + DUTY)
    out.add("html/nested-closed.html", start + "<div>" * count + DUTY + "</div>" * count)
    out.add("html/end-tags.html", start + "</p></div></b>" * count + DUTY)
    out.add("html/misnested.html", start + "<b><i><p></b></i>" * 20_000 + DUTY)
    out.add("html/tables-nested.html", start + "<table><tr><td>" * 20_000 + DUTY)
    out.add("html/spans-huge.html", start + '<table><tr><td colspan="2147483648" '
            'rowspan="99999999999999999999">x<td colspan="-1">y</table>' + f"<p>{DUTY}")
    out.add("html/spans-many.html", start + "<table>"
            + '<tr><td colspan="65535" rowspan="65534">x' * 500 + "</table>")
    out.add("html/list-numbers.html", start + '<ol start="-99999999999999999999"><li>x'
            '<li value="9223372036854775807">y<li>z</ol><ol reversed start="9223372036854775807"><li>x</ol>')
    out.add("html/attributes.html",
            start + "<p " + " ".join(f"k{n}=v" for n in range(200_000)) + f">{DUTY}")
    out.add("html/attribute-open.html", start + f'<p class="{DUTY * 1000}')
    out.add("html/comment-open.html", start + f"<p>{DUTY}<!-- {DUTY * 1000}")
    out.add("html/comments.html", start + "<!-->" * count + "<!--x--!>" * count + DUTY)
    out.add("html/script-open.html", start + f"<p>{DUTY}<script>" + "<!--<script>" * count)
    out.add("html/references.html",
            start + "<p>&#xFFFFFFFF;&#0;&#xD800;&notanentity;&&&amp" + "&ampamp" * count)
    out.add("html/nul.html", b"<!DOCTYPE html><html><body>" + b"<p>" + bytes(10)
            + DUTY.encode(), "*")
    out.add("html/no-structure.html", "<p>" + "<>< <a<b </ <!x <?y " * count)
    out.add("html/charset-lies.html",
            ('<html><meta charset="utf-16"><p>åäö ' + DUTY).encode("latin-1"))
    out.add("html/headings-nested.html", start + "<h1><h2><h3>" * 30_000 + DUTY)


def add_watch_lists(out: Output) -> None:
    """Lists of countries that are none."""
    million = 1_000_000
    for name, data in (
            ("empty", b""), ("commas", b"," * million), ("quote-open", b'"CN,Jiangsu\nSE,x,y\n'),
            ("quotes", b'"' * million), ("lines", b"CN,Jiangsu,x\n" * 200_000),
            ("one-line", b"CN," + b"x" * (20 * million)), ("nul", b"CN\0,Jian\0gsu,x\n"),
            ("utf16", "CN,Jiangsu,x\n".encode("utf-16")), ("binary", bytes(range(256)) * 100),
            ("marks", ("CN,a" + "\u0301" * million + ",x").encode()), ("semicolons", b"CN;Jiangsu;x\n"),
            ("blank-regions", b" , ,x\n,,,,\n"), ("zip", b"PK\3\4CN,x,y")):
        out.add(f"watch/{name}.csv", data, how="watch")


def add_repeated(out: Output) -> None:
    """The examples with one of their elements said over and over, as far as 1 MB."""
    for file in sorted(EXAMPLES.rglob("*.xml")):
        text = file.read_text(encoding="utf-8")
        tree = ElementTree.fromstring(text)
        local = {element.tag.rpartition("}")[2] for element in tree.iter()
                 if element is not tree and len(element)}
        for name in sorted(local):
            # Our examples nest no element in another of the same name but in the notice.
            found = re.search(rf"<([\w-]+:)?{name}[\s>].*?</(?:[\w-]+:)?{name}>", text, re.DOTALL)
            if found is None:
                continue
            piece = found.group()
            if not is_whole(piece):
                continue
            more = piece * (1_000_000 // len(piece.encode()))
            out.add(f"repeated/{file.stem}-{name}.xml",
                    text[:found.end()] + more + text[found.end():])


def is_whole(piece: str) -> bool:
    """Return whether as many elements are closed in a piece of XML as are opened."""
    opened = len(re.findall(r"<[\w:-]+(?=[\s>])[^<>]*(?<!/)>", piece))
    return opened == len(re.findall(r"</", piece))


def add_cycles(out: Output) -> None:
    """Own formats whose references lead nowhere, or round and round."""
    count = 20_000
    start = (HEADER + '<response xmlns="urn:aktsam:response:1" questionnaire="q" xml:lang="en">'
             "<title>Answers</title><supplier><name>Invented AS</name></supplier>")
    chain = "".join(
        f'<answer question="q{n}" not-shown-because-of="q{(n + 1) % count}"><question>Do you?</question>'
        "<p>No.</p></answer>" for n in range(count))
    out.add("own/conditions-in-a-ring.xml", f"{start}{chain}</response>", "*")
    out.add("own/answers-to-one-question.xml", start + (
        '<answer question="q1"><question>Do you audit?</question><p>We audit.</p></answer>' * count)
        + "</response>", "*")
    out.add("own/numbers-huge.xml", start + '<answer question="q" number="' + "9" * 100_000
            + '"><question>How many?</question><number>' + "9" * 1000 + "</number><p>x</p></answer>"
            "<site><tier>99999999999999999999</tier></site></response>", "*")
    out.add("own/sections-deep.xml", start + "<section>" * 200 + "</section>" * 200 + "</response>")
    out.add("own/forms-nothing-in-them.xml", HEADER + '<response xmlns="urn:aktsam:response:1"/>', "*")
    out.add("own/tender-empty.xml", HEADER + '<tender xmlns="urn:aktsam:tender:1"/>', "*")


def add_other_formats(out: Output) -> None:
    """Questionnaires and laws of others, with references that lead round."""
    binds = "".join(f'<bind nodeset="/d/q{n}" relevant="/d/q{(n + 1) % 500} = \'a\'"/>'
                    for n in range(500))
    values = "".join(f"<q{n}>b</q{n}>" for n in range(500))
    out.add("forms/xforms-ring.xml",
            '<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">'
            f'<h:head><h:title>x</h:title><model><instance><d xmlns="">{values}</d></instance>{binds}'
            "</model></h:head><h:body>"
            + "".join(f'<input ref="/d/q{n}"><label>Do you?</label></input>' for n in range(500))
            + "</h:body></h:html>")
    out.add("forms/xforms-expression.xml",
            '<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">'
            f'<h:head><model><bind nodeset="/d/q" relevant="{"(" * 100_000}"/></model></h:head>'
            '<h:body><input ref="/d/q"><label>Do you?</label></input></h:body></h:html>')
    items = ('<item><linkId value="1"/><text value="Do you?"/><type value="group"/>' * 120
             + "</item>" * 120)
    out.add("forms/fhir-nested.xml",
            f'<Questionnaire xmlns="http://hl7.org/fhir">{items}</Questionnaire>')
    when = "".join(
        f'<item><linkId value="{n}"/><text value="Do you?"/><enableWhen><question value="'
        f'{(n + 1) % 5000}"/><answerBoolean value="true"/></enableWhen></item>' for n in range(5000))
    out.add("forms/fhir-ring.xml", f'<Questionnaire xmlns="http://hl7.org/fhir">{when}</Questionnaire>')
    out.add("forms/akoma-ntoso-nested.xml",
            '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>'
            + "<section><num>9999999999999999999999</num>" * 100 + "<p>x</p>" + "</section>" * 100
            + "</body></act></akomaNtoso>")


def add_truncated(out: Output) -> None:
    """Valid inputs of ours that end too early, at every fiftieth."""
    inputs = [(path.name, path.read_bytes()) for path in sorted(EXAMPLES.rglob("*"))
              if path.suffix in (".xml", ".txt") and "expected" not in path.parts]
    page = ("<!DOCTYPE html><html lang='en'><head><title>Policy</title></head><body><h1>Policy</h1>"
            f"<p>{DUTY}</p><ul><li>{DUTY}</li></ul><table><tr><th>Site</th></tr><tr><td>x</td></tr>"
            "</table></body></html>")
    inputs.append(("page.html", page.encode()))
    inputs += hostile_office.valid_documents()
    for name, data in inputs:
        stem, dot, suffix = name.rpartition(".")
        for part in range(50):
            cut = data[:len(data) * part // 50]
            expected = "*" if suffix not in ("txt", "html") else ""
            out.add(f"truncated/{stem}-{part:02}{dot}{suffix}", cut, expected)


def main() -> None:
    """Write everything."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Output(pathlib.Path(sys.argv[1]))
    add_entities(out)
    add_large_xml(out)
    add_encodings(out)
    add_texts(out)
    add_html(out)
    add_watch_lists(out)
    add_repeated(out)
    add_cycles(out)
    add_other_formats(out)
    hostile_office.add_archives(out.add)
    hostile_office.add_office(out.add)
    add_truncated(out)
    out.close()
    print(f"{len(out.lines)} inputs in {out.folder}")


if __name__ == "__main__":
    main()
