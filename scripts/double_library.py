#!/usr/bin/env python3
"""Copy a clause library with every requirement doubled under a second id.

usage: double_library.py CLAUSES OUT [--profiles]

--profiles   the profiles ask for the second ones, too: every assessment is then made and printed twice

Used by benchmark.sh.
"""
import pathlib
import re
import shutil
import sys

source, out = (pathlib.Path(argument) for argument in sys.argv[1:3])
shutil.copytree(source, out)
for path in (out / "requirements").glob("*.xml"):
    text = path.read_text(encoding="utf-8")
    second = re.sub(r'(<requirement id=")([a-z0-9-]+)"', r'\1\2-second"', text)
    path.with_name(path.stem + "-second.xml").write_text(second, encoding="utf-8")
if "--profiles" in sys.argv[3:]:
    for path in (out / "profiles").glob("*.xml"):
        text = path.read_text(encoding="utf-8")
        doubled = re.sub(r'(<require ref=")([a-z0-9-]+)("[^>]*/>)', r"\g<0>\n  \1\2-second\3", text)
        path.write_text(doubled, encoding="utf-8")
