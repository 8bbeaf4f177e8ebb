#!/usr/bin/env bash
# Measures `aktsam lint` on many questionnaires beside `xmllint --schema` on the same files.
#
# usage: scripts/benchmark_lint.sh [FILES]    how many questionnaires; 500 without it
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-500}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --product aktsam >&2
aktsam=$(swift build -c release --show-bin-path)/aktsam
mkdir "$work/in"
# Copies of the example whose ids and words differ, so that no two are the same.
for number in $(seq "$count"); do
  sed -e "s/ id=\"[a-z-]*\" version/ id=\"questionnaire-$number\" version/" -e "s/2025/$((2000 + number % 26))/g" \
    examples/it-hardware/questionnaire.xml > "$work/in/q$number.xml"
done
bytes=$(cat "$work"/in/* | wc -c)
measure() {
  local name=$1
  shift
  /usr/bin/env time -f '%e %M' -o "$work/time" "$@" > /dev/null 2>&1 || true
  tail -n 1 "$work/time" | awk -v name="$name" -v n="$count" -v bytes="$bytes" '{
    printf "%-28s %6.2f s  %6.0f files/s  %5.1f MB/s  peak %4.0f MB\n",
      name, $1, n / $1, bytes / 1e6 / $1, $2 / 1024 }'
}
printf '%d questionnaires, %.1f MB\n' "$count" "$(awk -v b="$bytes" 'BEGIN { print b / 1e6 }')"
measure "xmllint --schema" xmllint --noout --schema schemas/questionnaire.xsd "$work"/in/*.xml
measure "aktsam lint, one task" "$aktsam" lint --no-config --jobs 1 --format json "$work/in"
measure "aktsam lint, two tasks" "$aktsam" lint --no-config --jobs 2 --format json "$work/in"
