#!/usr/bin/env bash
# Measures `aktsam check` against `xmllint --stream --noout` on the same files, in turn.
#
# usage: scripts/benchmark.sh [CORPUS]    CORPUS: a folder of XML files; without it one is made
#        RUNS=5 scripts/benchmark.sh      how often each is run; the best counts
#
# Prints the size, the best time and MB/s of both, their ratio, the peak memory, the ratio on two
# cores, and the time with the library's requirements doubled: with the same profile, and with a
# profile that asks for each of them twice, so that every assessment is made and printed twice.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
runs=${RUNS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --product aktsam >&2
aktsam=$(swift build -c release --show-bin-path)/aktsam
corpus=${1:-}
if [ -z "$corpus" ]; then
  corpus=$work/corpus
  python3 scripts/make_corpus.py "$corpus" >&2
fi
find "$corpus" -name '*.xml' | sort > "$work/files"
megabytes=$(xargs cat < "$work/files" | wc -c | awk '{ printf "%.1f", $1 / 1e6 }')
python3 scripts/double_library.py clauses "$work/doubled"
python3 scripts/double_library.py clauses "$work/twice" --profiles
cp -r clauses "$work/single"

# Prints the best of $runs wall times of a command, in seconds.
best() {
  local low=999999 start end
  for _ in $(seq "$runs"); do
    start=$(date +%s%N)
    "$@" > /dev/null 2>&1 || true
    end=$(date +%s%N)
    low=$(awk -v a="$low" -v b="$((end - start))" 'BEGIN { b /= 1e9; print (b < a ? b : a) }')
  done
  echo "$low"
}
lint() { xargs xmllint --stream --noout < "$work/files"; }
check() { xargs "$aktsam" check --fail-on never --format jsonl --output "$work/out" "$@" < "$work/files"; }
single() { check --jobs 1; }
double() { check --jobs 2; }
folder() { check --jobs 1 --clauses "$work/single"; }
doubled() { check --jobs 1 --clauses "$work/doubled"; }
twice() { check --jobs 1 --clauses "$work/twice"; }

for _ in 1; do lint || true; single || true; done > /dev/null 2>&1   # warm the page cache
x=$(best lint)
a=$(best single)
b=$(best double)
f=$(best folder)
d=$(best doubled)
t=$(best twice)
peak=$(/usr/bin/env time -f %M xargs "$aktsam" check --fail-on never --format jsonl --output "$work/out" --jobs 1 \
  < "$work/files" 2>&1 > /dev/null | tail -n 1)
largest=$(xargs stat -c %s < "$work/files" | sort -n | tail -n 1)
small=$(xargs stat -c '%s %n' < "$work/files" | awk '$1 >= 8000 && $1 <= 14000 { print $2; exit }')
cold=$(best "$aktsam" check --fail-on never "${small:-examples/it-hardware/responses/strong-sv.xml}")
awk -v mb="$megabytes" -v x="$x" -v a="$a" -v b="$b" -v f="$f" -v d="$d" -v t="$t" -v peak="$peak" -v l="$largest" -v c="$cold" 'BEGIN {
  printf "corpus                      %8.1f MB\n", mb
  printf "xmllint --stream --noout    %8.3f s  %6.1f MB/s\n", x, mb / x
  printf "aktsam check, one core      %8.3f s  %6.1f MB/s  ratio %.2f\n", a, mb / a, a / x
  printf "aktsam check, two cores     %8.3f s  %6.1f MB/s  ratio %.2f\n", b, mb / b, b / x
  printf "library doubled             %8.3f s  %6.1f MB/s  %.2f times the single one\n", d, mb / d, d / f
  printf "library and profile doubled %8.3f s  %6.1f MB/s  %.2f times the single ones\n", t, mb / t, t / f
  printf "peak memory, one core       %8.1f MB; largest file %.1f MB\n", peak / 1024, l / 1e6
  printf "start to end, a small file  %8.1f ms\n", c * 1000
}'
