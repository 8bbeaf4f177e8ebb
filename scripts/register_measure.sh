#!/usr/bin/env bash
# Measures `aktsam register` with 10,000 gaps over 200 suppliers, each start of the program included.
#
# usage: scripts/register_measure.sh            RUNS=5: how often each is run; the best counts
#        AKTSAM=path scripts/register_measure.sh   with this binary; otherwise a release build is made
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-5}
if [ -z "${AKTSAM:-}" ]; then
  swift build -c release --product aktsam >&2
  AKTSAM=$(swift build -c release --show-bin-path)/aktsam
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 scripts/make_register_reports.py "$work/reports" 200 50 2
register=$work/register.db
start=$(date +%s%N)
for number in 00 01; do
  for report in "$work/reports"/*-$number.json; do
    "$AKTSAM" register add --register "$register" "$report" > /dev/null
  done
done
awk -v n="$(($(date +%s%N) - start))" 'BEGIN { printf "add, each of 400 rounds   %8.1f ms\n", n / 400e6 }'

# Prints the best wall time of a command.
measure() {
  local name=$1 low=999999999999 start spent
  shift
  for _ in $(seq "$runs"); do
    start=$(date +%s%N)
    "$AKTSAM" register "$@" --register "$register" > /dev/null
    spent=$(($(date +%s%N) - start))
    [ "$spent" -ge "$low" ] || low=$spent
  done
  awk -v name="$name" -v low="$low" 'BEGIN { printf "%-25s %8.1f ms\n", name, low / 1e6 }'
}
measure "due" due --before 2027-01-01
measure "show, a supplier" show supplier-100-ab
measure "show, a gap" show req-07@supplier-100-ab:measure
measure "history, a supplier" history supplier-100-ab
measure "history, a gap" history req-07@supplier-100-ab:measure
measure "list, all gaps" list
measure "verify" verify
