#!/usr/bin/env bash
# Fuzzes the readers with libFuzzer and AddressSanitizer, one target after the other, in rounds.
#
# usage: scripts/fuzz.sh [SECONDS]       for how long in all; 240 without it
#        TARGETS="FuzzProse" scripts/fuzz.sh
#
# Starts from Tests/Fuzz/Corpus, which stays as it is; what is found worth keeping is added to
# .build-fuzz/corpus and used again the next time. An input that crashes, hangs for five seconds or
# takes more than 2 GiB is kept in .build-fuzz/found, and the exit code is 1. Run it again with
#   .build-fuzz/release/TARGET FILE
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-240}
targets=${TARGETS:-FuzzOwn FuzzNotices FuzzProse FuzzPackages}
scratch=$PWD/.build-fuzz
swift build -c release --package-path Tests/Fuzz --scratch-path "$scratch" >&2
bin=$(swift build -c release --package-path Tests/Fuzz --scratch-path "$scratch" --show-bin-path)
mkdir -p "$scratch/found"
# Swift's own crash handler would hide the reports of libFuzzer.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:quarantine_size_mb=64
count=$(wc -w <<< "$targets")
share=$((seconds / count))
round=$((share > 60 ? 60 : share > 0 ? share : 1))
status=0
for ((spent = 0; spent < seconds; spent += round * count)); do
  for target in $targets; do
    mkdir -p "$scratch/corpus/$target"
    "$bin/$target" -max_total_time="$round" -timeout=5 -rss_limit_mb=2048 -max_len=65536 \
      -detect_leaks=0 -print_final_stats=1 -verbosity=0 -artifact_prefix="$scratch/found/$target-" \
      -dict=Tests/Fuzz/Dictionaries/xml.dict \
      "$scratch/corpus/$target" "Tests/Fuzz/Corpus/$target" || { echo "$target: see $scratch/found" >&2; status=1; }
  done
done
exit "$status"
