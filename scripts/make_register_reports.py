#!/usr/bin/env python3
"""Writes reports as `aktsam check --format json` does, to enter in a register.

usage: make_register_reports.py FOLDER SUPPLIERS REQUIREMENTS ROUNDS

Each file holds one supplier in one round: FOLDER/SUPPLIER-ROUND.json. The same arguments give the same bytes.
"""
import hashlib
import json
import pathlib
import sys

OUTCOMES = ["missing", "weak", "contradicted", "missing", "weak"]


def subject(supplier, requirements, number):
    name = f"Supplier {supplier:03d} AB"
    path = f"responses/{supplier:03d}-{number}.xml"
    assessments = []
    for index in range(requirements):
        outcome = OUTCOMES[(supplier + index + number) % len(OUTCOMES)]
        assessments.append({
            "requirement": f"req-{index:02d}", "number": f"2.{index}", "level": "required",
            "severity": ["critical", "high", "medium"][index % 3], "outcome": outcome,
            "certainty": "check", "reason": "made for a measurement", "elements": [],
            "weaknesses": [],
            "evidence": [] if outcome == "missing" else [{
                "path": path, "segments": [[0, 20]], "line": 1, "column": 1, "endLine": 1,
                "endColumn": 21, "quote": f"We look at point {index}.", "language": "en",
                "force": "practice", "supports": []}],
            "nearest": [], "searched": {"passages": 10, "unread": 0}, "authorities": [],
        })
    return {
        "subject": {"name": name, "party": name},
        "inputs": [{
            "path": path, "sha256": hashlib.sha256(path.encode()).hexdigest(),
            "format": "aktsam-response", "language": "en", "role": "response",
            "roleFrom": "declared", "encoding": "utf-8", "party": name}],
        "assessments": assessments, "findings": [],
    }


def report(suppliers, requirements, number, date):
    """Returns a report on suppliers, a range; another number gives other outcomes and inputs."""
    return {
        "schema": "aktsam-report-1", "tool": {"name": "aktsam", "version": "0"},
        "library": {"version": "1", "sha256": "0" * 64},
        "profile": {"id": "oecd-six-steps", "version": "1"}, "lang": "en", "asOf": date,
        "procedure": {"id": "measure"},
        "subjects": [subject(supplier, requirements, number) for supplier in suppliers],
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    suppliers, requirements, rounds = (int(argument) for argument in sys.argv[2:5])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(rounds):
        date = f"2026-{number % 12 + 1:02d}-01"
        for supplier in range(suppliers):
            made = report([supplier], requirements, number, date)
            text = json.dumps(made, indent=1) + "\n"
            (folder / f"{supplier:03d}-{number:02d}.json").write_text(text)


if __name__ == "__main__":
    main()
