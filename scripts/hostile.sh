#!/usr/bin/env bash
# Runs aktsam over hostile and broken inputs of our own making and lists every trap, hang, excess of
# memory and fault that no finding names.
#
# usage: scripts/hostile.sh [OPTION...]         options of scripts/check_hostile.py, as --only zip/
#        AKTSAM=FILE scripts/hostile.sh         a binary that is built already
#        HOSTILE=DIR scripts/hostile.sh         a set that is made already, or where to keep it
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${AKTSAM:-}" ]; then
  swift build -c release --product aktsam >&2
  AKTSAM=$(swift build -c release --show-bin-path)/aktsam
fi
if [ -z "${HOSTILE:-}" ]; then
  HOSTILE=$(mktemp -d)
  trap 'rm -rf "$HOSTILE"' EXIT
fi
[ -f "$HOSTILE/manifest.tsv" ] || python3 scripts/make_hostile.py "$HOSTILE" >&2
python3 scripts/check_hostile.py "$AKTSAM" "$HOSTILE" "$@"
