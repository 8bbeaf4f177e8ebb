#!/usr/bin/env bash
# Checks 2,000 files in one run: files per second, peak memory, and whether one task and two give the
# same bytes.
#
# usage: scripts/batch.sh [FILES]    how many files; 2000 without it
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-2000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --product aktsam >&2
aktsam=$(swift build -c release --show-bin-path)/aktsam
mkdir "$work/in"
# Copies of the examples whose years and names differ, so that no two are the same.
python3 - "$work/in" "$count" <<'PYTHON'
import pathlib, sys
folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
texts = [(p.suffix, p.read_text()) for p in sorted(pathlib.Path("examples/it-hardware").rglob("*"))
         if p.suffix in (".xml", ".txt") and "expected" not in p.parts]
for number in range(count):
    suffix, text = texts[number % len(texts)]
    text = text.replace("2025", str(2000 + number % 26)).replace(" AB", f" {number} AB")
    (folder / f"f{number:05}{suffix}").write_text(text)
PYTHON
bytes=$(cat "$work"/in/* | wc -c)
for jobs in 1 2; do
  /usr/bin/env time -f '%e %M' -o "$work/time" "$aktsam" check --each --fail-on never --format jsonl \
    --jobs "$jobs" --output "$work/out$jobs" "$work/in"
  awk -v n="$count" -v jobs="$jobs" -v bytes="$bytes" '{
    printf "%d files (%.1f MB), %d task(s): %.2f s, %.0f files/s, peak %.0f MB\n",
      n, bytes / 1e6, jobs, $1, n / $1, $2 / 1024 }' "$work/time"
done
cmp "$work/out1" "$work/out2" && echo "one task and two give the same bytes"
