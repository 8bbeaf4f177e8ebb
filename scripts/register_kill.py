#!/usr/bin/env python3
"""Kills two writers of a register at random moments, and checks what they had confirmed.

usage: register_kill.py AKTSAM [KILLS [SEED]]

Each writer is `aktsam register add --register FILE REPORT.json` with a report on twenty suppliers. A round is
confirmed when "added ID" was printed, which must therefore be written at once. Every twenty kills a new register
is begun, so that its making is interrupted, too. After each pair `aktsam register verify --register FILE` must
exit with 0, and every confirmed round must be there with all its assessments. Exit code 1 when not.
"""
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

from make_register_reports import report

SUPPLIERS = 20
REQUIREMENTS = 40


class Trial:
    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.number = 0
        self.failures = []
        self.confirmed = 0
        self.unconfirmed = 0

    def start(self, register):
        self.number += 1
        made = self.folder / f"{self.number}.json"
        made.write_text(json.dumps(report(range(SUPPLIERS), REQUIREMENTS, self.number, "2026-01-01")))
        return subprocess.Popen(
            [self.program, "register", "add", "--register", str(register), str(made)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def usual_time(self):
        """Returns how long two writers take that nobody kills, in seconds."""
        register = self.folder / "first.db"
        begin = time.monotonic()
        for writer in [self.start(register), self.start(register)]:
            _, complaint = writer.communicate()
            if writer.returncode != 0:
                sys.exit(f"the writer does not work: {complaint.decode()}")
        return time.monotonic() - begin

    def kill_pair(self, register, usual, told):
        """Starts two writers, kills each at a moment of its own, and returns how many died of it."""
        writers = [self.start(register), self.start(register)]
        begin = time.monotonic()
        moments = sorted((random.uniform(0, usual), writer) for writer in range(2))
        for moment, writer in moments:
            time.sleep(max(0, begin + moment - time.monotonic()))
            writers[writer].kill()
        died = 0
        for writer in writers:
            output, complaint = writer.communicate()
            lines = output.decode().split("\n")[:-1]
            told += [int(line.split()[1].rstrip(":")) for line in lines if line.startswith("added ")]
            if writer.returncode == -9:
                died += 1
            elif writer.returncode != 0:
                self.failures.append(f"exit code {writer.returncode}: {complaint.decode()}")
        return died

    def inspect(self, register, told):
        if not register.exists():
            return
        database = sqlite3.connect(register)
        tables = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        database.close()
        # Without a table its making was interrupted at once: it is no register yet, and has confirmed nothing.
        if not tables and not told:
            return
        done = subprocess.run(
            [self.program, "register", "verify", "--no-files", "--register", str(register)], capture_output=True)
        if done.returncode != 0:
            self.failures.append(f"verify: {(done.stdout + done.stderr).decode()}")
        database = sqlite3.connect(register)
        counts = dict(database.execute("SELECT round, count(*) FROM assessment GROUP BY round"))
        database.close()
        lost = [round for round in told if round not in counts]
        partial = [round for round, count in counts.items() if count != REQUIREMENTS]
        if lost or partial or len(told) != len(set(told)):
            self.failures.append(f"lost {lost}, in part {partial}, told {told}")
        self.unconfirmed = len(counts) - len(told)


def main():
    program = sys.argv[1]
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    random.seed(seed)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(program, folder)
        usual = trial.usual_time()
        died = registers = unconfirmed = 0
        while died < kills:
            registers += 1
            register = pathlib.Path(folder) / f"register-{registers}.db"
            told, here = [], 0
            while here < 20 and died < kills:
                count = trial.kill_pair(register, usual, told)
                here, died = here + count, died + count
                trial.inspect(register, told)
                if trial.number > kills * 20:
                    sys.exit("writers are done before they can be killed")
            trial.confirmed += len(told)
            unconfirmed += trial.unconfirmed
        for failure in trial.failures:
            print(failure)
        print(f"{died} writers killed in the middle of writing {registers} registers, {trial.confirmed} rounds "
              f"confirmed and there, {unconfirmed} there but not yet told of, {len(trial.failures)} failures")
        sys.exit(1 if trial.failures else 0)


main()
