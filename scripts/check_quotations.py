#!/usr/bin/env python3
"""Check that what aktsam shows of a document is what stands in the file.

usage: check_quotations.py [FILE|DIR …] [--only WORD] [--variants] [--aktsam PATH] [--verbose]

Reads all files of the folders (default: `examples` and, when it is there, the corpus of third-party
documents) with `check --each` and `annotate`, submissions and procedures (a zip file, a folder with
`procedure.xml`) with `check`, too. Every quotation, every passage and every word that was understood is
then read again from the bytes of the file at the cited ranges, by code that shares nothing with aktsam
(`quotation_sources.py`), and lines and columns are counted again. From the saved report gap lists are
made in all forms; from these, from SARIF, from the text of `check --explain` and `annotate` and from the HTML
report, if there is one, every quotation is taken out again (`quotation_outputs.py`): it must be one of the
report, at that place, and none may be absent.

--only WORD   only files whose path holds this
--variants    also copies in UTF-16, ISO-8859-1 and with CR LF, made of the UTF-8 files
--aktsam      the program (default: .build/release/aktsam, else .build/debug/aktsam)
--verbose     show all differences, not five a kind

Prints how many quotations were compared in each form, and each difference with file and place. Exit code 1
when there are any, 2 when nothing could be compared. Standard library only.
"""
from __future__ import annotations

import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import quotation_outputs as outputs
from quotation_sources import Sources, fold, shown

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A page shows as many quotations of a requirement.
SHOWN = 3
# What lies beside documents and is none.
BESIDE = {".json", ".jsonl", ".csv", ".py", ".gc"}
FORMS = {
    "markdown": outputs.markdown, "html": outputs.page, "docx": outputs.docx, "csv": outputs.values,
    "xlsx": outputs.xlsx, "oscal": outputs.oscal}


def whole(place: dict) -> str:
    """Return path and part as reports show them."""
    return "!/".join(filter(None, (place["path"], place.get("part"))))


class Comparison:
    """Counts, and differences by kind."""

    def __init__(self) -> None:
        self.counts: collections.Counter[str] = collections.Counter()
        self.differences: dict[str, list[str]] = collections.defaultdict(list)

    def expect(self, kind: str, isEqual: bool, where: str, expected: object, got: object) -> None:
        self.counts[kind] += 1
        if not isEqual:
            self.differences[kind].append(f"{where}\n    expected {expected!r}\n    got      {got!r}")

    def show(self, verbose: bool) -> int:
        for kind, count in self.counts.items():
            print(f"{kind:34} {count:8}  {len(self.differences[kind])} different")
        for kind, texts in self.differences.items():
            for text in texts if verbose else texts[:5]:
                print(f"\n{kind}: {text}")
            if len(texts) > 5 and not verbose:
                print(f"\n{kind}: {len(texts) - 5} more")
        return 1 if any(self.differences.values()) else 0 if self.counts else 2


class Check:
    """One set of inputs, through all forms."""

    def __init__(self, aktsam: str, comparison: Comparison, folder: pathlib.Path):
        self.aktsam = aktsam
        self.comparison = comparison
        self.folder = folder
        self.sources = Sources(ROOT)
        helptext = self.run(["check", "--help"]).decode()
        self.hasPage = re.search(r"values: [^)]*\bhtml\b", helptext) is not None

    def run(self, arguments: list[str]) -> bytes:
        """Run the program from the root and return what it writes; what it could not read is its own
        report's affair."""
        result = subprocess.run(
            [self.aktsam, *arguments], stdin=subprocess.DEVNULL, capture_output=True, cwd=ROOT)
        if result.returncode not in (0, 1, 3):
            shownArguments = " ".join(arguments[:6])
            sys.exit(f"aktsam {shownArguments}: {result.returncode}\n{result.stderr.decode()[:2000]}")
        return result.stdout

    # Reading

    def documents(self, name: str, inputs: list[str], each: bool) -> None:
        """Check one grouping of inputs."""
        base = ["check", "--fail-on", "never", *(["--each"] if each else []), *inputs]
        saved = self.folder / f"{name}.json"
        lists = self.folder / name
        lists.mkdir()
        self.run([*base, "--format", "json", "--output", str(saved)])
        report = json.loads(saved.read_bytes())
        self.sources.add(report)
        jobs = {"sarif": [*base, "--format", "sarif"], "text": [*base, "--explain"]}
        if self.hasPage:
            jobs["page"] = [*base, "--format", "html"]
        if each:
            jobs["passages"] = ["annotate", "--format", "jsonl", *inputs]
            jobs["passages as text"] = ["annotate", *inputs]
        for form in ("json", *FORMS):
            # A folder that ends with a slash holds a list for each supplier; of one it is a file.
            jobs[f"gaps {form}"] = [
                "gaps", "--as-of", "2026-01-01", "--format", form, "--output", str(lists / form), str(saved)]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = dict(zip(jobs, pool.map(self.run, jobs.values())))

        self.report(report)
        citations = [
            evidence for subject in report["subjects"] for assessment in subject["assessments"]
            for evidence in assessment["evidence"]]
        self.regions(results["sarif"], citations)
        self.text("check as text", results["text"], 4, [(e, e["quote"]) for e in citations])
        if self.hasPage:
            self.page(results["page"], citations)
        if each:
            passages = [json.loads(line) for line in results["passages"].decode().split("\n") if line]
            self.passages(passages)
            self.annotated(results["passages as text"], passages)
        self.gaps(lists, citations)

    def report(self, report: dict) -> None:
        for subject in report["subjects"]:
            for entry in subject["inputs"]:
                if "sha256" in entry:
                    stored = self.sources.stored(entry["path"], entry.get("part", ""))
                    self.comparison.expect(
                        "inputs (hash)", hashlib.sha256(stored).hexdigest() == entry["sha256"],
                        whole(entry), hashlib.sha256(stored).hexdigest(), entry["sha256"])
            for assessment in subject["assessments"]:
                for evidence in assessment["evidence"]:
                    self.quotation("quotations", evidence, evidence["quote"])
                    self.position(evidence)
                for place in assessment.get("demandedBy", []):
                    self.position(place)
            for finding in subject["findings"]:
                if finding.get("segments"):
                    self.position(finding)

    def passages(self, passages: list[dict]) -> None:
        for passage in passages:
            self.quotation("passages", passage, passage["text"])
            self.position(passage)
            for cue in passage["cues"]:
                self.quotation("words", {**passage, **cue}, cue["words"], isWord=True)

    def quotation(self, kind: str, place: dict, quote: str, isWord: bool = False) -> None:
        read = self.sources.difference(place, quote, isWord)
        self.comparison.expect(
            kind, read is None and place["segments"] != [], self.where(place), read, quote)

    def where(self, place: dict) -> str:
        return f"{whole(place)}:{place['line']}:{place['column']} {place['segments'][:4]}"

    def position(self, place: dict) -> None:
        """Count lines and columns again."""
        if not place["segments"]:
            return
        source = self.sources.source(place["path"], place.get("part", ""))
        counted = (
            *source.position(place["segments"][0][0]), *source.position(place["segments"][-1][1]))
        named = tuple(place[name] for name in ("line", "column", "endLine", "endColumn"))
        isInside = all(0 <= start <= end <= len(source.bytes) for start, end in place["segments"])
        self.comparison.expect(
            "lines and columns", isInside and counted == named, self.where(place), counted, named)

    # What is written

    def regions(self, data: bytes, citations: list[dict]) -> None:
        known = set()
        for place in citations:
            # In a file that is stored in another encoding the ranges count in no bytes of it.
            entry = self.sources.entry(place["path"], place.get("part", ""))[0]
            first, last = place["segments"][0][0], place["segments"][-1][1]
            isStored = entry.get("encoding") == "utf-8"
            known.add((
                place["line"], place["column"], place["endLine"], place["endColumn"],
                *((first, last - first) if isStored else (None, None)), fold(place["quote"])))
        names = ("startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength")
        for region in outputs.sarif(data):
            key = (*(region.get(name) for name in names), fold(region["snippet"]["text"]))
            self.comparison.expect("check as sarif", key in known, "region", "a quotation", key)

    def text(self, kind: str, data: bytes, margin: int, quotations: list[tuple[dict, str]]) -> None:
        known = collections.defaultdict(set)
        for place, quote in quotations:
            known[f"{shown(whole(place))}:{place['line']}:{place['column']}"].add(shown(quote))
        for citation in outputs.text(data, margin):
            place = re.match(r".+?:\d+:\d+(?=[ ,]|$)", citation)[0]
            isKnown = any(citation.endswith(f" “{quote}”") for quote in known[place])
            self.comparison.expect(kind, isKnown, place, sorted(known[place]), citation)

    def annotated(self, data: bytes, passages: list[dict]) -> None:
        """A passage is a paragraph: the place, the words, and what was read."""
        paragraphs = data.decode().split("\n\n")
        for passage, paragraph in zip(passages, paragraphs):
            lines = [line.strip() for line in paragraph.strip("\n").split("\n")]
            text = " ".join(lines[1:])
            head = f"{shown(whole(passage))}:{passage['line']}:{passage['column']}"
            self.comparison.expect(
                "annotate as text", lines[0].startswith(head)
                and text.startswith(f"“{shown(passage['text'])}” {passage['force']},"), head,
                shown(passage["text"]), text)

    def page(self, data: bytes, citations: list[dict]) -> None:
        """The HTML report: quotations, and the marked passages that they lead to."""
        page = outputs.Page(data.decode())
        self.cited("check as html", [q[:2] for q in page.quotations], citations)
        for quote, caption, target in page.quotations:
            if target:
                marked = page.behind(target, len(quote))
                self.comparison.expect(
                    "check as html, marked text", outputs.begins(marked, quote), caption, quote,
                    fold(marked)[:len(quote) + 20])

    def cited(self, kind: str, found: outputs.Found, citations: list[dict]) -> None:
        """Each quotation must be one of the report, and its source must name the place."""
        known = collections.defaultdict(list)
        for evidence in citations:
            known[shown(evidence["quote"])].append(evidence)
        for quote, source in found:
            places = known.get(shown(quote), [])
            isCited = any(
                source.startswith(shown(whole(place)) + ",")
                and re.search(rf"\bline {place['line']}(?!\d)", source) for place in places)
            self.comparison.expect(kind, isCited, source, [self.where(p) for p in places[:3]], quote)

    def gaps(self, lists: pathlib.Path, citations: list[dict]) -> None:
        def key(place: dict) -> tuple:
            names = ("line", "column", "endLine", "endColumn", "quote", "label", "party")
            return (whole(place), json.dumps(place["segments"]), *map(place.get, names))

        known = {key(evidence) for evidence in citations}
        for form in FORMS:
            made, reference = self.files(lists / form), self.files(lists / "json")
            self.comparison.expect(
                "gap lists (files)", set(made) == set(reference), form, sorted(reference), sorted(made))
        for name, file in self.files(lists / "json").items():
            data = json.loads(file.read_bytes())
            groups = {
                group: [reading["quotations"] for reading in data[group]]
                for group in ("gaps", "strengths", "notApplicable", "dialogueOnly")}
            for group in groups.values():
                for quotation in (quotation for reading in group for quotation in reading):
                    self.comparison.expect(
                        "gaps as json", key(quotation) in known, self.where(quotation),
                        "a quotation of the report", quotation["quote"])
            for form, extract in FORMS.items():
                path = self.files(lists / form).get(name)
                if path is None:
                    continue
                found = extract(path.read_bytes())
                self.cited(f"gaps as {form}", found, citations)
                self.complete(form, name, found, groups)

    @staticmethod
    def files(path: pathlib.Path) -> dict[str, pathlib.Path]:
        """The lists by supplier: a folder of files, or a file."""
        if path.is_file():
            return {"": path}
        return {file.name.split(".")[0]: file for file in sorted(path.iterdir())}

    def complete(self, form: str, name: str, found: outputs.Found, groups: dict) -> None:
        """No quotation may be left out or shown twice."""
        held = {
            "csv": ["gaps"], "xlsx": ["gaps", "strengths"], "oscal": ["gaps", "dialogueOnly"][:1],
        }.get(form, ["gaps", "strengths", "notApplicable"])
        limit = None if form == "oscal" else SHOWN
        wanted = collections.Counter(
            shown(quotation["quote"]) for group in held for reading in groups[group]
            for quotation in reading[:limit])
        got = collections.Counter(shown(quote) for quote, _ in found)
        self.comparison.expect(
            f"gaps as {form}, complete", got == wanted, name, list((wanted - got).items())[:3],
            list((got - wanted).items())[:3])


def variants(paths: list[pathlib.Path], folder: pathlib.Path) -> None:
    """Copy the files that are UTF-8 in other encodings and with other line ends."""
    for path in paths:
        if path.suffix not in (".xml", ".txt", ".md", ".html"):
            continue
        text = path.read_bytes().decode("utf-8-sig")
        declaration = re.match(r"<\?xml[^>]*\?>", text)
        stem = "-".join(path.with_suffix("").parts[-3:])

        def write(name: str, encoding: str, declared: str, text: str = text) -> None:
            if declaration:
                text = f'<?xml version="1.0" encoding="{declared}"?>' + text[declaration.end():]
            # Only in XML is a reference a character.
            errors = "xmlcharrefreplace" if path.suffix == ".xml" else "replace"
            (folder / f"{stem}-{name}{path.suffix}").write_bytes(text.encode(encoding, errors))

        write("crlf", "utf-8", "UTF-8", text.replace("\n", "\r\n"))
        write("bom", "utf-8-sig", "UTF-8")
        if path.suffix != ".html":
            write("utf16", "utf-16", "UTF-16")
            write("latin", "iso-8859-1" if declaration else "cp1252", "ISO-8859-1")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--only", default="")
    parser.add_argument("--variants", action="store_true")
    parser.add_argument("--aktsam")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    builds = [ROOT / ".build" / kind / "aktsam" for kind in ("release", "debug")]
    aktsam = options.aktsam or next((str(path) for path in builds if path.exists()), None)
    if aktsam is None:
        sys.exit("no aktsam: build it, or name it with --aktsam")

    shared = pathlib.Path(os.environ.get("AKTSAM_SHARED", ROOT.parent / "shared"))
    folders = options.inputs or ["examples", *filter(os.path.isdir, [str(shared / "corpus")])]
    comparison = Comparison()
    with tempfile.TemporaryDirectory() as scratch:
        check = Check(os.path.abspath(aktsam), comparison, pathlib.Path(scratch))
        for number, folder in enumerate(folders):
            # Paths stand in reports as they are given, and the program runs in the root.
            folder = os.path.abspath(folder)
            top = pathlib.Path(os.path.relpath(folder, ROOT) if folder.startswith(str(ROOT)) else folder)
            files = [path for path in [top, *sorted((ROOT / top).rglob("*"))] if (ROOT / path).is_file()]
            files = [p.relative_to(ROOT) if p.is_relative_to(ROOT) else p for p in files]
            files = [path for path in files if options.only in str(path)
                     and path.suffix not in BESIDE and "expected" not in path.parts]
            if not files:
                continue
            check.documents(f"{number}-each", [str(path) for path in files], each=True)
            groups = [str(path) for path in files if path.suffix == ".zip"]
            groups += [str(path.parent) for path in files if path.name == "procedure.xml"]
            for index, group in enumerate(groups):
                check.documents(f"{number}-group-{index}", [group], each=False)
            if options.variants:
                copies = pathlib.Path(scratch) / f"{number}-variants"
                copies.mkdir()
                variants([ROOT / path for path in files], copies)
                check.documents(f"{number}-copies", [str(copies)], each=True)
    return comparison.show(options.verbose)


if __name__ == "__main__":
    sys.exit(main())
