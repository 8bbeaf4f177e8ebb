#!/usr/bin/env bash
# Builds and runs the tests of the fast modules under a sanitizer, each in a build folder of its own.
#
# usage: scripts/sanitize.sh address|thread [FILTER]
#
# FILTER is a regular expression of tests, as for `swift test`. Without it: all modules but the command
# and the long runs over labelled passages.
set -euo pipefail
cd "$(dirname "$0")/.."
case "${1:-}" in
  # LeakSanitizer would report the test runner itself.
  address) export ASAN_OPTIONS=detect_leaks=0 ;;
  thread) export TSAN_OPTIONS="halt_on_error=1 suppressions=$PWD/scripts/thread_sanitizer.txt" ;;
  *)
    sed -n '2,7s/^# \{0,1\}//p' scripts/sanitize.sh >&2
    exit 2
    ;;
esac
filter=${2:-'^Aktsam(Text|XML|Language|Documents|Clauses|Reports)Tests\.|^AktsamTests\.(BatchRunner|FileAccess|Checker)Tests'}
# The crash handlers of the sanitizers are the ones that are wanted.
export SWIFT_BACKTRACE=enable=no
swift build --build-tests --sanitize "$1" --scratch-path ".build-$1"
swift test --skip-build --sanitize "$1" --scratch-path ".build-$1" --filter "$filter"
