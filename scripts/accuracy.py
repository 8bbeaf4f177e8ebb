#!/usr/bin/env python3
"""Measure how well aktsam reads, on our labelled passages and on texts that others annotated.

usage: accuracy.py [--binary FILE] [--data DIR] [--gold DIR] [--clauses DIR] [--only WORD]
                   [--format markdown|json] [--errors N]

Prints one table: measure, number of cases, our figure, what the authors of the data or other tools
reach, and the goal. Data that is not there is skipped by name. With --errors N, what was read
wrongly follows the table, most frequent kinds first, with N examples of each kind.

gold         aktsam clauses evaluate on gold/{en,sv,nb,real}.jsonl
AIMS         modern-slavery statements. Flags, on sentences that have a label: *future* is called
             when the force is an intention or a weakness is planned-only; *negated* when a statement
             of fact is denied, nothing was found (bare-denial) or a requirement is contradicted.
             Topics, on all sentences: called when a requirement that accuracy-topics.json maps to
             the criterion is spoken of
NoReC_neg    negation in Norwegian reviews: the negating words that the cues of annotate hold; what is
             read as negation-neutral is not called
language     sentences of eight words and more, each as a text of its own
sentences    boundaries between sentences of the treebanks, joined by fives

All of this is development data: figures to work with. What the library was tuned on reads better than
new text; for that, see the sealed third in CONTRIBUTING.md. Baselines: for gold, n-grams on other
passages; for the flags of AIMS and for NoReC_neg, the authors' figures, on other parts of the data;
for the topics of AIMS, the model that the authors released, on the same sentences; for language,
py3langid 0.4.0 limited to seven languages, measured by us on the same sentences. A requirement of
accuracy-topics.json that the library lacks matches nothing. Standard library only.
"""
import argparse
import bisect
import collections
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
READ = {"en": "English", "sv": "Swedish", "nb": "Bokmål", "nn": "Nynorsk", "da": "Danish"}
OTHERS = {"fi": "Finnish", "de": "German"}
TREEBANKS = {
    "sv": ("ud-swedish-talbanken", "sv_talbanken-ud-dev.conllu"),
    "nb": ("ud-norwegian-bokmaal", "no_bokmaal-ud-dev.conllu"),
    "nn": ("ud-norwegian-nynorsk", "no_nynorsk-ud-dev.conllu"),
    "da": ("ud-danish-ddt", "da_ddt-ud-dev.conllu"),
}
# Title, path in `clauses evaluate --format json`, goal.
GOLD_MEASURES = [
    ("topic F1 (unmapped)", ("topic", "f1Unmapped"), 0.90),
    ("outcome macro-F1", ("outcome", "macroF1"), 0.85),
    ("strict F1", ("strict", "f1"), 0.80),
    ("weakness F1", ("weakness", "f1"), None),
    ("false met", ("falseMet",), -0.05),
    ("false alarms on silent passages", ("silent", "falseAlarmRate"), None),
    ("sure: precision", ("sure", "precision"), 0.95),
    ("sure: share", ("sure", "share"), None),
]
# A negative goal is a ceiling.
REAL_GOALS = {"topic F1 (unmapped)": 0.75, "weakness F1": 0.55, "false met": -0.05, "sure: precision": 0.95}
# Character n-grams on other passages of the same kind, kept apart (design, section 5).
GOLD_BASELINES = {
    ("en", "topic F1 (unmapped)"): "0.69 (n-grams)", ("sv", "topic F1 (unmapped)"): "0.61 (n-grams)",
    ("nb", "topic F1 (unmapped)"): "0.65 (n-grams)", ("en", "outcome macro-F1"): "0.73 (n-grams)",
    ("sv", "outcome macro-F1"): "0.74 (n-grams)", ("nb", "outcome macro-F1"): "0.59 (n-grams)",
}
# Figures of the authors of AIMS, on the other half of the documents or on all.
AIMS = {"uk": {"future": 0.44, "negated": 0.22}, "ca": {"future": 0.28, "negated": 0.39}}
AIMS_GOALS = {"future": 0.55, "negated": 0.45, "c4_risk_mitigation": 0.60}
AIMS_TITLES = {"c3_risk_description": "risk description", "c4_risk_mitigation": "risk mitigation",
               "c4_remediation": "remediation", "c5_effectiveness": "effectiveness"}
# A cue may be a whole phrase ("vil ikke"); the annotators of NoReC_neg mark the negating word in it.
NEGATING = re.compile(r"\b(ikke|ikkje|ingen|inga|ingenting|intet|inkje|aldri|verken|hverken|korkje|uten|utan|nei)\b",
                      re.IGNORECASE)
NEGATIONS = {"negation", "negation-verb"}
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Count:
    """True and false positives and false negatives."""

    def __init__(self, tp=0, fp=0, fn=0):
        self.tp, self.fp, self.fn = tp, fp, fn

    def add(self, expected, got):
        self.tp += expected and got
        self.fp += got and not expected
        self.fn += expected and not got

    @property
    def precision(self):
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self):
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self):
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 0.0

    def __str__(self):
        return (f"P {self.precision:.2f}, R {self.recall:.2f}: right {self.tp}, over-called {self.fp}, "
                f"missed {self.fn}")


class Report:
    """The rows of the table, what was skipped, and the misreadings."""

    def __init__(self, examples):
        self.rows, self.skipped, self.errors, self.examples = [], [], [], examples

    def add(self, measure, n, ours, baseline=None, goal=None, count=None):
        """Adds a row. A baseline may be a figure or words; a negative goal is a ceiling."""
        row = {"measure": measure, "n": n, "ours": round(ours, 4)}
        if count:
            row.update(precision=round(count.precision, 4), recall=round(count.recall, 4))
        row["baseline"] = f"{baseline:.2f}" if isinstance(baseline, float) else baseline
        row["goal"] = None if goal is None else f"{'≥' if goal > 0 else '≤'} {abs(goal):.2f}" if goal else "0.00"
        self.rows.append(row)

    def skip(self, name):
        self.skipped.append(f"skipped: {name} (not found)")

    def explain(self, title, lines):
        if self.examples:
            self.errors.append({"measure": title, "lines": lines})

    def markdown(self):
        lines = ["| measure | n | ours | published baseline | goal |", "| --- | --- | --- | --- | --- |"]
        for row in self.rows:
            lines.append(f"| {row['measure']} | {row['n']:,} | {row['ours']:.2f} | {row['baseline'] or '–'} "
                         f"| {row['goal'] or '–'} |")
        if self.skipped:
            lines += [""] + self.skipped
        for error in self.errors:
            lines += ["", f"## {error['measure']}", ""] + error["lines"]
        return "\n".join(lines)

    def json(self, version):
        whole = {"schema": "aktsam-accuracy-1", "aktsam": version, "rows": self.rows, "skipped": self.skipped}
        if self.examples:
            whole["errors"] = self.errors
        return json.dumps(whole, indent=1, ensure_ascii=False)


class Aktsam:
    """Runs the program."""

    def __init__(self, binary, clauses, folder):
        self.binary, self.folder = binary, folder
        self.clauses = ["--clauses", clauses] if clauses else []

    def run(self, *arguments, allowed=(0, 1)):
        result = subprocess.run([self.binary, *arguments], capture_output=True)
        if result.returncode not in allowed:
            words = result.stderr.decode(errors="replace").strip()
            sys.exit(f"accuracy.py: aktsam {' '.join(arguments[:2])} ended with {result.returncode}: {words[:500]}")
        return result.stdout.decode()

    def lines(self, *arguments):
        return [json.loads(line) for line in self.run(*arguments, *self.clauses).split("\n") if line]

    def annotate(self, texts, language, role="tender"):
        """Reads each text as a clause of its own and returns its passages.

        A passage gets the fields `from` and `to`, its place in the text, and each of its cues too.
        """
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<tender xmlns="urn:aktsam:tender:1" role="statement" ' \
            f'xml:lang="{language}"><title>-</title>\n'
        parts, starts, position = [head], [], len(head.encode())
        for index, text in enumerate(texts, 1):
            opening = f'<clause number="{index}"><p>'
            body = escape(CONTROL.sub(" ", text))
            starts.append(position + len(opening))
            parts += [opening, body, "</p></clause>\n"]
            position += len(opening) + len(body.encode()) + len("</p></clause>\n")
        path = self.folder / "texts.xml"
        path.write_text("".join(parts) + "</tender>\n", encoding="utf-8")
        passages = [[] for _ in texts]
        for passage in self.lines("annotate", "--format", "jsonl", "--role", role, str(path)):
            # /tender[1]/clause[12]/p[1]
            index = int(passage["element"].split("clause[", 1)[1].split("]", 1)[0]) - 1
            passages[index].append(passage)
        for text, start, found in zip(texts, starts, passages):
            offsets = [start]
            for character in CONTROL.sub(" ", text):
                offsets.append(offsets[-1] + len(escape(character).encode()))
            for passage in found:
                for item in [passage, *passage.get("cues", [])]:
                    item["from"] = bisect.bisect_left(offsets, item["segments"][0][0])
                    item["to"] = bisect.bisect_left(offsets, item["segments"][-1][1])
        return passages


# MARK: - Kinds of misreading

def short(text, limit=240):
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit - 1] + "…"


def grams(text):
    words = [word.lower() for word in WORD.findall(text)]
    return {" ".join(words[start:start + size]) for size in (1, 2, 3) for start in range(len(words) - size + 1)}


def telling(texts, others, limit=14):
    """The words and phrases that are far more frequent in `texts` than in `others`, with both counts."""
    inside = collections.Counter(gram for text in texts for gram in grams(text))
    outside = collections.Counter(gram for text in others for gram in grams(text))
    scored = []
    for gram, count in inside.items():
        if count < (2 if len(texts) < 60 else 3):
            continue
        ratio = (count + 0.5) / (len(texts) + 1) / ((outside[gram] + 0.5) / (len(others) + 1))
        if ratio > 2:
            scored.append((count * math.log(ratio), gram, count))
    chosen = []
    for _, gram, count in sorted(scored, reverse=True):
        if any(gram in known and count <= times for known, times in chosen):
            continue
        chosen.append((gram, count))
        if len(chosen) == limit:
            break
    return ", ".join(f"“{gram}” {count}:{outside[gram]}" for gram, count in chosen)


def explain_flags(report, title, cases, count, why):
    """Lists misses and false calls of a yes-or-no flag. Cases: (text, passages, expected, got, note)."""
    if not report.examples:
        return
    lines = [f"{count}."]
    for name, expected, got in [("missed", True, False), ("over-called", False, True)]:
        chosen = [case for case in cases if (case[2], case[3]) == (expected, got)]
        others = [case[0] for case in cases if case[2] != expected]
        if not chosen:
            continue
        lines += ["", f"**{name}: {len(chosen)}**. Words here : among the other {len(others)}: "
                  + telling([case[0] for case in chosen], others)]
        kinds = collections.defaultdict(list)
        for case in chosen:
            kinds[why(case[1])].append(case)
        for kind, members in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
            lines.append(f"- {len(members)} × {kind}")
            lines += [f"  - {short(case[0])}" + (f" [{case[4]}]" if case[4] else "")
                      for case in members[:report.examples]]
    report.explain(title, lines)


def list_kinds(name, kinds, report, limit=240):
    """Lists kinds of misreading, each with its texts; the most frequent first."""
    lines = ["", f"**{name}: {sum(map(len, kinds.values()))}**"]
    for kind, texts in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.append(f"- {len(texts)} × {kind}")
        lines += [f"  - {short(text, limit)}" for text in texts[:report.examples]]
    return lines


def requirements_of(passages):
    return {assessment["requirement"] for passage in passages for assessment in passage["assessments"]}


def reading_of(concepts):
    """Returns what names the kind of a misreading: the force, and the words that name `concepts`."""
    def kind(passages):
        readings = set()
        for passage in passages:
            if "cues" in passage:
                names = {f"{cue['concept']} “{cue['words'].lower()}”" for cue in passage["cues"]
                         if cue["concept"] in concepts}
            else:
                names = concepts & set(passage["concepts"])
            readings.add(", ".join([passage["force"]] + sorted(names)))
        return " | ".join(sorted(readings)) or "no passage"
    return kind


# MARK: - Gold

def measure_gold(aktsam, folder, report, progress):
    for name in ["en", "sv", "nb", "real"]:
        path = folder / f"{name}.jsonl"
        if not path.is_file():
            report.skip(f"gold/{name}.jsonl")
            continue
        progress(f"gold {name}")
        found = json.loads(aktsam.run("clauses", "evaluate", str(path), "--format", "json", *aktsam.clauses))
        goals = REAL_GOALS if name == "real" else {title: goal for title, _, goal in GOLD_MEASURES}
        for title, keys, _ in GOLD_MEASURES:
            value = found["overall"]
            for key in keys:
                value = value[key]
            report.add(f"gold {name} (development): {title}", found["overall"]["passages"], value,
                       GOLD_BASELINES.get((name, title)), goals.get(title))
        explain_gold(aktsam, path, name, report)


def explain_gold(aktsam, path, name, report):
    """Counts the kinds of error; of the sealed third only totals may be looked at."""
    if not report.examples:
        return
    found = json.loads(aktsam.run("clauses", "evaluate", str(path), "--format", "json", "--only", "unsealed",
                                  *aktsam.clauses))
    kinds = collections.defaultdict(list)
    for error in found["errors"]:
        expected = {label["requirement"]: label for label in error["expected"]}
        got = {label["requirement"]: label for label in error["got"]}
        for requirement in sorted(expected.keys() - got.keys()):
            kinds[f"topic missed: {requirement}"].append(error["id"])
        for requirement in sorted(got.keys() - expected.keys()):
            kinds[f"topic over-called: {requirement} {got[requirement]['outcome']}"].append(error["id"])
        for requirement in sorted(expected.keys() & got.keys()):
            right, ours = expected[requirement], got[requirement]
            if right["outcome"] != ours["outcome"]:
                kinds[f"outcome {right['outcome']} read as {ours['outcome']}"].append(f"{error['id']} {requirement}")
            for code in set(right["weaknesses"]) - set(ours["weaknesses"]):
                kinds[f"weakness missed: {code}"].append(f"{error['id']} {requirement}")
            for code in set(ours["weaknesses"]) - set(right["weaknesses"]):
                kinds[f"weakness over-called: {code}"].append(f"{error['id']} {requirement}")
    report.explain(f"gold {name}, without the sealed third", [
        f"- {len(ids)} × {kind}: {', '.join(ids[:report.examples])}"
        for kind, ids in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))])


# MARK: - AIMS

def is_future(passages):
    return any(passage["force"] == "intention"
               or any("planned-only" in assessment["weaknesses"] for assessment in passage["assessments"])
               for passage in passages)


def is_negated(passages):
    return any(
        (passage["polarity"] == "denied" and passage["force"] in ("practice", "intention", "bare"))
        or "no-known-cases" in passage["concepts"]
        or any(assessment["outcome"] == "contradicted" or "bare-denial" in assessment["weaknesses"]
               for assessment in passage["assessments"])
        for passage in passages)


def is_predicted(row, criterion):
    """Whether the model that the authors released calls the criterion: the data holds what it says."""
    scores = row.get("released_model_scores")
    return scores[criterion] >= 0.5 if scores else criterion in row.get("released_model_labels", [])


# Our name, the name in the data, what calls it, and the concepts whose words tell why.
FLAGS = [
    ("future", "future", is_future, {"force-will", "force-plan"}),
    ("negated", "negative_evidence", is_negated, NEGATIONS | {"no-known-cases"}),
]


def measure_aims(aktsam, data, report, progress):
    topics = json.loads((ROOT / "scripts/accuracy-topics.json").read_text(encoding="utf-8"))
    for country, baselines in AIMS.items():
        path = data / f"aims-{country}/dev.jsonl"
        if not path.is_file():
            report.skip(f"aims-{country}")
            continue
        progress(f"AIMS {country}")
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        # As an answer about today, where "will" postpones; an offer would promise with it.
        read = aktsam.annotate([row["text"] for row in rows], "en", role="response")
        for flag, mark, call, concepts in FLAGS:
            count, cases = Count(), []
            for row, passages in zip(rows, read):
                if not row["labels"]:
                    continue
                expected, got = mark in row["flags"], call(passages)
                count.add(expected, got)
                cases.append((row["text"], passages, expected, got, row["comment"]))
            title = f"AIMS {country.upper()}: {flag}, F1 ({count.tp + count.fn} marked)"
            report.add(title, len(cases), count.f1, baselines[flag], AIMS_GOALS[flag], count)
            explain_flags(report, title, cases, count, reading_of(concepts))
        for criterion, requirements in topics.items():
            count, theirs, cases = Count(), Count(), []
            for row, passages in zip(rows, read):
                expected = criterion in row["labels"]
                got = bool(requirements_of(passages) & set(requirements))
                count.add(expected, got)
                theirs.add(expected, is_predicted(row, criterion))
                cases.append((row["text"], passages, expected, got, ", ".join(row["labels"])))
            title = f"AIMS {country.upper()}: {AIMS_TITLES.get(criterion, criterion)}, F1 ({count.tp + count.fn} marked)"
            report.add(title, len(cases), count.f1, theirs.f1, AIMS_GOALS.get(criterion), count)
            explain_flags(report, title, cases, count, lambda passages: "spoken of: " + (
                ", ".join(sorted(requirements_of(passages))) or "nothing"))


# MARK: - Negation

def overlaps(place, others):
    return any(place[0] < other[1] and other[0] < place[1] for other in others)


def called_cues(text, passages):
    """The negating words that annotate names, as places in the text; None while it names no places.

    What is read as negation-neutral ("ikke bare") is not called; a word inside any other phrase is.
    """
    places = set()
    for passage in passages:
        if "cues" not in passage:
            return None
        for cue in passage["cues"]:
            inner = NEGATING.search(text, cue["from"], cue["to"])
            if cue["concept"] in NEGATIONS:
                places.add(inner.span() if inner else (cue["from"], cue["to"]))
            elif inner and cue["concept"] != "negation-neutral":
                places.add(inner.span())
    return sorted(places)


def measure_negation(aktsam, data, report, progress):
    path = data / "norec-neg/negation_dev.json"
    if not path.is_file():
        report.skip("norec-neg")
        return
    progress("NoReC_neg")
    rows = json.loads(path.read_text(encoding="utf-8"))
    read = aktsam.annotate([row["text"] for row in rows], "nb")
    if not all("cues" in passage for passages in read for passage in passages):
        measure_negated_sentences(rows, read, report)
        return
    words, everything = Count(), Count()
    missed, over = collections.defaultdict(list), collections.defaultdict(list)
    for row, passages in zip(rows, read):
        text, called = row["text"], called_cues(row["text"], passages)
        # {"Cue": [["verken", "eller"], ["3:9", "20:25"]]}: found when one of its words is.
        wanted = [([tuple(map(int, place.split(":"))) for place in entry["Cue"][1]], entry["Affixal"])
                  for entry in row["negations"]]
        for places, is_affix in wanted:
            found = any(overlaps(place, called) for place in places)
            everything.add(True, found)
            if not is_affix:
                words.add(True, found)
            if not found:
                kind = " … ".join(text[start:end].lower() for start, end in places) + (" (affix)" if is_affix else "")
                around = sorted(f"{cue['concept']} “{cue['words'].lower()}”" for passage in passages
                                for cue in passage["cues"] if overlaps((cue["from"], cue["to"]), places))
                missed[f"“{kind}”" + (f", inside {', '.join(around)}" if around else "")].append(text)
        for place in called:
            if not overlaps(place, [place for places, _ in wanted for place in places]):
                everything.add(False, True)
                words.add(False, True)
                over[f"“{text[place[0]:place[1]].lower()}”"].append(text)
    report.add("NoReC_neg: negation cues that are words, F1", words.tp + words.fn, words.f1, None, 0.90, words)
    report.add("NoReC_neg: with cues that are affixes, F1", everything.tp + everything.fn, everything.f1, 0.93, None,
               everything)
    report.explain("NoReC_neg: negation cues", [f"Without affixes: {words}."] + list_kinds("missed", missed, report)
                   + list_kinds("over-called", over, report))


def measure_negated_sentences(rows, read, report):
    """For a program whose annotate does not say where a concept is named."""
    count, cases = Count(), []
    for row, passages in zip(rows, read):
        expected = any(not entry["Affixal"] for entry in row["negations"])
        got = any(NEGATIONS & set(passage["concepts"]) for passage in passages)
        count.add(expected, got)
        cases.append((row["text"], passages, expected, got, ""))
    title = "NoReC_neg: sentences with a negating word, F1"
    report.add(title, len(cases), count.f1, None, None, count)
    explain_flags(report, title, cases, count, reading_of(NEGATIONS))


# MARK: - Language

def guess_languages(aktsam, texts):
    """The language of each text as a document of its own; "?" for none."""
    folder = aktsam.folder / "languages"
    folder.mkdir()
    for index, text in enumerate(texts):
        (folder / f"{index:05}.txt").write_text(CONTROL.sub(" ", text) + "\n", encoding="utf-8")
    guessed = ["?"] * len(texts)
    for passage in aktsam.lines("annotate", "--format", "jsonl", "--role", "tender", str(folder)):
        guessed[int(pathlib.PurePath(passage["path"]).stem)] = passage["language"]
    # annotate is silent about what aktsam does not read; the report of a check names its language.
    silent = [str(folder / f"{index:05}.txt") for index, language in enumerate(guessed) if language == "?"]
    for start in range(0, len(silent), 500):
        for subject in aktsam.lines("check", "--format", "jsonl", "--fail-on", "never", "--role", "tender",
                                    *silent[start:start + 500]):
            document = subject["inputs"][0]
            guessed[int(pathlib.PurePath(document["path"]).stem)] = document.get("language", "?")
    return guessed


def measure_languages(aktsam, data, report, progress):
    path = data / "langid-ud/dev.tsv"
    if not path.is_file():
        report.skip("langid-ud")
        return
    progress("language")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    rows = [(language, text) for language, _, text in rows if len(WORD.findall(text)) >= 8]
    guessed = guess_languages(aktsam, [text for _, text in rows])
    confusions = collections.defaultdict(list)
    total, right = collections.Counter(), collections.Counter()
    for (language, text), guess in zip(rows, guessed):
        total[language] += 1
        right[language] += guess == language
        if guess != language:
            confusions[language, guess].append(text)
    if sum(total[language] for language in READ):
        report.add("language: accuracy, en sv nb nn da", sum(total[language] for language in READ),
                   sum(right[language] for language in READ) / sum(total[language] for language in READ),
                   "0.98 (py3langid)", 0.99)
    for language, name in READ.items():
        if total[language]:
            report.add(f"language: {name}", total[language], right[language] / total[language])
    for language, name in OTHERS.items():
        if total[language]:
            ours = sum(len(texts) for (true, guess), texts in confusions.items() if true == language and guess in READ)
            report.add(f"language: {name} called one of these", total[language], ours / total[language], None, 0.0)
    explain_languages(report, rows, confusions, total)


def explain_languages(report, rows, confusions, total):
    if not report.examples:
        return
    shares = {language: collections.Counter() for language in total}
    for language, text in rows:
        shares[language].update({word.lower() for word in WORD.findall(text)})
    lines = ["The words of the confused sentences that part the two languages best, each with the confused "
             "sentences that hold it and the share of sentences of the right and the wrong language that do.", ""]
    for (language, guess), texts in sorted(confusions.items(), key=lambda item: -len(item[1])):
        lines.append(f"- {len(texts)} × {language} called {guess}")
        if guess in shares:
            held = collections.Counter(word for text in texts for word in {word.lower() for word in WORD.findall(text)})
            scored = []
            for word, count in held.items():
                own, other = shares[language][word] / total[language], shares[guess][word] / total[guess]
                if shares[language][word] >= 5 and own > 5 * other:
                    scored.append((count * math.log((own + 0.001) / (other + 0.001)), word, count, own, other))
            lines.append("  - words: " + ", ".join(f"{word} {count} ({own:.3f}:{other:.3f})" for _, word, count, own, other
                                                   in sorted(scored, reverse=True)[:25]))
        lines += [f"  - {short(text, 160)}" for text in texts[:report.examples]]
    report.explain("language", lines)


# MARK: - Sentences

def first_word(text, start):
    found = WORD.search(text, start)
    return found.start() if found else len(text)


def measure_sentences(aktsam, data, report, progress):
    for language, (folder, name) in TREEBANKS.items():
        path = data / folder / name
        if not path.is_file():
            report.skip(folder)
            continue
        progress(f"sentences {language}")
        lines = path.read_text(encoding="utf-8").split("\n")
        sentences = [line[len("# text = "):].strip() for line in lines if line.startswith("# text = ")]
        runs = [sentences[start:start + 5] for start in range(0, len(sentences), 5)]
        texts = [" ".join(run) for run in runs]
        read_as, read = language, aktsam.annotate(texts, language)
        if not any(read):
            read_as, read = "nb", aktsam.annotate(texts, "nb")
        count = Count()
        missed, over = collections.defaultdict(list), collections.defaultdict(list)
        for run, text, passages in zip(runs, texts, read):
            wanted, position = set(), 0
            for sentence in run[:-1]:
                position += len(sentence) + 1
                wanted.add(first_word(text, position))
            got = {first_word(text, passage["from"]) for passage in passages[1:]}
            for kinds, places in [(missed, wanted - got), (over, got - wanted)]:
                for place in sorted(places):
                    around = f"…{text[max(0, place - 60):place]} ⏐ {text[place:place + 40]}…"
                    kinds[boundary_kind(text, place)].append(around)
            count.tp, count.fp, count.fn = (count.tp + len(wanted & got), count.fp + len(got - wanted),
                                            count.fn + len(wanted - got))
        title = f"sentences: {READ[language]}, boundary F1" + ("" if read_as == language else f" (read as {READ[read_as]})")
        report.add(title, count.tp + count.fn, count.f1, None, None, count)
        bare = sum(boundary[-1:].isalnum() for run in runs for boundary in run[:-1])
        lines = [f"{count}; {bare} of the sentences end without any mark, as headings do."]
        report.explain(title, lines + list_kinds("missed", missed, report, 140)
                       + list_kinds("over-called", over, report, 140))


def boundary_kind(text, place):
    """What stands before a boundary: an abbreviation, a mark, or no mark at all."""
    before = text[:place].rstrip(" \"'«“”»‘’([-–—")
    closing = text[:place].rstrip(" «“‘([-–—\"'")
    mark = before[-1:] if before else ""
    follows = "lower case" if text[place:place + 1].islower() else "digit" if text[place:place + 1].isdigit() else "capital"
    if mark == ".":
        word = re.search(r"[^\s(]*$", before).group()
        if re.fullmatch(r"\d+\.", word):
            return f"number and full stop, then {follows}"
        if re.fullmatch(r"[A-ZÅÄÖÆØ]\.", word):
            return f"single letter and full stop, then {follows}"
        if len(word) <= 5 or "." in word[:-1]:
            return f"“{word}”, then {follows}"
        return f"full stop{' and closing mark' if closing[-1:] in '»”’)' else ''}, then {follows}"
    if mark.isalnum() or not mark:
        return f"no mark, then {follows}"
    return f"“{mark}”, then {follows}"


# MARK: - Run

def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0],
                                     epilog="\n".join(__doc__.split("\n")[5:]),
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/release/aktsam",
                        help="the program (default: .build/release/aktsam of this repository)")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/datasets",
                        help="the folder of annotated data (default: ../shared/datasets beside the repository)")
    parser.add_argument("--gold", type=pathlib.Path, default=ROOT.parent / "shared/gold",
                        help="the folder of gold files (default: ../shared/gold)")
    parser.add_argument("--clauses", help="read the clause library from this folder, to try a change without a build")
    parser.add_argument("--only", choices=["gold", "aims", "negation", "language", "sentences"], action="append",
                        help="only this group of measures; may be given more than once")
    parser.add_argument("--format", choices=["markdown", "json"], default="markdown")
    parser.add_argument("--errors", type=int, default=0, metavar="N",
                        help="list what was read wrongly, with up to N examples of each kind")
    options = parser.parse_args()
    if not options.binary.is_file():
        parser.error(f"no program at {options.binary}: build it (swift build -c release) or name it with --binary")

    def progress(words):
        if sys.stderr.isatty():
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)

    report = Report(max(0, options.errors))
    with tempfile.TemporaryDirectory() as folder:
        aktsam = Aktsam(str(options.binary.resolve()), options.clauses, pathlib.Path(folder))
        for name, measure, source in [
            ("gold", measure_gold, options.gold), ("aims", measure_aims, options.data),
            ("negation", measure_negation, options.data), ("language", measure_languages, options.data),
            ("sentences", measure_sentences, options.data),
        ]:
            if not options.only or name in options.only:
                measure(aktsam, source, report, progress)
        version = aktsam.run("--version").strip()
    progress("")
    print(report.json(version) if options.format == "json" else report.markdown())


if __name__ == "__main__":
    main()
