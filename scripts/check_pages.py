#!/usr/bin/env python3
"""Walks through the pages of `aktsam serve` in a real browser, as a procurement officer would.

usage: check_pages.py [--aktsam BIN] [--screenshots DIR] [--chromium PROGRAM] [--only WALK]

The server is started on a free port with a register in a temporary folder, and gets the example procedure.
The walks:

mouse       files, matrix, filter, passages, a decision, the gap list, downloads, two rounds, a sentence
languages   the same pages in Swedish and Norwegian, by preference of the browser and by the switch
keyboard    from the files to a saved gap with nothing but the keys
scriptless  the same without JavaScript
looks       every page wide and narrow, light and dark

A line is printed for each fault: an error on the console, a request off the machine, a violation of impact
serious or critical that axe finds, a page that scrolls sideways at 360 pixels, a focus that cannot be seen,
anything that does not come out as it should. Exit code 1 when there was any, 2 when the browser is missing.

Needs chromium, playwright and axe-playwright-python.
"""
from __future__ import annotations

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

from serving import PROCEDURE, ROOT, Server, inputs_of

try:
    from playwright.sync_api import sync_playwright
    from browsing import Watch
    from page_walks import Walks
except ImportError as missing:
    print(f"not there: {missing.name}; see CONTRIBUTING.md", file=sys.stderr)
    sys.exit(2)

PROFILE = "regions-due-diligence"


def expected(binary: str, folder: pathlib.Path) -> dict:
    """Return the report of the command line on the same files."""
    done = subprocess.run(
        [binary, "check", "--profile", PROFILE, "--format", "json", "--fail-on", "never", folder.name],
        cwd=folder.parent, capture_output=True)
    return json.loads(done.stdout)


def main() -> None:
    """Run the walks."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("--aktsam", default=str(ROOT / ".build" / "debug" / "aktsam"))
    parser.add_argument("--screenshots", type=pathlib.Path)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "")
    parser.add_argument("--only", choices=list(Walks.ALL))
    options = parser.parse_args()
    if not options.chromium:
        print("not there: chromium; see CONTRIBUTING.md", file=sys.stderr)
        sys.exit(2)
    binary = str(pathlib.Path(options.aktsam).resolve())
    with tempfile.TemporaryDirectory(prefix="aktsam-pages-") as scratch:
        home = pathlib.Path(scratch)
        for path, body in inputs_of(PROCEDURE):
            file = home / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
        folder = home / PROCEDURE.name
        report = expected(binary, folder)
        with Server(binary, register=home / "register.db") as server, sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=options.chromium, args=["--no-sandbox", "--disable-gpu"])
            watch = Watch(browser, server.url, options.screenshots)
            walks = Walks(watch, folder, report, PROFILE)
            for name in [options.only] if options.only else Walks.ALL:
                watch.walk = name
                try:
                    getattr(walks, name)()
                    print(f"{name}: walked", flush=True)
                except Exception as error:  # The other walks are still worth walking.
                    place = traceback.extract_tb(error.__traceback__)
                    line = next((f"{frame.name}, line {frame.lineno}" for frame in reversed(place)
                                 if frame.filename.endswith("page_walks.py")), "")
                    watch.fault(f"broke off in {line}: {str(error)[:600]}")
            browser.close()
            watch.walk = "server"
            watch.expect(server.is_alive(), "is not alive at the end")
            watch.expect(server.stop() == 0, f"did not end with 0: {server.said()[-400:]}")
            watch.expect(not server.left(), f"left behind: {server.left()[:5]}")
            print(f"{watch.looked} pages looked at, {len(watch.faults)} faults")
            sys.exit(1 if watch.faults else 0)


if __name__ == "__main__":
    main()
