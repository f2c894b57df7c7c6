"""A Chromium that nobody looks into but through its pages.

Playwright attaches a debugger to every service worker, and a worker with one never comes to rest: a new version that
asks to come in waits for ever. So that one thing is tested by Chromium's own protocol, over a pipe, on pages alone.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]
PATIENCE = 20.0


class Unwatched:
    """The browser. `tab` opens a page."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._count, self._rest = 0, b""

    def tell(self, method: str, session: str | None = None, **parameters: object) -> Json:
        """One command, and its answer; events on the way are nobody's business."""
        self._count += 1
        message: Json = {"id": self._count, "method": method, "params": parameters}
        os.write(self._write, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                result: Json = answer["result"]
                return result

    def tab(self, url: str) -> "Tab":
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        tab = Tab(self, self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        tab.go(url)
        return tab

    def _message(self) -> Json:
        while b"\0" not in self._rest:
            part = os.read(self._read, 65536)
            assert part, "the browser is gone"
            self._rest += part
        whole, _, self._rest = self._rest.partition(b"\0")
        message: Json = json.loads(whole)
        return message


class Tab:
    """One page of it."""

    def __init__(self, browser: Unwatched, session: str) -> None:
        self._browser, self._session = browser, session

    def go(self, url: str) -> None:
        self._browser.tell("Page.navigate", self._session, url=url)
        self.until(f"document.readyState === 'complete' && location.href.startsWith({json.dumps(url)})")

    def close(self) -> None:
        self._browser.tell("Page.close", self._session)

    def ask(self, script: str) -> Any:
        """The value of an expression, or what its promise comes to; None while the page is on its way elsewhere."""
        answer = self._browser.tell(
            "Runtime.evaluate", self._session, expression=script, awaitPromise=True, returnByValue=True
        )
        return answer["result"].get("value")

    def until(self, script: str, seconds: float = PATIENCE) -> None:
        deadline = time.monotonic() + seconds
        while not self.ask(script):
            assert time.monotonic() < deadline, f"not after {seconds} s: {script}"
            time.sleep(0.1)

    def click(self, name: str) -> None:
        """The button or link with this text or label, as soon as it is there."""
        found = (
            "[...document.querySelectorAll('button, a')].find((one) =>"
            f" [one.innerText.trim(), one.getAttribute('aria-label')].includes({json.dumps(name)}))"
        )
        self.until(f"!!{found}")
        self.ask(f"{found}.click()")


# The browser takes its pipes as 3 and 4, whatever they are here: first out of the way, in case they are those two. A
# shell would not do, for Debian's takes no number of two digits.
AS_3_AND_4 = """
import fcntl, os, sys
reads, writes = (fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3])
os.dup2(reads, 3)
os.dup2(writes, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


@contextmanager
def unwatched(program: str, folder: Path, url: str, session: str) -> Iterator[Unwatched]:
    """A browser with a profile in `folder`, signed in to `url` by the key of a session."""
    inward, outward = os.pipe(), os.pipe()
    options = [
        "--headless=new",
        "--no-first-run",
        "--disable-gpu",
        "--remote-debugging-pipe",
        f"--user-data-dir={folder}",
    ]
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    ends = (inward[0], outward[1])
    command = [sys.executable, "-c", AS_3_AND_4, *map(str, ends), program, *options, "about:blank"]
    process = subprocess.Popen(command, pass_fds=ends, stderr=subprocess.DEVNULL)
    os.close(inward[0])
    os.close(outward[1])
    browser = Unwatched(inward[1], outward[0])
    try:
        tab = browser.tab("about:blank")
        browser.tell("Storage.setCookies", cookies=[{"name": "session", "value": session, "url": url}])
        tab.close()
        yield browser
    finally:
        process.kill()
        process.wait()
        os.close(inward[1])
        os.close(outward[0])
