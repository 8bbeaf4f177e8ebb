#!/usr/bin/env python3
"""Loads `aktsam serve`: many documents at once, too large ones, slow clients, a stop in the middle.

usage: load_server.py [--aktsam BIN] [--documents 200] [--clients 8] [--only PART]

documents   uploaded by several clients at once: each is answered with what the command line says about it
large       500 MB are refused before they have arrived, with and without a length told beforehand
slow        clients that send or read one byte a second; others are answered as before
stop        SIGTERM while notes are written and documents checked: what was confirmed is in the register, the
            exit code is 0, nothing is left in the temporary folder

Prints figures, and a line for each failure; exit code 1 when there was any. Standard library only.
"""
from __future__ import annotations

import argparse
import concurrent.futures
import contextlib
import json
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterator

from make_register_reports import report as register_report
from serving import ROOT, Answer, Server, multipart

LARGE = 500 * 1000 * 1000
TOPICS = {
    "en": (["We assess", "We map", "The company follows up", "Our suppliers must report on",
            "The board decides every year on"],
           ["the risk of forced labour", "child labour", "wages below a living wage",
            "the right to organise", "complaints from workers", "unsafe working conditions"],
           ["in the whole supply chain", "where possible", "within 30 days", "at the first tier",
            "together with trade unions", "following the OECD guidelines"]),
    "sv": (["Vi bedömer", "Vi kartlägger", "Bolaget följer upp", "Våra leverantörer ska rapportera om",
            "Styrelsen beslutar varje år om"],
           ["risken för tvångsarbete", "barnarbete", "löner under levnadslön",
            "rätten att organisera sig", "klagomål från arbetstagare", "farliga arbetsförhållanden"],
           ["i hela leveranskedjan", "om möjligt", "inom 30 dagar", "i första ledet",
            "tillsammans med fackförbund", "enligt OECD:s riktlinjer"]),
    "nb": (["Vi vurderer", "Vi kartlegger", "Selskapet følger opp", "Våre leverandører skal rapportere om",
            "Styret vedtar hvert år"],
           ["risikoen for tvangsarbeid", "barnearbeid", "lønn under levelønn",
            "retten til å organisere seg", "klager fra arbeidstakere", "farlige arbeidsforhold"],
           ["i hele leverandørkjeden", "der det er mulig", "innen 30 dager", "i første ledd",
            "sammen med fagforeninger", "etter OECDs retningslinjer"]),
}


def documents(count: int) -> dict[str, bytes]:
    """Return documents by name: three languages, four formats, 1 to 40 kB, no two alike."""
    chance = random.Random(7)
    found = {}
    for number in range(count):
        language = list(TOPICS)[number % 3]
        parts = TOPICS[language]
        sentences = [f"{' '.join(chance.choice(words) for words in parts)}, {number}-{index}."
                     for index in range(chance.randint(10, 400))]
        name = f"{number:03d}-{language}"
        match number % 4:
            case 0:
                found[f"{name}.md"] = ("# Åtagande\n\n" + "\n\n".join(sentences) + "\n").encode()
            case 1:
                found[f"{name}.txt"] = "\n".join(sentences).encode()
            case 2:
                text = "".join(f"<p>{sentence}</p>\n" for sentence in sentences)
                found[f"{name}.html"] = (
                    f'<!DOCTYPE html><html lang="{language}"><title>{number}</title>{text}</html>').encode()
            case _:
                text = "".join(f'<answer question="q{index}"><p>{sentence}</p></answer>\n'
                               for index, sentence in enumerate(sentences))
                found[f"{name}.xml"] = (
                    f'<response xmlns="urn:aktsam:response:1" xml:lang="{language}" questionnaire="a" '
                    f'questionnaire-version="1"><supplier><name>Supplier {number}</name></supplier>\n'
                    f"{text}</response>\n").encode()
    return found


def percentile(values: list[float], share: float) -> float:
    """Return the value that a share of all does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def figures(values: list[float]) -> str:
    """Return median, 99th percentile and the largest, in milliseconds."""
    median, most = percentile(values, 0.5) * 1000, percentile(values, 0.99) * 1000
    return f"median {median:.0f} ms, 99th percentile {most:.0f} ms, most {max(values) * 1000:.0f} ms"


class Load:
    """The parts, and what failed."""

    def __init__(self, binary: str, count: int, clients: int) -> None:
        self.binary = binary
        self.clients = clients
        self.documents = documents(count)
        self.failures = 0

    def fail(self, text: str) -> None:
        """Take a failure down."""
        self.failures += 1
        print(f"FAILED: {text}", flush=True)

    def expected(self) -> dict[str, dict]:
        """Return what the command line reports, by document; the rest of the report under an empty name."""
        with tempfile.TemporaryDirectory(prefix="aktsam-load-") as folder:
            for name, body in self.documents.items():
                pathlib.Path(folder, name).write_bytes(body)
            done = subprocess.run(
                [self.binary, "check", "--each", "--format", "json", "--fail-on", "never", *self.documents],
                cwd=folder, capture_output=True)
        report = json.loads(done.stdout)
        found = {subject["subject"]["name"]: subject for subject in report.pop("subjects")}
        return found | {"": report}

    def check(self, server: Server, name: str, body: bytes) -> Answer:
        """Have a document checked: every second one as a form, the others as they are."""
        if int(name[:3]) % 2:
            kind, form = multipart({}, [(name, body)])
            return server.post("/api/v1/check", form, kind)
        return server.post(f"/api/v1/check?name={urllib.parse.quote(name)}", body,
                           "application/octet-stream")

    # Parts.

    def part_documents(self) -> None:
        """Many documents at once."""
        wanted = self.expected()
        header = wanted.pop("")
        with Server(self.binary) as server:
            before = server.peak()
            begin = time.monotonic()
            times, refused = [], 0

            def one(item: tuple[str, bytes]) -> tuple[str, Answer, int]:
                # Told to come again, a client does.
                for turn in range(50):
                    answer = self.check(server, *item)
                    if answer.status != 503:
                        return item[0], answer, turn
                    time.sleep(min(1, float(answer.headers.get("retry-after", 1))))
                return item[0], answer, turn

            with concurrent.futures.ThreadPoolExecutor(self.clients) as pool:
                for name, answer, turns in pool.map(one, self.documents.items()):
                    times.append(answer.seconds)
                    refused += turns
                    if answer.status != 200:
                        self.fail(f"{name}: {answer.status} {answer.body[:200]!r}")
                        continue
                    report = answer.json()
                    subjects = report.pop("subjects")
                    if subjects != [wanted[name]] or report != header:
                        self.fail(f"{name}: another result than on the command line")
            whole = time.monotonic() - begin
            print(f"documents: {len(times)} by {self.clients} clients in {whole:.1f} s, {figures(times)}, "
                  f"told to come again {refused} times, memory {before:.0f} MB at first, "
                  f"{server.peak():.0f} MB at most")
            if server.stop() != 0 or server.left():
                self.fail(f"documents: the stop left {server.left()[:5]}: {server.said()[-300:]}")

    def part_large(self) -> None:
        """More than is taken."""
        with Server(self.binary) as server:
            base = server.peak()
            piece = b"a" * 65_536
            for how in ("length", "chunks", "form"):
                for path in ("/api/v1/check", "/procedures"):
                    sent, seconds, answer = self.pour(server, path, how, piece)
                    line = answer.split(b"\r\n", 1)[0].decode(errors="replace")
                    print(f"large: {path} by {how}: {sent / 1e6:.2f} MB sent when refused after "
                          f"{seconds * 1000:.0f} ms: {line or 'the connection was closed'}")
                    if not any(code in line for code in ("413", "403", "415")):
                        self.fail(f"large: {path} by {how} is answered with {line!r}")
                    if sent > 300e6 or (how == "length" and sent > 16e6):
                        self.fail(f"large: {path} by {how}: {sent} bytes were taken")
            print(f"large: memory {base:.0f} MB at first, {server.peak():.0f} MB at most")
            if server.peak() > base + 128:
                self.fail("large: memory grows with what is refused")
            if server.left() and any("upload" in name for name in server.left()[1:]):
                self.fail(f"large: left behind {server.left()[:5]}")
            if server.stop() != 0 or server.left():
                self.fail(f"large: the stop left {server.left()[:5]}")

    def pour(self, server: Server, path: str, how: str, piece: bytes) -> tuple[int, float, bytes]:
        """Send until an answer comes; return the bytes sent, the seconds, and the answer."""
        head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        first = b""
        if how == "form":
            head += "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"
            first = (b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n')
        elif how == "chunks":
            head += "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
        else:
            head += f"Content-Type: text/plain\r\nContent-Length: {LARGE}\r\n\r\n"
        if first:
            first = f"{len(first):x}\r\n".encode() + first + b"\r\n"
        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as link:
            begin = time.monotonic()
            link.sendall(head.encode() + first)
            link.setblocking(False)
            chunk = piece if how == "length" else f"{len(piece):x}\r\n".encode() + piece + b"\r\n"
            sent, answer, rest = 0, b"", chunk
            while sent < LARGE and time.monotonic() < begin + 120:
                with contextlib.suppress(BlockingIOError):
                    answer = link.recv(65_536)
                    break
                try:
                    count = link.send(rest)
                    sent += count
                    rest = rest[count:] or chunk
                except BlockingIOError:
                    time.sleep(0.001)
                except OSError:
                    break
            seconds = time.monotonic() - begin
            if not answer:
                with contextlib.suppress(OSError):
                    answer = link.recv(65_536)
            return sent, seconds, answer

    @contextlib.contextmanager
    def slow_ones(self, server: Server, openings: list[bytes], reads: bool) -> Iterator[None]:
        """Keep connections going with a byte a second each."""
        links = []
        for opening in openings:
            link = socket.socket()
            if reads:
                link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            link.connect(("127.0.0.1", server.port))
            link.sendall(opening)
            links.append(link)
        done = threading.Event()

        def trickle() -> None:
            while not done.wait(1):
                for link in links:
                    with contextlib.suppress(OSError):
                        if reads:
                            link.setblocking(False)
                            link.recv(1)
                        else:
                            link.send(b"a")

        thread = threading.Thread(target=trickle)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()
            for link in links:
                link.close()

    def part_slow(self) -> None:
        """Clients that take their time."""
        some = list(self.documents.items())[:24]

        def times(server: Server) -> list[float]:
            found = []
            for item in some:
                answer = self.check(server, *item)
                if answer.status != 200:
                    self.fail(f"slow: another client gets {answer.status}")
                found.append(answer.seconds)
            return found

        with Server(self.binary) as server:
            host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
            usual = times(server)
            print(f"slow: nobody else: {figures(usual)}")
            body = (b"POST /api/v1/check?name=a.txt HTTP/1.1\r\n" + host
                    + b"Content-Type: text/plain\r\nContent-Length: 1000000\r\n\r\n")
            head = b"GET / HTTP/1.1\r\n" + host + b"X-Slow: "
            # Short documents whose report is long: more than what the system holds for a connection.
            kind, form = multipart({}, [
                (f"{number}.txt", b"We aim to avoid forced labour. %d" % number) for number in range(100)])
            answer = (b"POST /api/v1/check?format=jsonl&grouping=each HTTP/1.1\r\n" + host
                      + f"Content-Type: {kind}\r\nContent-Length: {len(form)}\r\n\r\n".encode() + form)
            for name, openings, reads in (("40 send the body", [body] * 40, False),
                                          ("40 send the head", [head] * 40, False),
                                          ("8 read the answer", [answer] * 8, True)):
                with self.slow_ones(server, openings, reads):
                    # The documents of those who only read slowly have been checked by then.
                    time.sleep(20 if reads else 2)
                    with concurrent.futures.ThreadPoolExecutor(1) as pool:
                        job = pool.submit(times, server)
                        try:
                            found = job.result(timeout=120)
                        except concurrent.futures.TimeoutError:
                            self.fail(f"slow: while {name} a byte a second, others are not answered")
                            server.process.kill()
                            return
                    print(f"slow: {name} a byte a second: {figures(found)}")
                    if percentile(found, 0.5) > 3 * percentile(usual, 0.5) + 0.5:
                        self.fail(f"slow: others wait while {name}")
            if server.stop() != 0 or server.left():
                self.fail(f"slow: the stop left {server.left()[:5]}: {server.said()[-300:]}")

    def part_stop(self) -> None:
        """A stop in the middle of writing and checking."""
        with tempfile.TemporaryDirectory(prefix="aktsam-load-") as folder:
            register = pathlib.Path(folder, "register.db")
            seed = pathlib.Path(folder, "seed.json")
            seed.write_text(json.dumps(register_report(range(4), 10, 1, "2026-01-01")))
            subprocess.run([self.binary, "register", "add", "--register", str(register), str(seed)],
                           check=True, capture_output=True)
            with Server(self.binary, register=register) as server:
                gaps = [gap["id"] for gap in server.get("/api/v1/register/gaps").json()]
                confirmed, refused, broken, checked = [], [], [], []
                ended = threading.Event()

                def write(writer: int) -> None:
                    for number in range(100_000):
                        text = f"note {writer}-{number}"
                        gap = urllib.parse.quote(gaps[(writer + number) % len(gaps)], safe="@")
                        body = json.dumps({"text": text, "by": "Ada Example"}).encode()
                        try:
                            answer = server.post(f"/api/v1/register/gaps/{gap}/note", body,
                                                 "application/json")
                        except OSError:
                            broken.append(text)
                            return
                        (confirmed if answer.status == 200 else refused).append((text, answer))

                def check(checker: int) -> None:
                    items = list(self.documents.items())
                    for number in range(100_000):
                        try:
                            answer = self.check(server, *items[(checker * 31 + number) % len(items)])
                        except OSError:
                            return
                        if answer.status == 200:
                            checked.append(answer)
                            try:
                                answer.json()
                            except ValueError:
                                self.fail("stop: an answer with 200 is not whole")
                        elif answer.status == 503 and ended.is_set():
                            return

                threads = [threading.Thread(target=write, args=[index]) for index in range(4)]
                threads += [threading.Thread(target=check, args=[index]) for index in range(4)]
                for thread in threads:
                    thread.start()
                time.sleep(3)
                begin = time.monotonic()
                ended.set()
                server.process.send_signal(signal.SIGTERM)
                try:
                    code = server.process.wait(60)
                except subprocess.TimeoutExpired:
                    self.fail("stop: it does not end")
                    return
                seconds = time.monotonic() - begin
                for thread in threads:
                    thread.join()
                exported = subprocess.run(
                    [self.binary, "register", "export", "--register", str(register)],
                    check=True, capture_output=True).stdout.decode()
                verified = subprocess.run(
                    [self.binary, "register", "verify", "--no-files", "--register", str(register)],
                    capture_output=True)
                lost = [text for text, _ in confirmed if f'"{text}"' not in exported]
                print(f"stop: {len(confirmed)} notes confirmed, {len(refused)} refused, {len(broken)} cut "
                      f"off, {len(checked)} documents checked; ended after {seconds:.2f} s with {code}")
                if not confirmed or not checked:
                    self.fail("stop: nothing was under way")
                if lost:
                    self.fail(f"stop: lost {len(lost)} confirmed notes: {lost[:5]}")
                for text, answer in refused[:3]:
                    if answer.status != 503:
                        self.fail(f"stop: {text} is answered with {answer.status} {answer.body[:200]!r}")
                if verified.returncode != 0:
                    self.fail(f"stop: the register does not verify: {verified.stdout[-300:]!r}")
                if code != 0:
                    self.fail(f"stop: exit code {code}: {server.said()[-500:]}")
                if server.left():
                    self.fail(f"stop: left behind {server.left()[:5]}")


def main() -> None:
    """Run the parts."""
    parts = ["documents", "large", "slow", "stop"]
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("--aktsam", default=str(ROOT / ".build" / "release" / "aktsam"))
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--only", choices=parts)
    options = parser.parse_args()
    load = Load(str(pathlib.Path(options.aktsam).resolve()), options.documents, options.clients)
    for part in [options.only] if options.only else parts:
        getattr(load, f"part_{part}")()
    sys.exit(1 if load.failures else 0)


if __name__ == "__main__":
    main()
