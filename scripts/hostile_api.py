#!/usr/bin/env python3
"""Sends hostile inputs to `aktsam serve`: it says the same about them as the command line, and lives on.

usage: hostile_api.py [--aktsam BIN] [--set DIR] [--only WORD] [--largest BYTES] [--jobs 4] [--verbose]

DIR is what make_hostile.py wrote; without it the set is made. Each file goes to POST /api/v1/check, and
through `aktsam check --format json` on the command line; both must name the same findings and read the same
outcomes. A line is printed for each difference. What may differ by design is counted: a file that is empty
is refused with 422. A debug build needs minutes for the largest files: --largest leaves them out.

Exit code 1 when something differs, an answer has another status than 200, 413 or 422, or the server does not
live on. Standard library only.
"""
from __future__ import annotations

import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

from serving import ROOT, Server, multipart



def told(report: dict) -> list:
    """Return what a report says: findings and outcomes, by subject; without paths."""
    return [
        (sorted(finding["rule"] for finding in subject["findings"]),
         sorted((item["requirement"], item["outcome"]) for item in subject["assessments"]),
         sorted(item.get("sha256", "") for item in subject["inputs"]))
        for subject in report["subjects"]
    ]


def command_line(binary: str, folder: pathlib.Path, path: str) -> dict | str:
    """Return the report of the command line on a file; a text when there is none."""
    file = folder / path
    done = subprocess.run([binary, "check", "--fail-on", "never", "--format", "json", file.name],
                          cwd=file.parent, capture_output=True, stdin=subprocess.DEVNULL)
    try:
        return json.loads(done.stdout)
    except ValueError:
        return f"exit code {done.returncode}: {done.stderr[-200:].decode(errors='replace')}"


class Comparison:
    """Compares the answers of a server with the command line."""

    def __init__(self, binary: str, folder: pathlib.Path, server: Server, verbose: bool) -> None:
        self.binary = binary
        self.folder = folder
        self.server = server
        self.verbose = verbose
        self.by_design: dict[str, int] = {}

    def differences(self, number: int, path: str) -> tuple[str, str]:
        """Return what differs for a file, and what does by design; empty when nothing does."""
        file = self.folder / path
        body = file.read_bytes()
        if number % 2:
            kind, form = multipart({}, [(file.name, body)])
            answer = self.server.post("/api/v1/check", form, kind)
        else:
            name = urllib.parse.quote(file.name)
            answer = self.server.post(f"/api/v1/check?name={name}", body, "application/octet-stream")
        if answer.status == 422 and not body:
            return "", "an empty file is refused with 422"
        if answer.status == 413:
            return "", "refused with 413 as too large"
        if answer.status != 200:
            return f"{answer.status} {answer.body[:300]!r}", ""
        report = command_line(self.binary, self.folder, path)
        if isinstance(report, str):
            return f"no report on the command line: {report}", ""
        here, there = told(answer.json()), told(report)
        if here == there:
            return "", ""
        for left, right in zip(here, there):
            for what, one, other in zip(("findings", "outcomes", "hashes"), left, right):
                if one != other:
                    more = [item for item in one if item not in other][:6]
                    less = [item for item in other if item not in one][:6]
                    return f"{what} differ: the server has {more or one[:6]}, the command {less or other[:6]}", ""
        return f"{len(here)} subjects, {len(there)} on the command line", ""


def main() -> None:
    """Run over the whole set."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("--aktsam", default=str(ROOT / ".build" / "release" / "aktsam"))
    parser.add_argument("--set", type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--largest", type=int, default=1 << 40)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    binary = str(pathlib.Path(options.aktsam).resolve())
    with tempfile.TemporaryDirectory(prefix="aktsam-hostile-") as made:
        folder = options.set or pathlib.Path(made)
        if not (folder / "manifest.tsv").exists():
            subprocess.run([sys.executable, str(ROOT / "scripts" / "make_hostile.py"), str(folder)], check=True)
        paths = [line.split("\t")[0]
                 for line in (folder / "manifest.tsv").read_text(encoding="utf-8").splitlines()
                 if options.only in line.split("\t")[0]]
        fitting = [path for path in paths if (folder / path).stat().st_size <= options.largest]
        if len(fitting) < len(paths):
            print(f"{len(paths) - len(fitting)} files are left out as larger than {options.largest} bytes")
        paths = fitting
        failures, design = 0, {}
        with Server(binary) as server:
            comparison = Comparison(binary, folder.resolve(), server, options.verbose)
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                found = pool.map(comparison.differences, range(len(paths)), paths)
                for path, (wrong, by_design) in zip(paths, found):
                    if wrong:
                        failures += 1
                        print(f"{path}\t{wrong}", flush=True)
                    elif by_design:
                        design[by_design] = design.get(by_design, 0) + 1
                        if options.verbose:
                            print(f"{path}\t(by design) {by_design}", flush=True)
            alive, peak = server.is_alive(), server.peak()
            code = server.stop()
            left = server.left()
        for text, count in design.items():
            print(f"by design, {count} times: {text}")
        print(f"{len(paths)} inputs, {failures} differ; the server {'is alive' if alive else 'is DEAD'}, "
              f"used {peak:.0f} MB at most, ended with {code}, left {len(left)} files")
        sys.exit(1 if failures or not alive or code or left or not paths else 0)


if __name__ == "__main__":
    main()
