"""The knobs of a test run, set before Django reads its settings: loaded by `-p tests.environment`."""

import os
import tempfile

_VAR = os.path.join(tempfile.gettempdir(), f"legday-tests-{os.getuid()}")
os.makedirs(os.path.join(_VAR, "static"), exist_ok=True)

os.environ.update(
    LOCAL="1",
    DEBUG="0",
    PORT="8000",
    ORIGIN="http://localhost:8000",
    SECRET_KEY="a key for tests, of more than fifty characters, which guards nothing at all",
    VAR_DIR=_VAR,
    STATIC_ROOT=os.path.join(_VAR, "static"),
    DB_POOL="0",
    EMAIL_URL="memory:",
    PROXY_COUNT="0",
    LOG_LEVEL="WARNING",
    # Playwright keeps an event loop in the tests' thread; the ORM is called beside it from that thread alone.
    DJANGO_ALLOW_ASYNC_UNSAFE="1",
)
if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = f"sqlite:///{_VAR}/legday-tests.sqlite3"
for _name in ("ALLOWED_HOSTS", "CACHE_URL", "SECRET_KEY_FALLBACKS", "CONTACT_EMAIL", "DEFAULT_FROM_EMAIL"):
    os.environ.pop(_name, None)
