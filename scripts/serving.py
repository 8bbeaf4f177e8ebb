"""Starts and stops `aktsam serve`, and talks to it: what the scripts that test the server share.

Not a script of its own. Standard library only.
"""
from __future__ import annotations

import dataclasses
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROCEDURE = ROOT / "examples" / "laptops-procedure"
# A server in a debug build reads the clause library for some seconds before it listens.
STARTING = 120.0


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def inputs_of(folder: pathlib.Path) -> list[tuple[str, bytes]]:
    """Return the inputs of the example procedure, with their paths as a browser sends them."""
    left_out = {"expected", "sources"}
    return [
        (f"{folder.name}/{file.relative_to(folder).as_posix()}", file.read_bytes())
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "README.md"
        and not left_out & set(file.relative_to(folder).parts)
    ]


def multipart(fields: dict[str, str], files: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """Return the type and the body of a form with files, the fields first."""
    boundary = uuid.uuid4().hex
    parts = []
    for name, value in fields.items():
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
                     f"{value}\r\n".encode())
    for path, body in files:
        # As browsers do: only these three are written otherwise.
        name = path.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        parts.append(
            f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n".encode() + body + b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    return f"multipart/form-data; boundary={boundary}", b"".join(parts)


@dataclasses.dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    """The names are in lower case."""
    body: bytes
    seconds: float

    def json(self):
        """Return the body as JSON."""
        return json.loads(self.body)


class Server:
    """A running `aktsam serve` with a temporary folder of its own."""

    def __init__(self, binary: str, *options: str, register: pathlib.Path | None = None) -> None:
        # A script that is stopped stops its server, too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
        self.folder = tempfile.TemporaryDirectory(prefix="aktsam-serving-")
        home = pathlib.Path(self.folder.name)
        # What the server leaves behind when it has ended can be seen here.
        self.temporary = home / "tmp"
        self.temporary.mkdir()
        self.log = home / "log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        arguments = [binary, "serve", "--port", str(self.port), *options]
        if register is not None:
            arguments += ["--register", str(register)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                env=os.environ | {"TMPDIR": str(self.temporary)})
        try:
            self.wait_until_ready()
        except BaseException:
            self.process.kill()
            self.process.wait()
            self.folder.cleanup()
            raise

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    def wait_until_ready(self) -> None:
        """Wait until it answers."""
        end = time.monotonic() + STARTING
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"the server ended with {self.process.returncode}: {self.said()}")
            try:
                if self.get("/health/ready").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise TimeoutError(f"the server does not answer: {self.said()}")

    def said(self) -> str:
        """Return its log."""
        return self.log.read_text(errors="replace")

    def is_alive(self) -> bool:
        """Whether it runs and answers."""
        try:
            return self.process.poll() is None and self.get("/health/live").status == 200
        except (OSError, http.client.HTTPException):
            return False

    def stop(self, seconds: float = 60) -> int:
        """Ask it to stop, and return its exit code; minus the signal when it was ended by one."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def peak(self) -> float:
        """Return the most memory that it has used, in MB."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return 0

    def left(self) -> list[str]:
        """Return what lies in its temporary folder."""
        return sorted(path.relative_to(self.temporary).as_posix()
                      for path in self.temporary.rglob("*"))

    def request(self, method: str, path: str, body: bytes | None = None,
                headers: dict[str, str] | None = None, timeout: float = 600) -> Answer:
        """Send a request on a connection of its own."""
        begin = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, response.read(), time.monotonic() - begin)
        finally:
            connection.close()

    def get(self, path: str) -> Answer:
        """Ask for something."""
        return self.request("GET", path)

    def post(self, path: str, body: bytes, kind: str) -> Answer:
        """Send something."""
        return self.request("POST", path, body, {"Content-Type": kind})
