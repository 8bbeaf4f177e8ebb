#!/usr/bin/env python3
"""Tries the API of `aktsam serve` against its own description, with schemathesis.

usage: fuzz_api.py [--aktsam BIN] [--seconds 180] [--seed 1] [-- OPTION…]   options of `schemathesis run`

The server is started on a free port with a register that holds a round, so that gaps are found. Nothing may
be answered with 500; answers conform to schemas/openapi.json in status, type and content; what does not
conform to it is refused. Exit code 1 when something does not hold, 2 when schemathesis is missing.

Needs schemathesis; `SCHEMATHESIS` names its program where it is not on the path.
"""
from __future__ import annotations

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from make_register_reports import report
from serving import ROOT, Server

# A part of a form has no type: "null" is as good a file as any other, though the description says "string".
SETTINGS = """
[[operations]]
include-path = ["/api/v1/check", "/api/v1/annotate", "/api/v1/gaps", "/api/v1/register/rounds"]
checks.negative_data_rejection.enabled = false
"""


def main() -> None:
    """Start the server, and schemathesis on it."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("--aktsam", default=str(ROOT / ".build" / "debug" / "aktsam"))
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--seed", default="1")
    parser.add_argument("rest", nargs="*")
    options = parser.parse_args()
    beside = pathlib.Path(sys.executable).parent / "schemathesis"
    tool = os.environ.get("SCHEMATHESIS") or shutil.which("schemathesis") or (
        str(beside) if beside.exists() else "")
    if not tool:
        print("not there: schemathesis; see CONTRIBUTING.md", file=sys.stderr)
        sys.exit(2)
    binary = str(pathlib.Path(options.aktsam).resolve())
    with tempfile.TemporaryDirectory(prefix="aktsam-fuzz-") as folder:
        register = pathlib.Path(folder, "register.db")
        seed = pathlib.Path(folder, "seed.json")
        seed.write_text(json.dumps(report(range(3), 6, 1, "2026-01-01")))
        subprocess.run([binary, "register", "add", "--register", str(register), str(seed)],
                       check=True, capture_output=True)
        pathlib.Path(folder, "schemathesis.toml").write_text(SETTINGS)
        with Server(binary, register=register) as server:
            # What has to be a real file, schemathesis cannot invent: a refusal is right then, too.
            done = subprocess.run(
                [tool, "run", f"{server.url}/api/v1/openapi.json", "--seed", options.seed,
                 "--max-time", str(options.seconds), "--continue-on-failure", "--no-color",
                 "--exclude-checks", "positive_data_acceptance", "--request-timeout", "60",
                 *options.rest], cwd=folder)
            alive = server.is_alive()
            code = server.stop()
            left = server.left()
    if not alive or code != 0 or left:
        print(f"the server: alive {alive}, exit code {code}, left behind {left[:5]}")
    sys.exit(1 if done.returncode or not alive or code or left else 0)


if __name__ == "__main__":
    main()
