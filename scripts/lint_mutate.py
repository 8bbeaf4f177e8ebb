#!/usr/bin/env python3
"""Put slips of known kinds into good documents and count how many `aktsam lint` notices.

Usage: scripts/lint_mutate.py [--seed N] [--places N] [--only OPERATOR] [--misses]

Each operator makes one slip at one place of one document; the document is then linted with its
companions. A slip counts as noticed when a finding that was not there before stands in the changed
document at most LINES lines from the change or at the question, answer or clause that holds it, or
when a rule that speaks about the whole document says so at its opening. Same seed, same slips, same
table.

The binary is AKTSAM, or .build/release/aktsam. Only the standard library is used.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
AKTSAM = os.environ.get("AKTSAM") or str(ROOT / ".build/release/aktsam")

# How far from the change a finding may stand, in lines.
LINES = 3

# The documents that are changed, with the profile they are held against and their companions.
SETS = {
    "nb": ("dfo-terms", {
        "questionnaire": "examples/lint/strong-questionnaire.xml",
        "contract": "examples/lint/strong-contract.xml",
        "response": "examples/lint/strong-response.xml",
    }),
    "sv": ("oecd-six-steps", {
        "questionnaire": "examples/it-hardware/questionnaire.xml",
        "contract": "examples/it-hardware/contract-annex.xml",
        "response": "examples/it-hardware/responses/strong-sv.xml",
    }),
}



def required(profile):
    """The requirements that a profile holds for required."""
    text = (ROOT / "clauses/profiles" / (profile + ".xml")).read_text(encoding="utf-8")
    return set(re.findall(r'<require ref="([^"]+)" level="required"', text))


def demanding(path):
    """The ids of the questions that ask for a document of a certain age."""
    text = (ROOT / path).read_text(encoding="utf-8")
    questions = re.findall(r'<question id="([^"]+)"[^>]*>(.*?)</question>', text, re.S)
    return {name for name, content in questions if "max-age-months" in content}


REQUIRED = {name: required(profile) for name, (profile, _) in SETS.items()}
DEMANDING = set.union(*(
    {(name, question) for question in demanding(files["questionnaire"])}
    for name, (_, files) in SETS.items()))

Slip = collections.namedtuple("Slip", "set role start end text expected")
OPERATORS = {}


def kind_of(text):
    """The set that a document belongs to, by its language."""
    return "sv" if 'xml:lang="sv"' in text[:500] else "nb"


def operator(role, *expected, sets=("nb", "sv")):
    """Registers a function that yields (start, end, text) of every slip it could make in a text."""
    def register(function):
        OPERATORS[function.__name__.replace("_", "-")] = (role, set(expected), sets, function)
        return function
    return register


# -------------------------------------------------------------------------- help for operators

def elements(text, tag):
    """Yields (start, end, inner start, inner end) of elements that hold none of their own kind."""
    for match in re.finditer(r"<%s\b[^>]*?(/>|>)" % tag, text):
        if match[1] == "/>":
            yield match.start(), match.end(), match.end(), match.end()
            continue
        close = text.find("</%s>" % tag, match.end())
        if close >= 0:
            yield match.start(), close + len(tag) + 3, match.end(), close


def attributes(text, pattern):
    """Yields (start, end, value) of what the first group of a pattern matches."""
    for match in re.finditer(pattern, text):
        yield match.start(1), match.end(1), match[1]


def without_line(text, start, end):
    """The range of an element together with the line that it alone stands on."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip() == "" and text[end:end + 1] == "\n":
        return line, end + 1
    return start, end


def tag_end(text, start):
    return text.find(">", start)


# -------------------------------------------------------------------------------- questionnaires

@operator("questionnaire", "AK1003")
def duplicate_question_id(text):
    ids = list(attributes(text, r'<question id="([^"]+)"'))
    for (_, _, first), (start, end, _) in zip(ids, ids[1:]):
        yield start, end, first


@operator("questionnaire", "AK1034")
def drop_id(text):
    for start, end, _ in attributes(text, r'<(?:question|option|column)( id="[^"]+")'):
        yield start, end, ""


@operator("questionnaire", "AK1001")
def condition_on_no_question(text):
    for start, end, value in attributes(text, r'<show-when question="([^"]+)"'):
        yield start, end, value + "9"


@operator("questionnaire", "AK1005")
def condition_on_no_value(text):
    for start, end, value in attributes(text, r'<show-when [^>]*value="([^"]+)"'):
        yield start, end, value + "x"


@operator("questionnaire", "AK1004", "AK1025")
def circular_condition(text):
    ids = re.findall(r'<question id="([^"]+)"', text)
    for match in re.finditer(r'<question id="([^"]+)"[^>]*>.*?</question>', text, re.S):
        inner = re.search(r'<show-when question="([^"]+)"', match[0])
        if not inner or inner[1] not in ids:
            continue
        name = re.escape(inner[1])
        other = re.search(r'<question id="%s"[^>]*>.*?</question>' % name, text, re.S)
        # Behind the question's own texts, which stand less deep than those of its parts.
        place = other and re.match(r"<[^>]*>\n(?: {6}<(?:text|help)[^\n]*\n)+", other[0])
        if place:
            at = other.start() + place.end()
            yield at, at, '      <show-when question="%s"/>\n' % match[1]


@operator("questionnaire", "AK1025")
def condition_on_later_question(text):
    ids = re.findall(r'<question id="([^"]+)"', text)
    for start, end, value in attributes(text, r'<show-when question="([^"]+)"'):
        yield start, end, ids[-1]


@operator("questionnaire", "AK1011")
def swap_language(text):
    pattern = r'<text xml:lang="(en|nb)">(?=[^<]{50})'
    for start, end, value in attributes(text, pattern):
        yield start, end, "en" if value != "en" else "sv"


@operator("questionnaire", "AK1010")
def drop_translation(text):
    for match in re.finditer(r'<text xml:lang="en">[^<]*</text>', text):
        start, end = without_line(text, match.start(), match.end())
        yield start, end, ""


@operator("questionnaire", "AK1006", "AK1220")
def drop_mapping(text):
    for match in re.finditer(r'\s+requirement="([^"]+)"', text):
        if REQUIRED[kind_of(text)].intersection(match[1].split()):
            yield match.start(), match.end(), ""


@operator("questionnaire", "AK1019")
def misspell_requirement(text):
    for start, end, value in attributes(text, r'<question[^>]*requirement="([^" ]+)"'):
        middle = len(value) // 2
        yield start, end, value[:middle] + value[middle + 1:]


@operator("questionnaire", "AK1033")
def mandatory_made_optional(text):
    for start, end, _ in attributes(text, r'<question[^>]*?( mandatory="true")'):
        requirement = re.search(r'requirement="([^"]+)"', text[start:tag_end(text, start)])
        if requirement and REQUIRED[kind_of(text)].intersection(requirement[1].split()):
            yield start, end, ""


@operator("questionnaire", "AK1016")
def empty_question(text):
    for start, end, _ in attributes(text, r'<text xml:lang="(?:nb|sv)">([^<]+)</text>'):
        yield start, end, ""


@operator("questionnaire", "AK1018")
def same_option_twice(text):
    options = list(re.finditer(r'<option id="([^"]+)">\s*<text xml:lang="\w+">([^<]+)<', text))
    for first, second in zip(options, options[1:]):
        if "</question>" not in text[first.end():second.start()]:
            yield second.start(2), second.end(2), first[2]


@operator("questionnaire", "AK1024", sets=("nb",))
def range_turned_round(text):
    for match in re.finditer(r'min="(\d+)" max="(\d+)"', text):
        yield match.start(), match.end(), 'min="%s" max="%s"' % (match[2], match[1])


@operator("questionnaire", "AK1014")
def drop_age_limit(text):
    for start, end, _ in attributes(text, r'<evidence[^>]*?( max-age-months="\d+")'):
        yield start, end, ""


@operator("questionnaire", "AK1028")
def drop_what_evidence(text):
    for _, _, inner, close in elements(text, "evidence"):
        # A question that says itself what to attach needs no more words.
        if not re.search(r"Legg ved|Bifoga", text[text.rfind("<question", 0, inner):inner]):
            yield inner, close, "\n      "


@operator("questionnaire", "AK1027")
def duplicate_question_number(text):
    numbers = list(attributes(text, r'<question [^>]*?number="([^"]+)"'))
    for (_, _, first), (start, end, _) in zip(numbers, numbers[1:]):
        yield start, end, first


@operator("questionnaire", "AK1007", "AK1008", "AK1029")
def text_made_yes_no(text):
    for match in re.finditer(r'type="(text)"[^>]*>\s*<text[^>]*>[^<]*</text>', text):
        yield match.start(1), match.end(1), "yes-no"


# ------------------------------------------------------------------------------------ responses

def answers(text):
    """Yields (start, end, start tag's end, start tag, inner) of each answer."""
    for match in re.finditer(r"(<answer\b[^>]*>)(.*?)</answer>", text, re.S):
        yield match.start(), match.end(), match.end(1), match[1], match[2]


def demanded(text):
    """Yields the matches of the documents that the questionnaire asks for."""
    for match in re.finditer(r"<evidence\b[^>]*>[^<]*</evidence>", text):
        question = re.findall(r'<answer question="([^"]+)"', text[:match.start()])[-1]
        if (kind_of(text), question) in DEMANDING:
            yield match


def paragraphs(text):
    """The ranges of the answers' own paragraphs."""
    return [(m.start(1), m.end(1), m[1]) for m in re.finditer(r"<p>([^<]+)</p>", text)]


@operator("response", "AK1127")
def leave_answer_out(text):
    for start, end, _, tag, _ in answers(text):
        if 'mandatory="true"' in tag:
            start, end = without_line(text, start, end)
            yield start, end, ""


@operator("response", "AK1101")
def empty_answer(text):
    for _, end, inner, tag, content in answers(text):
        if 'mandatory="true"' in tag:
            keep = re.match(r"\s*<question>.*?</question>", content, re.S)
            yield inner + (keep.end() if keep else 0), end - len("</answer>"), "\n    "


@operator("response", "AK1105")
def option_that_is_none(text):
    for start, end, value in attributes(text, r'<choice option="([^"]+)"'):
        yield start, end, value + "0"


@operator("response", "AK1104")
def number_as_words(text):
    for match in re.finditer(r"<number[^>]*>[^<]*</number>", text):
        start, end = without_line(text, match.start(), match.end())
        yield start, end, ""


@operator("response", "AK1106", sets=("nb",))
def number_out_of_range(text):
    for start, end, value in attributes(text, r"<number[^>]*>([^<]+)<"):
        yield start, end, value + "00"


@operator("response", "AK1103")
def number_unreadable(text):
    for start, end, value in attributes(text, r"<number[^>]*>([^<]+)<"):
        yield start, end, "ca. " + value


@operator("response", "AK1125", "AK1103")
def date_of_no_calendar(text):
    pattern = r'<(?:evidence|signature|response)[^>]*\sdate="([^"]+)"'
    for start, end, value in attributes(text, pattern):
        yield start, end, value[:5] + "13" + value[7:]


@operator("response", "AK1113")
def evidence_from_the_future(text):
    for start, end, value in attributes(text, r'<evidence[^>]*\sdate="([^"]+)"'):
        yield start, end, "2027" + value[4:]


@operator("response", "AK1112")
def evidence_of_ten_years_ago(text):
    for evidence in demanded(text):
        date = re.search(r'\sdate="(\d{4})', evidence[0])
        yield evidence.start() + date.start(1), evidence.start() + date.end(1), "2016"


@operator("response", "AK1114")
def undated_evidence(text):
    for evidence in demanded(text):
        date = re.search(r'\sdate="[^"]+"', evidence[0])
        yield evidence.start() + date.start(), evidence.start() + date.end(), ""


@operator("response", "AK1111")
def remove_evidence(text):
    for evidence in demanded(text):
        start, end = without_line(text, evidence.start(), evidence.end())
        yield start, end, ""


@operator("response", "AK1110")
def copy_answer(text):
    all_of_them = [p for p in paragraphs(text) if len(p[2]) > 80]
    for (_, _, first), (start, end, _) in zip(all_of_them, all_of_them[1:]):
        yield start, end, first


@operator("response", "AK1102")
def placeholder_answer(text):
    words = ["-", "N/A", "TBD", "…", "xxx", "ej aktuellt", "kommer senere"]
    for number, (start, end, _) in enumerate(paragraphs(text)):
        yield start, end, words[number % len(words)]


@operator("response", "AK1118")
def bare_yes(text):
    for match in re.finditer(r"<value>yes</value>(.*?)</answer>", text, re.S):
        yield match.start(1), match.end(1), "\n    "


@operator("response", "AK1118", "AK1102")
def yes_as_text(text):
    for number, (start, end, _) in enumerate(paragraphs(text)):
        yield start, end, ["Ja.", "Ja", "Yes."][number % 3]


@operator("response", "AK1119")
def echo_question(text):
    pattern = r"<question>([^<]+)</question>(?:(?!</answer>).)*?<p>([^<]+)</p>"
    for match in re.finditer(pattern, text, re.S):
        yield match.start(2), match.end(2), match[1]


@operator("response", "AK1116")
def yes_made_no(text):
    for start, end, _ in attributes(text, r"<value>(yes)</value>"):
        yield start, end, "no"


@operator("response", "AK1107")
def answer_to_no_question(text):
    for start, end, value in attributes(text, r'<answer question="([^"]+)"'):
        yield start, end, value + "9"


@operator("response", "AK1123")
def answer_to_no_requirement(text):
    for start, end, value in attributes(text, r'<answer[^>]*requirement="([^" ]+)"'):
        middle = len(value) // 2
        yield start, end, value[:middle] + value[middle + 1:]


@operator("response", "AK1120")
def answer_twice(text):
    for start, end, _, _, _ in answers(text):
        yield end, end, "\n    " + text[start:end]


@operator("response", "AK1122")
def answer_by_no_party(text):
    for _, _, inner, tag, _ in answers(text):
        if not tag.endswith("/>"):
            yield inner - 1, inner - 1, ' by="p9"'


@operator("response", "AK1121")
def answer_in_english(text):
    english = ("We follow the laws of each country in which our products are made, and our "
               "managers talk with the owners of the factories about it whenever they meet.")
    for start, end, old in paragraphs(text):
        if len(old) > 80:
            yield start, end, english


@operator("response", "AK1124")
def annex_that_is_not_there(text):
    for start, end, old in paragraphs(text):
        word = "bilaga" if kind_of(text) == "sv" else "vedlegg"
        yield start, end, old + (" Se %s 47." % word)


@operator("response", "AK1128")
def country_that_is_none(text):
    for match in re.finditer(r"<site>.*?<country>([A-Z]{2})</country>", text, re.S):
        yield match.start(1), match.end(1), "XQ"


@operator("response", "AK1129")
def site_without_place(text):
    pattern = (r"\n\s*<place>[^<]*</place>(\s*<country>[^<]*</country>)"
               r"\s*<region>[^<]*</region>")
    for match in re.finditer(pattern, text):
        yield match.start(), match.end(), match[1]


@operator("response", "AK1108")
def other_version(text):
    for start, end, value in attributes(text, r'questionnaire-version="([^"]+)"'):
        yield start, end, value + ".1"


# ------------------------------------------------------------------------------------ contracts

def clauses(text):
    """Yields the matches of clauses with number, id and content."""
    return re.finditer(r'<clause number="([^"]+)" id="([^"]+)">(.*?)</clause>', text, re.S)


@operator("contract", "AK1216", "AK1221")
def drop_clause(text):
    for match in clauses(text):
        if len(match[3]) > 200:
            start, end = without_line(text, match.start(), match.end())
            yield start, end, ""


@operator("contract", "AK1205")
def empty_clause(text):
    for match in clauses(text):
        heading = re.match(r"\s*<heading>.*?</heading>", match[3], re.S)
        if heading:
            yield match.start(3) + heading.end(), match.end(3), "\n    "


@operator("contract", "AK1214", "AK1217")
def shall_made_may(text):
    words = {"ska": "får", "skal": "kan"}
    for match in re.finditer(r"<p>[^<]*?[Ll]everant?[øö]ren (skal|ska) ", text):
        yield match.start(1), match.end(1), words[match[1]]


@operator("contract", "AK1217", "AK1223")
def shall_made_should(text):
    words = {"ska": "bör", "skal": "bør"}
    for match in re.finditer(r"<p>[^<]*?[Ll]everant?[øö]ren (skal|ska) ", text):
        yield match.start(1), match.end(1), words[match[1]]


@operator("contract", "AK1213", "AK1217")
def where_possible(text):
    for match in re.finditer(r"[Ll]everant?[øö]ren (skal|ska)( )", text):
        words = " så långt det är möjligt " if match[1] == "ska" else " så langt det er mulig "
        yield match.start(2), match.end(2), words


@operator("contract", "AK1212")
def other_deadline(text):
    pattern = r"<p>([^<]*(?:innen|inom) (\d+) (?:dager|dagar)[^<]*)</p>"
    for match in re.finditer(pattern, text):
        clause = text.find("</clause>", match.end())
        again = match[1].replace(match[2] + " da", str(int(match[2]) * 2 + 3) + " da")
        number = re.findall(r'<clause number="([^"]+)"', text[:clause])[-1]
        at = clause + len("</clause>")
        yield at, at, '\n    <clause number="%sa" id="extra">\n      <p>%s</p>\n    </clause>' % (
            number, again)


@operator("contract", "AK1211")
def deadline_from_nowhere(text):
    # A sentence with a condition before the duty names the event by it.
    pattern = (r"[.>]\s?[Ll]everant?[øö]ren (?:skal|ska)\b[^.]*?(?:innen|inom) \w+ "
               r"(?:dager|dagar|virkedager|uker|veckor|arbetsdagar)"
               r"( (?:etter|från|efter)[^.,]*)[.,]")
    for start, end, _ in attributes(text, pattern):
        yield start, end, ""


@operator("contract", "AK1201")
def clause_number_that_is_none(text):
    for match in re.finditer(r"(?:punkt|avsnitt) (\d[\d.]*)", text):
        yield match.start(1), match.end(1), "88.8"


@operator("contract", "AK1222")
def reference_to_nothing(text):
    for start, end, value in attributes(text, r'<ref to="([^"]+)"'):
        yield start, end, value + "9"


@operator("contract", "AK1202")
def duplicate_clause_number(text):
    numbers = list(attributes(text, r'<clause number="([^"]+)"'))
    for (_, _, first), (start, end, _) in zip(numbers, numbers[1:]):
        yield start, end, first


@operator("contract", "AK1202", "AK0310")
def duplicate_clause_id(text):
    ids = list(attributes(text, r'<clause [^>]*id="([^"]+)"'))
    for (_, _, first), (start, end, _) in zip(ids, ids[1:]):
        yield start, end, first


@operator("contract", "AK1218", sets=("nb",))
def eight_conventions(text):
    for match in re.finditer(r"138, 155, 182 (og|och) 187", text):
        yield match.start(), match.end(), "138 %s 182" % match[1]


@operator("contract", "AK1210")
def old_act(text):
    acts = [" Lov 16. juli 1999 nr. 69 gjelder.", " Direktiv 2004/18/EF gjelder.",
            " Personopplysninger behandles etter direktiv 95/46/EF."]
    if kind_of(text) == "sv":
        acts = [" Lagen (2007:1091) om offentlig upphandling gäller.",
                " Direktiv 2004/18/EG gäller.",
                " Personuppgifter behandlas enligt personuppgiftslagen (1998:204)."]
    for number, (_, end, _) in enumerate(paragraphs(text)):
        yield end, end, acts[number % len(acts)]


@operator("contract", "AK1206")
def unfilled_placeholder(text):
    fills = ["[navn]", "XX", "____", "[fylles ut]", "…………", "&lt;dato>"]
    for number, match in enumerate(re.finditer(r"(?:innen|inom) (\d+) ", text)):
        yield match.start(1), match.end(1), fills[number % len(fills)]


@operator("contract", "AK1207")
def clause_in_english(text):
    english = ("The Supplier shall ensure that workers in every tier of the supply chain are paid "
               "on time and in full, and that nobody is punished for speaking about it.")
    for start, end, old in paragraphs(text):
        if len(old) > 120:
            yield start, end, english


@operator("contract", "AK1208")
def definition_of_an_unused_term(text):
    for match in re.finditer(r"<term>([^<]+)</term>", text):
        yield match.start(1), match.end(1), "bomullsfabrikken"


@operator("contract", "AK1215")
def duty_of_nobody(text):
    passive = {"skal": "Alle klager skal behandles og årsaken dokumenteres, og de berørte skal "
                       "gis gjenoppretting innen 90 dager etter skaden.",
               "ska": "Alla klagomål ska behandlas och orsaken dokumenteras, och de drabbade ska "
                      "gottgöras inom 90 dagar från skadan."}
    for start, end, old in paragraphs(text):
        word = "ska" if kind_of(text) == "sv" else "skal"
        if " %s " % word in old and len(old) > 120:
            yield start, end, passive[word]


# ---------------------------------------------------------------------------------- measurement

# What a finding may be about that concerns a part of it.
AROUND = re.compile(r"<(?:question id|answer |clause )")


def lint(profile, paths, folder):
    command = [AKTSAM, "lint", "--no-config", "--profile", profile, "--format", "jsonl", *paths]
    run = subprocess.run(command, cwd=folder, capture_output=True, timeout=300)
    if run.returncode not in (0, 1, 3):
        raise SystemExit("%s\nended with %d: %s" % (
            " ".join(command), run.returncode, run.stderr.decode(errors="replace")))
    return [json.loads(line) for line in run.stdout.splitlines()]


def key(finding):
    """What makes a finding the same before and after a change that moves lines."""
    return finding["path"], finding["rule"], finding["message"]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Measurement:
    def __init__(self, scratch):
        self.scratch = pathlib.Path(scratch)
        self.texts, self.before = {}, {}
        for name, (profile, files) in SETS.items():
            for role, path in files.items():
                text = (ROOT / path).read_text(encoding="utf-8")
                self.texts[name, role] = text
                (self.scratch / name).mkdir(exist_ok=True)
                (self.scratch / name / (role + ".xml")).write_text(text, encoding="utf-8")
            for role in files:
                self.before[name, role] = collections.Counter(
                    key(f) for f in lint(profile, self.inputs(role), self.scratch / name))

    @staticmethod
    def inputs(role):
        """What is linted together: a contract and a response go with the questionnaire."""
        return {"questionnaire": ["questionnaire.xml"],
                "contract": ["contract.xml", "questionnaire.xml"],
                "response": ["response.xml", "questionnaire.xml"]}[role]

    def outcome(self, number, slip):
        text = self.texts[slip.set, slip.role]
        changed = text[:slip.start] + slip.text + text[slip.end:]
        folder = self.scratch / ("slip-%d" % number)
        folder.mkdir()
        for role in SETS[slip.set][1]:
            content = changed if role == slip.role else self.texts[slip.set, role]
            (folder / (role + ".xml")).write_text(content, encoding="utf-8")
        found = lint(SETS[slip.set][0], self.inputs(slip.role), folder)
        left = self.before[slip.set, slip.role].copy()
        first = line_of(changed, slip.start) - LINES
        around = [match.start() for match in AROUND.finditer(changed, 0, slip.start)]
        holder = line_of(changed, around[-1]) if around else first
        last = line_of(changed, slip.start + len(slip.text)) + LINES
        opening = line_of(changed, re.search(r"<(?!\?)[^>]*>(\s*<title[^>]*>)?", changed).end())
        new = []
        for finding in found:
            if left[key(finding)] > 0:
                left[key(finding)] -= 1
            elif finding["path"] == slip.role + ".xml":
                near = (first <= finding["endLine"] and finding["line"] <= last
                        or finding["line"] == holder)
                if near or finding["line"] <= opening:
                    new.append(finding)
        rules = {finding["rule"] for finding in new}
        if rules & slip.expected:
            return "expected", rules
        return ("other" if rules else "missed"), rules


def slips(places, seed, only):
    chosen = []
    for name, (role, expected, sets, function) in OPERATORS.items():
        if only and name != only:
            continue
        possible = []
        for kind in sets:
            text = (ROOT / SETS[kind][1][role]).read_text(encoding="utf-8")
            for start, end, replacement in function(text):
                if text[start:end] != replacement:
                    possible.append(Slip(kind, role, start, end, replacement, expected))
        generator = random.Random("%d %s" % (seed, name))
        for slip in sorted(generator.sample(possible, min(places, len(possible)))):
            chosen.append((name, slip))
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--places", type=int, default=6, help="slips of each kind")
    parser.add_argument("--only", help="one operator")
    parser.add_argument("--misses", action="store_true", help="show what is not noticed")
    arguments = parser.parse_args()
    if arguments.only and arguments.only not in OPERATORS:
        parser.error("operators: " + ", ".join(OPERATORS))
    chosen = slips(arguments.places, arguments.seed, arguments.only)
    with tempfile.TemporaryDirectory() as scratch:
        measurement = Measurement(scratch)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            outcomes = list(pool.map(
                lambda item: measurement.outcome(item[0], item[1][1]), enumerate(chosen)))
        texts = measurement.texts

    rows = collections.defaultdict(collections.Counter)
    by_others = collections.defaultdict(collections.Counter)
    for (name, slip), (outcome, rules) in zip(chosen, outcomes):
        for row in (name, slip.role, "all"):
            rows[row][outcome] += 1
        if outcome == "other":
            by_others[name].update(rules)
        if outcome == "missed" and arguments.misses:
            text = texts[slip.set, slip.role]
            print("%s %s %s:%d: %r -> %r" % (
                name, slip.set, slip.role, line_of(text, slip.start),
                text[slip.start:slip.end][:70], slip.text[:70]))
    print("%-30s %-13s %6s %9s %6s %7s  %s" % (
        "operator", "document", "slips", "expected", "other", "missed", "rules"))
    for name in [*OPERATORS, "questionnaire", "response", "contract", "all"]:
        row = rows.get(name)
        if not row:
            continue
        role, expected = OPERATORS[name][:2] if name in OPERATORS else ("", set())
        note = "/".join(sorted(expected))
        if by_others[name]:
            note += "; by " + " ".join(sorted(by_others[name]))
        print("%-30s %-13s %6d %9d %6d %7d  %s" % (
            name, role, sum(row.values()), row["expected"], row["other"], row["missed"], note))
    total = rows["all"]
    count = max(1, sum(total.values()))
    print("noticed %.1f %% (with the expected rule %.1f %%)" % (
        100 * (total["expected"] + total["other"]) / count, 100 * total["expected"] / count))


if __name__ == "__main__":
    sys.exit(main())
