#!/bin/sh
# `check --deploy` under the production settings that docs/operators.md documents, without a warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
env LOCAL=0 DEBUG=0 ORIGIN=https://legday.example PROXY_COUNT=1 VAR_DIR="$folder" \
    .venv/bin/python manage.py check --deploy --fail-level WARNING
