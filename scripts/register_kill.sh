#!/usr/bin/env bash
# Kills `aktsam register add` at random moments and looks whether anything confirmed got lost.
#
# usage: scripts/register_kill.sh [KILLS [SEED]]   200 writers killed in the middle, two at once
#        AKTSAM=path scripts/register_kill.sh      with this binary; otherwise a release build is made
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${AKTSAM:-}" ]; then
  swift build -c release --product aktsam >&2
  AKTSAM=$(swift build -c release --show-bin-path)/aktsam
fi
exec python3 scripts/register_kill.py "$AKTSAM" "$@"
