#!/bin/sh
# Makes the virtual environment, or says in one line what is missing. Usage: venv.sh PYTHON FOLDER
set -eu
python=$1 folder=$2
command -v "$python" >/dev/null 2>&1 || { echo "Legday needs Python 3.11 or newer: install python3 (Debian: apt-get install python3 python3-venv)." >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    { echo "Legday needs Python 3.11 or newer, and $python is $("$python" -c 'import platform; print(platform.python_version())'): set PYTHON=... to a newer one." >&2; exit 1; }
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    { echo "Python's venv module is missing: install it (Debian: apt-get install python3-venv)." >&2; exit 1; }
exec "$python" -m venv "$folder"
