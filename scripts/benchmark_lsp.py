#!/usr/bin/env python3
"""Measures how long an editor waits for `aktsam lsp`: from a changed letter to the findings.

usage: scripts/benchmark_lsp.py [AKTSAM]    the binary; .build/release/aktsam without it

Documents of 200 kB whose sentences vary are opened; a letter goes in and out again, forty times each.
"""
import json
import random
import subprocess
import sys
import time

BYTES = 200_000
VERBS = ["assess", "map", "mend", "follow up", "report on", "prevent", "publish"]
OBJECTS = [
    "the risk of forced labour", "child labour", "wages below a living wage",
    "harm to the right to organise", "unsafe working conditions", "recruitment fees",
    "complaints from workers and their unions", "the traceability of cobalt and tin",
]
PLACES = [
    "in Malaysia", "at the first tier", "in the whole supply chain", "at each site",
    "with subcontractors", "together with those concerned",
]
MANNERS = [
    "through audits by third parties", "as far as possible", "with named deadlines",
    "following the OECD guidelines", "without delay", "by its own staff",
]


def sentence(chance, start, end=""):
    words = [start, *(chance.choice(words) for words in (VERBS, OBJECTS, PLACES, MANNERS)), end]
    return " ".join(word for word in words if word)


def questionnaire(number, chance):
    return (
        f'    <question id="q{number}" type="text" mandatory="true">\n'
        f"      <text>How does {sentence(chance, 'your company')}, and when last?</text>\n"
        f"      <help>Name who is responsible, and what came of part {number} – åäö.</help>\n"
        "    </question>\n")


def contract(number, chance):
    number += 1
    return (
        f'  <section number="{number}">\n    <heading>Part {number}</heading>\n'
        f'    <clause number="{number}.1"><p>The Supplier {sentence(chance, "shall")}.</p></clause>\n'
        f'    <clause number="{number}.2"><p>It {sentence(chance, "must", "within 30 days")}.</p></clause>\n'
        "  </section>\n")


def response(number, chance):
    return (
        f'  <answer question="q{number}">\n    <p>We {sentence(chance, "have", "since 2021")}. '
        f'Our board {sentence(chance, "will", "every year")}.</p>\n  </answer>\n')


def policy(number, chance):
    return (
        f"## Part {number + 1}\n\nWe {sentence(chance, 'always', 'at least once a year')}. "
        f"Each manager {sentence(chance, 'must')}.\n\n")


KINDS = {
    "questionnaire": (
        "a.xml",
        '<questionnaire xmlns="urn:aktsam:questionnaire:1" xml:lang="en" id="a" version="1">\n'
        "  <title>Self-assessment</title>\n  <section>\n    <heading>All parts</heading>\n",
        questionnaire, "  </section>\n</questionnaire>\n"),
    "contract": (
        "a.xml",
        '<tender xmlns="urn:aktsam:tender:1" role="contract" xml:lang="en">\n  <title>Terms</title>\n',
        contract, "</tender>\n"),
    "response": (
        "a.xml",
        '<response xmlns="urn:aktsam:response:1" xml:lang="en" questionnaire="a"\n'
        '  questionnaire-version="1">\n  <supplier><name>Example Ltd</name></supplier>\n',
        response, "</response>\n"),
    "policy": ("a.md", "# Policy\n\n", policy, ""),
}


class Client:
    def __init__(self, binary):
        self.process = subprocess.Popen(
            [binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.call("initialize", {"capabilities": {}}, 1)
        self.receive()
        self.call("initialized", {})

    def call(self, method, params, id=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if id is not None:
            message["id"] = id
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def findings(self):
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                return len(message["params"]["diagnostics"])

    def close(self):
        self.call("shutdown", None, 2)
        self.receive()
        self.call("exit", None)
        return self.process.wait()


def measure(client, kind):
    name, opening, part, closing = KINDS[kind]
    chance = random.Random(17)
    text, number = opening, 0
    while len(text.encode()) < BYTES:
        text += part(number, chance)
        number += 1
    text += closing
    uri = f"untitled:/{kind}/{name}"
    lines = text.split("\n")
    line = [index for index, line in enumerate(lines) if "assess" in line][50]
    column = lines[line].index("assess")

    def timed(method, params):
        start = time.perf_counter()
        client.call(method, params)
        count = client.findings()
        return (time.perf_counter() - start) * 1000, count

    first, _ = timed(
        "textDocument/didOpen",
        {"textDocument": {"uri": uri, "languageId": "xml", "version": 1, "text": text}})
    times = []
    for turn in range(40):
        end = column + turn % 2
        edit = {
            "range": {
                "start": {"line": line, "character": column},
                "end": {"line": line, "character": end}},
            "text": "" if turn % 2 else "x"}
        spent, count = timed(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": turn + 2}, "contentChanges": [edit]})
        times.append(spent)
    times.sort()
    print(
        f"{kind:14} {len(text.encode()):7} bytes {count:4} findings  opened {first:5.1f} ms  "
        f"changed: fastest {times[0]:5.1f}, median {times[20]:5.1f}, slowest {times[-1]:5.1f} ms")


def main():
    client = Client(sys.argv[1] if len(sys.argv) > 1 else ".build/release/aktsam")
    for kind in KINDS:
        measure(client, kind)
    if client.close() != 0:
        sys.exit("the server did not end as it should")


main()
