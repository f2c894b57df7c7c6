#!/bin/sh
# Writes the lock files anew: hashes, no registry addresses. Needs uv, which it puts into the virtual environment.
set -eu
.venv/bin/python -m pip install --quiet --disable-pip-version-check uv
lock() { .venv/bin/uv pip compile --quiet --no-header --no-annotate --no-emit-index-url --generate-hashes --universal --python-version 3.11 pyproject.toml "$@"; }
lock -o requirements.lock
lock --group dev --constraints requirements.lock -o requirements-dev.lock
.venv/bin/uv pip compile --quiet --no-header --no-annotate --no-emit-index-url --generate-hashes --universal --python-version 3.11 --group node -o requirements-node.lock
npm install --package-lock-only --silent
# Wants a newer Node than this one may be; nothing of it runs here.
npm install --package-lock-only --silent --engine-strict=false --prefix bench/lighthouse
