#!/usr/bin/env python3
"""Learn the table by which aktsam guesses the language of a text: clauses/languages.txt.

usage: learn_languages.py --out FILE [options] LANG[:WEIGHT[:MOST]]=TEXT...
       learn_languages.py --check FILE --test TSV

A TEXT is read by its ending: .txt (a passage a line), .tsv (language, anything, passage: only the lines
of LANG are taken), .conllu (its "# text" lines), .json and .jsonl (the fields text, premise, hypothesis),
.xml (elements in LANG, by xml:lang or language; ESPD labels). WEIGHT says what a passage counts for
(1), MOST how many are drawn (all). LANG "other" stands for texts that are none of the languages. Gold files
are recognised by their name: sealed passages are passed over. Arguments may stand in a file, one a line: @FILE.

--features N   how many features are kept (10000)
--test TSV     prints how often the guess is right on each language of a file, by length
--folds N      cross-validates on --test instead of writing a table: sentences of the file and of the .conllu
               texts are left out in N contiguous blocks; both must be among the texts
--jobs N       processes for --folds (1)

The features are whole words of up to 14 letters and runs of 2 to 4 letters, "_" for the edge of a word. Which
are kept: those that are frequent and uneven among the languages. What they weigh: multinomial logistic regression
over sentences and random pieces of them, so that every word learns to speak for itself; AdaGrad in batches,
averaged over the last round. Plain Python, no packages; a run takes about four minutes. Everything random is
seeded: the same texts give the same table.
"""
import argparse
import collections
import json
import math
import multiprocessing
import operator
import random
import re
import sys
import time
import xml.etree.ElementTree as ElementTree

LANGUAGES = ["en", "sv", "nb", "nn", "da", "fi", "de", "nl", "fr", "es", "it", "is", "other"]
# Those that must be told apart best: their features come first, their errors count most.
OURS = 5
SAMPLE = 768
LONGEST_WORD = 14
STEPS_PER_NAT = 16
LARGEST = 26
WORD = re.compile(r"[^\W\d_]+")

# Names and headings of other languages that stand in Nordic and English text.
ENGLISH_NAMES = """Code of Conduct;Supply Chain Solutions Ltd;Responsible Business Alliance;Due Diligence;Global Compact
Modern Slavery Act;Northern Lights Group;Human Rights Policy;Supplier Code;Electronics Watch;Fair Labor Association
Responsible Minerals Initiative;Green Power Holding;Management System;Whistleblower;Joint Audit;Best Practice
Key Account Manager;Self Assessment;Sustainability Report;Business Unit;International Labour Organization
Ethical Trading Initiative;Corporate Social Responsibility;Risk Assessment Tool;Conflict Minerals Reporting Template
Head of Procurement;Acme Trading Company;Blue Ocean Shipping;Golden Harvest Foods;East Asia Sourcing Office
Steering Committee;Vice President;Workshop;Dashboard;Tier 1;Audit Report;Validated Audit Process
Factory Disclosure List;Cloud Services;Notebook Pro Series;Smart Display Technologies"""
NORDIC_NAMES = """Västra Götaland;Region Skåne;Oslo kommune;Göteborg;Malmö;København;Tromsø;Bergen;Århus;Jönköping
Region Hovedstaden;Høgskulen på Vestlandet;Kungsbacka kommun;Försäkringskassan;Statens vegvesen;Åsa Lindström
Jørgen Næss;Søren Kjærgaard;Björn Ågren;Öresund;Upphandlingsmyndigheten;Kammarkollegiet;Helse Vest;Fjordkraft
Sjællandske Medier;Skellefteå;Direktoratet for forvaltning og økonomistyring;Ærø Maskinfabrik"""
ENGLISH_NAMES, NORDIC_NAMES = (re.split("[;\n]", names) for names in (ENGLISH_NAMES, NORDIC_NAMES))


# Texts


def is_sealed(identifier):
    """Whether a gold passage is one of the third that nothing may be learned from."""
    value = 0x811C9DC5
    for byte in identifier.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return (value ^ (value >> 15)) % 3 == 0


def sentences(text):
    return re.split(r'(?<=[.!?:;])\s+(?=[A-ZÅÄÖÆØ«"\'(–-])', " ".join(text.split()))


def passages(path, language):
    """The passages of a file in a language."""
    if path.endswith(".xml"):
        for element in ElementTree.parse(path).iter():
            named = element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("language")
            if element.text and (named == language or element.tag == "entry"):
                yield from sentences(re.sub(r"<[^>]*>|\{.*?\}", " ", element.text))
        return
    with open(path, encoding="utf-8") as file:
        if path.endswith(".json"):
            records = json.load(file)
        elif path.endswith(".jsonl"):
            records = [json.loads(line) for line in file]
        elif path.endswith(".tsv"):
            yield from (
                line.rstrip("\n").split("\t")[2] for line in file if line.split("\t")[0] == language)
            return
        elif path.endswith(".conllu"):
            yield from (line[9:].strip() for line in file if line.startswith("# text = "))
            return
        else:
            yield from (line.strip() for line in file)
            return
    for record in records:
        if record.get("language", language) != language:
            continue
        if "/Gold/" in path and is_sealed(record["id"]):
            continue
        for field in ("text", "premise", "hypothesis"):
            if record.get(field):
                yield from sentences(record[field])


class Source:
    def __init__(self, argument):
        head, self.path = argument.split("=", 1)
        parts = head.split(":")
        self.language = parts[0]
        self.weight = float(parts[1]) if len(parts) > 1 else 1.0
        self.most = int(parts[2]) if len(parts) > 2 else None
        self.index = LANGUAGES.index(self.language)
        self.texts = list(dict.fromkeys(text for text in passages(self.path, self.language) if text))


def words(text):
    """The words of what is looked at of a text, in lower case."""
    text = text.encode()[:SAMPLE].decode(errors="ignore")
    return [word.lower() for word in WORD.findall(text)]


# Features


def features(word):
    """The word's runs of 2 to 4 letters, and the word."""
    edged = "_" + word + "_"
    length = len(edged)
    result = [edged[i : i + n] for n in (2, 3, 4) for i in range(length - n + 1)]
    if 4 < length <= LONGEST_WORD + 2:
        result.append(edged)
    return result


def examples(sources, left_out, seed):
    """Draws (language, weight, words) from the texts: sentences and pieces of them."""
    rng = random.Random(seed)
    rows = []
    for source in sources:
        texts = [text for index, text in enumerate(source.texts) if not left_out(source, index, text)]
        if source.most and len(texts) > source.most:
            texts = rng.sample(texts, source.most)
        for text in texts:
            pieces = text.split()
            chance = 0.12 if 0 < source.index < len(LANGUAGES) - 1 else 0.06 if source.index == 0 else 0
            if rng.random() < chance:
                for _ in range(rng.choice((1, 1, 2))):
                    pieces.insert(
                        rng.randrange(len(pieces) + 1),
                        rng.choice(NORDIC_NAMES if source.index == 0 else ENGLISH_NAMES))
                text = " ".join(pieces)
            tokens = words(text)
            if not tokens:
                continue
            rows.append((source.index, source.weight, tokens[:40]))
            for _ in range(2):
                if len(tokens) > 1:
                    length = rng.randint(1, min(5, len(tokens) - 1))
                    start = rng.randrange(len(tokens) - length + 1)
                    rows.append((source.index, source.weight / 2, tokens[start : start + length]))
    for _ in range(1500):  # what is no language
        rows.append((len(LANGUAGES) - 1, 1.0, [
            "".join(rng.choice("abcdefghijklmnopqrstuvwxyzaeiouaeiourstln") for _ in range(rng.randint(1, 10)))
            for _ in range(rng.randint(3, 9))]))
    totals = [0.0] * len(LANGUAGES)
    for language, weight, _ in rows:
        totals[language] += weight
    aims = [1.0 if index < OURS else 0.6 for index in range(len(LANGUAGES))]
    unit = len(rows) / sum(aims)
    return [(l, w * aims[l] / totals[l] * unit, t) for l, w, t in rows]


def choose(rows, most):
    """The features that are frequent and uneven among the languages."""
    counts = [collections.Counter() for _ in LANGUAGES]
    seen = collections.Counter()
    for language, weight, tokens in rows:
        count = counts[language]
        for token in tokens:
            count[token] += weight
            seen[token] += 1
    by_feature = {}
    times = collections.Counter()
    cache = {}
    for language, count in enumerate(counts):
        for token, weight in count.items():
            names = cache.get(token)
            if names is None:
                names = cache[token] = features(token)
                for name in names:
                    times[name] += seen[token]
            for name in names:
                row = by_feature.get(name)
                if row is None:
                    row = by_feature[name] = [0.0] * len(LANGUAGES)
                row[language] += weight
    totals = [sum(column) for column in zip(*by_feature.values())]

    def spread(shares):
        mean = math.log(sum(shares) / len(shares))
        return math.sqrt(sum(min(3.0, max(-3.0, math.log(share) - mean)) ** 2 for share in shares))

    scores = []
    for name, row in by_feature.items():
        if times[name] < 8:
            continue
        shares = [value / total + 1e-6 for value, total in zip(row, totals)]
        frequency = sum(shares) / len(shares)
        scores.append((math.sqrt(frequency) * (spread(shares[:OURS]) + 0.3 * spread(shares)), name))
    scores.sort(key=lambda pair: (-pair[0], pair[1]))
    return sorted(name for _, name in scores[:most])


# Weights


def learn(rows, names, seed, rounds=3, batch=600, rate=0.05):
    """Multinomial logistic regression; returns a list of weights, in nats, for each feature."""
    size = len(LANGUAGES)
    number = {name: index for index, name in enumerate(names)}
    known = {}
    data = []
    for language, weight, tokens in rows:
        items = []
        for token in tokens:
            item = known.get(token)
            if item is None:
                item = known[token] = tuple(number[name] for name in features(token) if name in number)
            if item:
                items.append(item)
        if items:
            data.append((language, weight, items))
    weights = [[0.0] * size for _ in names]
    squares = [[0.1] * size for _ in names]
    sums = [[0.0] * size for _ in names]
    snapshots = 0
    rng = random.Random(seed)
    add, exp, sqrt = operator.add, math.exp, math.sqrt
    zero = [0.0] * size
    for round_ in range(rounds):
        rng.shuffle(data)
        for start in range(0, len(data), batch):
            speaks = {}
            slopes = {}
            for language, weight, items in data[start : start + batch]:
                parts = []
                for item in items:
                    vector = speaks.get(item)
                    if vector is None:
                        vector = speaks[item] = list(map(sum, zip(*[weights[i] for i in item])))
                    parts.append(vector)
                scores = list(map(sum, zip(*parts))) if len(parts) > 1 else parts[0]
                top = max(scores)
                scores = [exp(score - top) for score in scores]
                scale = weight / sum(scores)
                slope = [score * scale for score in scores]
                slope[language] -= weight
                if slope[language] > -0.002:
                    continue
                for item in items:
                    old = slopes.get(item)
                    slopes[item] = slope if old is None else list(map(add, old, slope))
            by_feature = {}
            for item, slope in slopes.items():
                for i in item:
                    old = by_feature.get(i)
                    by_feature[i] = slope if old is None else list(map(add, old, slope))
            for i, slope in by_feature.items():
                square = squares[i] = [s + g * g for s, g in zip(squares[i], slope)]
                weights[i] = [w - rate * g / sqrt(s) for w, g, s in zip(weights[i], slope, square)]
            if round_ == rounds - 1 and (start // batch) % 25 == 24:
                sums = [list(map(add, a, b)) for a, b in zip(sums, weights)]
                snapshots += 1
    if not snapshots:
        return weights
    return [[value / snapshots for value in row] for row in sums]


def quantised(weights):
    """Weights as small integers, centred: a number added to all of a feature's changes nothing."""
    result = []
    for row in weights:
        mean = sum(row) / len(row)
        result.append([
            max(-LARGEST, min(LARGEST, round((value - mean) * STEPS_PER_NAT))) for value in row])
    return result


def train(sources, most, seed=1, left_out=lambda source, index, text: False, log=lambda text: None):
    clock = time.time()
    rows = examples(sources, left_out, seed)
    log(f"{len(rows)} passages and pieces ({time.time() - clock:.0f} s)")
    names = choose(rows, most)
    log(f"{len(names)} features ({time.time() - clock:.0f} s)")
    table = dict(zip(names, quantised(learn(rows, names, seed))))
    table = {name: row for name, row in table.items() if max(map(abs, row)) > 1}
    log(f"learned ({time.time() - clock:.0f} s)")
    return table


# The table


def letter(value):
    return "." if value == 0 else chr((96 if value > 0 else 64) + abs(value))


def number(character):
    if character == ".":
        return 0
    return ord(character) - 96 if character >= "a" else 64 - ord(character)


HEADER = """\
# How much words and runs of 2 to 4 letters speak for a language ("_": the edge of a word). A column a
# language, in the order of the line below; "other" is none of them. a to z: 1 to 26 for it; A to Z: as much
# against it; 16 make a factor of e. Made by scripts/learn_languages.py.
"""


def write(path, table):
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER + "languages\t" + " ".join(LANGUAGES) + "\n")
        for name in sorted(table):
            file.write(name + "\t" + "".join(map(letter, table[name])) + "\n")


def read(path):
    table = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            name, _, letters = line.rstrip("\n").partition("\t")
            if not line.startswith("#") and name != "languages":
                table[name] = [number(character) for character in letters]
    return table


# Measuring


def guess(table, text, cache={}):
    """The language that the table gives a text, without the thresholds of `LanguageGuess`."""
    scores = [0] * len(LANGUAGES)
    for word in words(text):
        for name in features(word):
            row = table.get(name)
            if row:
                scores = list(map(operator.add, scores, row))
    return LANGUAGES[scores.index(max(scores))] if any(scores) else "other"


def report(results):
    """Prints how many of (language, text, guess) are right, by language and length."""
    names = ["8 and more", "4 to 7", "1 to 3"]
    counts = collections.defaultdict(lambda: [0, 0])
    for language, text, got in results:
        length = len(text.split())
        group = 0 if length >= 8 else 1 if length >= 4 else 2
        ours = LANGUAGES.index(language) < OURS
        for key in (language, "ours" if ours else "others"):
            counts[key, group][0] += got == language
            counts[key, group][1] += 1
        if not ours:
            counts["others as ours", group][0] += got in LANGUAGES[:OURS]
            counts["others as ours", group][1] += 1
    keys = sorted({key for key, _ in counts}, key=lambda k: (LANGUAGES + ["ours", "others", "others as ours"]).index(k))
    print("| words | " + " | ".join(names) + " |\n| --- |" + " --- |" * 3)
    for key in keys:
        cells = []
        for group in range(3):
            right, count = counts[key, group]
            cells.append(f"{right / count:.3f} ({right} of {count})" if count else "")
        print(f"| {key} | " + " | ".join(cells) + " |")


def held_out(test, sources, folds):
    """Which block a passage of the test file belongs to, and what each fold leaves out."""
    places = {}
    for source in sources:
        if source.path.endswith(".conllu"):
            for index, text in enumerate(source.texts):
                places[source.language, text] = index * folds // len(source.texts)
    by_language = collections.defaultdict(list)
    for language, text in test:
        by_language[language].append(text)
    block = {}
    for language, texts in by_language.items():
        for index, text in enumerate(texts):
            block[language, text] = places.get((language, text), index * folds // len(texts))

    def left_out(fold):
        return lambda source, index, text: (
            block.get((source.language, text)) == fold
            or source.path.endswith(".conllu") and places[source.language, text] == fold)

    return block, left_out


def run_fold(arguments):
    fold, options, sources, test = arguments
    block, left_out = held_out(test, sources, options.folds)
    table = train(sources, options.features, left_out=left_out(fold))
    return [(l, t, guess(table, t)) for l, t in test if block[l, t] == fold]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        fromfile_prefix_chars="@")
    parser.add_argument("--out")
    parser.add_argument("--check")
    parser.add_argument("--test")
    parser.add_argument("--features", type=int, default=10_000)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("texts", nargs="*")
    options = parser.parse_args()
    test = []
    if options.test:
        with open(options.test, encoding="utf-8") as file:
            test = [(line.split("\t")[0], line.rstrip("\n").split("\t")[2]) for line in file]
    if options.check:
        table = read(options.check)
        results = [(language, text, guess(table, text)) for language, text in test]
    else:
        sources = [Source(argument) for argument in options.texts]
        if options.folds:
            with multiprocessing.Pool(options.jobs) as pool:
                jobs = [(fold, options, sources, test) for fold in range(options.folds)]
                results = [row for rows in pool.map(run_fold, jobs, chunksize=1) for row in rows]
        else:
            table = train(sources, options.features, log=lambda text: print(text, file=sys.stderr))
            write(options.out, table)
            results = [(language, text, guess(table, text)) for language, text in test]
    if results:
        report(results)
    if options.errors:
        for language, text, got in results:
            if got != language:
                print(language, got, text, sep="\t")


if __name__ == "__main__":
    main()
