#!/bin/sh
# A Chromium for the browser tests: Debian's package where there is none and we may install it, else one line.
set -eu
for name in ${CHROMIUM:-} chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 && exit 0
fi
echo "The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM to its program." >&2
exit 1
