"""A WSGI function that does nothing but send bytes: what no page of the same size can be cheaper than.

`/3` answers the contents of the file `3` in the folder BARE_FOLDER.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_FOLDER = os.environ.get("BARE_FOLDER")
PAGES = {f"/{path.name}": path.read_bytes() for path in Path(_FOLDER).iterdir()} if _FOLDER else {}


def application(
    environ: dict[str, Any], start_response: Callable[[str, list[tuple[str, str]]], Any]
) -> Iterable[bytes]:
    body = PAGES.get(environ["PATH_INFO"], b"-")
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]
