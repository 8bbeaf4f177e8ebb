#!/usr/bin/env bash
# Installs what is missing, builds everything, checks the format and runs all tests.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install-packages.sh
swift format lint --strict -r Sources Tests Plugins Package.swift
swift build --build-tests
swift test --skip-build
