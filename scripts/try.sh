#!/usr/bin/env bash
# Installs what is missing, builds aktsam and checks the example procurement.
# Usage: scripts/try.sh [ARGUMENTS OF aktsam]      without arguments: check the example responses
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install-packages.sh
swift build -c release --product aktsam
aktsam=$(swift build -c release --show-bin-path)/aktsam
if [ $# -gt 0 ]; then exec "$aktsam" "$@"; fi
# The example holds a weak and an evasive supplier: exit code 1 says that there are findings.
status=0
"$aktsam" check --each examples/it-hardware/responses || status=$?
[ $status -le 1 ] || exit $status
