#!/usr/bin/env bash
# Installs the Debian packages that aktsam is built on, if they are missing.
set -euo pipefail
packages=(libxml2-dev libstemmer-dev libzip-dev libsqlite3-dev libxml2-utils pkg-config)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
