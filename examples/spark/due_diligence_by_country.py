#!/usr/bin/env python3
"""Count, by country and year, how many procurement notices ask for human-rights due diligence.

usage: due_diligence_by_country.py FOLDER... [--aktsam FILE] [--requirements LIST] [--profile ID]
                                             [--partitions N] [--batch N] [--output FILE.csv]

Maps every *.xml below the folders through `aktsam check --format jsonl` with Spark. A notice *asks*
when at least one requirement of the list is met or weak in it: weak wording asks, too. LIST has ids
parted by commas; one that ends in "-" stands for all that begin so. Where Spark runs on several
machines, the folders and the program must be there under the same path on each.

Needs PySpark and Java; nothing else outside the standard library.
"""
from __future__ import annotations

import argparse
import csv
import dataclasses
import itertools
import json
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator

ASKED_BY_DEFAULT = (
    "dd-", "sifl-", "fl-prohibition", "min-due-diligence", "flow-down-", "gov-policy-commitment",
    "gri-mechanism", "rem-provide-remedy", "rep-incident-notification")
UNKNOWN = "?"


@dataclasses.dataclass(frozen=True)
class Check:
    """How aktsam is called on a worker; travels there as a value."""

    aktsam: str
    profile: str
    requirements: tuple[str, ...]
    batch: int
    takes_list: bool
    """Whether the program reads a list of files from standard input."""

    def is_asked(self, requirement: str) -> bool:
        """Return whether a requirement is on the list."""
        return any(requirement == word or (word.endswith("-") and requirement.startswith(word))
                   for word in self.requirements)

    def rows(self, paths: Iterable[str]) -> Iterator[tuple[str, str, str, int, int]]:
        """Check the files of a partition, many with each process.

        A row a notice: path, country, year, 1 if it asks, 1 if it could not be read.
        """
        remaining = iter(paths)
        while batch := list(itertools.islice(remaining, self.batch)):
            reports = {report["inputs"][0]["path"]: report for report in self.reports(batch)}
            for path in batch:
                report = reports.get(path, {"assessments": []})
                asks = any(a["outcome"] in ("met", "weak") and self.is_asked(a["requirement"])
                           for a in report["assessments"])
                yield (path, *country_and_year(path), int(asks), int(not report["assessments"]))

    def reports(self, paths: list[str]) -> Iterator[dict]:
        """Run aktsam once over some files; a report each."""
        command = [self.aktsam, "check", "--format", "jsonl", "--fail-on", "never", "--jobs", "1",
                   "--profile", self.profile]
        command += ["--files-from", "-"] if self.takes_list else ["--", *paths]
        lines = "".join(f"{path}\n" for path in paths) if self.takes_list else ""
        done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
        # 3 says that a file could not be read to its end: its report says which and why.
        if done.returncode not in (0, 3):
            raise RuntimeError(f"aktsam ended with {done.returncode}: {done.stderr.strip()}")
        for line in done.stdout.splitlines():
            yield json.loads(line)


def country_and_year(path: str) -> tuple[str, str]:
    """Return the country of the first buyer and the year of a notice, "?" where it gives none.

    Reads eForms, and TED's own schema before it.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError, ValueError):
        return UNKNOWN, UNKNOWN
    date = text(root, "{*}IssueDate") or text(root, ".//{*}DATE_PUB")
    year = date[:4] if date[:4].isdigit() else UNKNOWN
    return buyer_country(root) or UNKNOWN, year


def buyer_country(root: ElementTree.Element) -> str:
    """Return the country of the first buyer: by its id among the organisations, or as it stands."""
    party = root.find("{*}ContractingParty/{*}Party")
    if party is None:
        country = root.find(".//{*}ISO_COUNTRY")
        return country.get("VALUE", "") if country is not None else ""
    buyer = text(party, "{*}PartyIdentification/{*}ID")
    for company in root.iterfind(".//{*}Organizations/{*}Organization/{*}Company"):
        if buyer and text(company, "{*}PartyIdentification/{*}ID") == buyer:
            return text(company, "{*}PostalAddress/{*}Country/{*}IdentificationCode")
    return text(party, "{*}PostalAddress/{*}Country/{*}IdentificationCode")


def text(element: ElementTree.Element, path: str) -> str:
    """Return the text of a descendant, or nothing."""
    return (element.findtext(path) or "").strip()


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--aktsam", default="aktsam")
    parser.add_argument("--requirements", default=",".join(ASKED_BY_DEFAULT))
    parser.add_argument("--profile", default="oecd-six-steps")
    parser.add_argument("--partitions", type=int, default=0)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--output", type=pathlib.Path)
    return parser.parse_args()


def main() -> None:
    """Check, count, print."""
    options = arguments()
    aktsam = shutil.which(options.aktsam)
    if aktsam is None:
        sys.exit(f"no program '{options.aktsam}': name it with --aktsam")
    paths = sorted({str(path) for folder in options.folders for path in folder.rglob("*.xml")})
    if not paths:
        sys.exit("there is no *.xml below the folders")
    manual = subprocess.run([aktsam, "help", "check"], capture_output=True, text=True, check=True)
    check = Check(
        str(pathlib.Path(aktsam).resolve()), options.profile,
        tuple(word.strip() for word in options.requirements.split(",") if word.strip()),
        max(options.batch, 1), "--files-from" in manual.stdout)

    from pyspark.sql import SparkSession, functions
    spark = SparkSession.builder.appName("due diligence by country").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    partitions = options.partitions or min(len(paths), spark.sparkContext.defaultParallelism * 4)
    # Whole partitions go to a worker: it starts aktsam once for each batch, not for each file.
    rows = spark.sparkContext.parallelize(paths, partitions).mapPartitions(check.rows)
    notices = spark.createDataFrame(
        rows, "path string, country string, year string, asks int, unread int")
    table = (notices.groupBy("country", "year")
             .agg(functions.count("path").alias("notices"), functions.sum("asks").alias("asking"),
                  functions.sum("unread").alias("unread"))
             .orderBy("country", "year").collect())
    spark.stop()
    report(table, options.output)


def report(table: list, output: pathlib.Path | None) -> None:
    """Print the table, and write it as CSV where that is wanted."""
    heads = ("country", "year", "notices", "asking", "share", "unread")
    lines = [(r["country"], r["year"], r["notices"], r["asking"],
              f"{r['asking'] / r['notices']:.2f}", r["unread"]) for r in table]
    print("{:8} {:6} {:>8} {:>8} {:>6} {:>7}".format(*heads))
    for line in lines:
        print("{:8} {:6} {:8} {:8} {:>6} {:7}".format(*line))
    if output is not None:
        with output.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([heads, *lines])


if __name__ == "__main__":
    main()
