#!/usr/bin/env python3
"""Run aktsam over a set of hostile inputs and see that it stays upright.

usage: check_hostile.py AKTSAM DIR [--only WORD] [--seconds 5] [--megabytes 512] [--jobs N]

DIR is what make_hostile.py wrote. Each document goes through `check` as JSON and as text, `annotate`
and `check --terms`, each list of countries through `check --watch`; those that are merely cut off
through the first and the third. A line is printed for each failure:

trap        the process was ended by a signal
hang        it used more than --seconds of processor time, or ten times that of any
memory      its resident set grew above --megabytes
exit        another exit code than 0, 1, 2 and 3, or one that the inputs do not explain
no finding  the report does not name what is wrong with the input
output      the JSON is none, control characters reach the terminal, or another file was read

Exit code 1 when anything failed. Standard library only.
"""
from __future__ import annotations

import argparse
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
ANSWERS = str(ROOT / "examples" / "it-hardware" / "responses" / "strong-sv.xml")
# The first line of /etc/passwd, which external entities ask for.
SECRET = b"root:x:0:0"
# A format that is not known says nothing of what is wrong.
FALLBACK = "AK0302"


@dataclasses.dataclass(frozen=True)
class Limits:
    """What a run may use."""

    seconds: float
    megabytes: int


@dataclasses.dataclass(frozen=True)
class Run:
    """What a run left behind."""

    status: int
    """The exit code; minus the signal when it was ended by one."""
    seconds: float
    megabytes: float
    stopped: bool
    output: bytes
    errors: bytes


def run(arguments: list[str], limits: Limits) -> Run:
    """Run a command and measure it."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=ROOT,
            env=os.environ | {"SWIFT_BACKTRACE": "enable=no"})
        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            process.kill()

        timer = threading.Timer(limits.seconds * 10, stop)
        # The processor's time does not depend on what else the machine is doing.
        whole = int(limits.seconds) + 1
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (whole, whole + 1))
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Run(process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024,
                   stopped.is_set(), output.read(), errors.read())


def faults(result: Run, limits: Limits) -> list[str]:
    """Return what went wrong in a run, whatever was run."""
    found = []
    if result.stopped or result.seconds > limits.seconds or result.status == -signal.SIGXCPU:
        found.append(f"hang: {result.seconds:.1f} s of processor time")
    elif result.status < 0:
        found.append(f"trap: {signal.Signals(-result.status).name} "
                     + result.errors[:300].decode(errors="replace").strip())
    elif result.status > 3:
        found.append(f"exit: {result.status}")
    if result.megabytes > limits.megabytes:
        found.append(f"memory: {result.megabytes:.0f} MB")
    if SECRET in result.output + result.errors:
        found.append("output: another file was read")
    return found


def report_faults(result: Run, expected: str) -> list[str]:
    """Return what is wrong with a JSON report of one subject."""
    try:
        report = json.loads(result.output)
        findings = [f for s in report["subjects"] for f in s.get("findings", [])]
    except (ValueError, KeyError, TypeError) as error:
        return [f"output: not a JSON report ({error})"]
    if result.status == 2:
        return ["exit: 2 for an input"]
    if not expected:
        return []
    told = [f"{f['rule']} {f['message']}" for f in findings
            if f["severity"] != "note" and f["rule"] != FALLBACK]
    for word in expected.split("|"):
        if (told if word == "*" else
                any(word in f"{f['rule']} {f['message']}" for f in findings)):
            return []
    return [f"no finding: expected {expected}, found {'; '.join(told)[:200] or 'none'}"]


def screen_faults(result: Run) -> list[str]:
    """Return whether text for people holds what a terminal would obey."""
    bad = {b for b in result.output + result.errors if b < 0x20 or b == 0x7F} - {0x09, 0x0A}
    return [f"output: control characters {sorted(bad)}"] if bad else []


def check(binary: str, folder: pathlib.Path, line: str, limits: Limits) -> list[str]:
    """Run all commands over one input and return a line for each failure."""
    path, how, expected = line.split("\t")
    file = str(folder / path)
    found = []

    def note(command: str, result: Run, more: list[str] | None = None) -> None:
        wrong = faults(result, limits)
        # A run that was ended has no report to look at.
        if result.status >= 0 and not result.stopped:
            wrong += more or []
        found.extend(f"{path}\t{command}\t{text}" for text in wrong)

    if how == "watch":
        result = run([binary, "check", "--fail-on", "never", "--watch", file, ANSWERS], limits)
        note("check --watch", result, screen_faults(result))
        return found
    result = run([binary, "check", "--fail-on", "never", "--format", "json", file], limits)
    note("check --format json", result, report_faults(result, expected))
    result = run([binary, "annotate", file], limits)
    note("annotate", result, screen_faults(result))
    if not path.startswith("truncated/"):
        result = run([binary, "check", "--fail-on", "never", "--explain", file], limits)
        note("check --explain", result, screen_faults(result))
        result = run([binary, "check", "--fail-on", "never", "--terms", file, ANSWERS], limits)
        note("check --terms", result, screen_faults(result))
    return found


def main() -> None:
    """Run over the whole set."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("aktsam")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--megabytes", type=int, default=512)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    limits = Limits(options.seconds, options.megabytes)
    # The working folder is the repository's root, wherever this is called from.
    binary, folder = str(pathlib.Path(options.aktsam).resolve()), options.folder.resolve()
    lines = [line for line in (folder / "manifest.tsv").read_text(encoding="utf-8").splitlines()
             if options.only in line.split("\t")[0]]
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for found in pool.map(lambda line: check(binary, folder, line, limits), lines):
            failures += len(found)
            for text in found:
                print(text, flush=True)
    print(f"{len(lines)} inputs, {failures} failures")
    sys.exit(1 if failures or not lines else 0)


if __name__ == "__main__":
    main()
