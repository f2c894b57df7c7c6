"""Settings of the project: one file, every knob an environment variable (`.env.example` lists them).

Production is the default. Two modes are asked for by name: LOCAL=1 (plain http on this machine, `make run`)
and DEBUG=1 (`make dev`).
"""

from typing import Any
from urllib.parse import urlsplit

import django_stubs_ext
from django.core.exceptions import ImproperlyConfigured

from legday.env import BASE, database, read_environment, secret_key

# Makes Django's generic classes subscriptable, so that strict types can be written where they belong.
django_stubs_ext.monkeypatch()

env = read_environment()

# --- where and how it runs --------------------------------------------------------------------------------
DEBUG: bool = env.bool("DEBUG", False)
LOCAL: bool = env.bool("LOCAL", DEBUG)
VAR = env.path("VAR_DIR", BASE / "var")
PORT: int = env.int("PORT", 8000)
# Of each of gunicorn's workers.
WEB_THREADS: int = env.int("WEB_THREADS", 4)
# The one address people type. Links in e-mails, canonical links and the sitemap use it, never the Host header.
ORIGIN: str = env.str("ORIGIN", f"http://localhost:{PORT}" if LOCAL else "").rstrip("/")
if not ORIGIN:
    raise ImproperlyConfigured("Set ORIGIN to the site's address, such as https://legday.example (or LOCAL=1).")
if not LOCAL and not ORIGIN.startswith("https://"):
    raise ImproperlyConfigured("ORIGIN must begin with https:// (plain http is for LOCAL=1 only).")
_HOST = urlsplit(ORIGIN).hostname or ""
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if LOCAL else [_HOST])
CSRF_TRUSTED_ORIGINS = [ORIGIN]

SECRET_KEY: str = env.str("SECRET_KEY", "") or secret_key(env.path("SECRET_KEY_FILE", VAR / "secret_key"))
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])

# --- the house --------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "workouts",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "csp",
    "django_vite",
]
MIDDLEWARE = [
    "legday.languages.by_address",
    # Public pages that are ready are answered here, with the headers that all below once gave them. What differs from
    # one answer to the next (an id of the request) belongs above.
    "workouts.shared.caching.PublicPages",
    # The policy and the headers come first, so that static files, redirects and errors carry them too.
    "csp.middleware.CSPMiddleware",
    "legday.middleware.headers",
    "django.middleware.security.SecurityMiddleware",
    "legday.middleware.body_limit",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages of 50 kB travel as 11. The middleware pads answers at random, so that their length tells no secret.
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "legday.urls"
WSGI_APPLICATION = "legday.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "legday.context.site",
                "workouts.training.context.resume",
                "workouts.accounts.context.passage",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
CRISPY_ALLOWED_TEMPLATE_PACKS = "legday"
CRISPY_TEMPLATE_PACK = "legday"
CRISPY_FAIL_SILENTLY = False

# --- data -------------------------------------------------------------------------------------------------
DATABASES = {
    "default": database(
        env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR / 'legday.sqlite3'}"), pool=env.bool("DB_POOL", True)
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits are counted in the cache, so it must be one that all workers share: a table, or Redis.
_CACHE_URL: str = env.str("CACHE_URL", "")
CACHES: dict[str, dict[str, Any]]
if _CACHE_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _CACHE_URL}}
else:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
            # Django's own bound is 300, beyond which counts are thrown out: a flood of guesses would reset limits.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }

# --- people -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "workouts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "workouts.accounts.validators.MaximumLengthValidator", "OPTIONS": {"max_length": 128}},
    {"NAME": "workouts.accounts.validators.ContextWordsValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "training:today"
# The sign-in page tells the browser that nobody is signed in any more; home is the same bytes for everybody.
LOGOUT_REDIRECT_URL = "account_login"
SESSION_COOKIE_AGE = 30 * 24 * 3600
PASSWORD_RESET_TIMEOUT = 3600
# The other store for messages is a cookie without a prefix.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

ACCOUNT_ADAPTER = "workouts.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# A new member trains at once; the code mailed to her verifies the address later.
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "login": "workouts.accounts.forms.SignInForm",
    "signup": "workouts.accounts.forms.SignUpForm",
    "reset_password": "workouts.accounts.forms.ResetForm",
    "reset_password_from_key": "workouts.accounts.forms.NewPasswordForm",
    "change_password": "workouts.accounts.forms.ChangePasswordForm",
    "set_password": "workouts.accounts.forms.SetPasswordForm",
    "reauthenticate": "workouts.accounts.forms.ReauthenticateForm",
}
ACCOUNT_DEFAULT_HTTP_PROTOCOL = urlsplit(ORIGIN).scheme
ACCOUNT_RATE_LIMITS = {
    "login": "10/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "20/m/ip",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "delete_account": "5/m/user",
    "manage_email": "10/m/user,50/d/user",
    "confirm_email": "1/3m/key",
    "verify_email": "10/m/user,50/d/user",
    "reauthenticate": "10/m/user",
    "make_token": "10/m/user,50/d/user",
    # Wrong ones: nobody guesses 256 bits, but looking each up costs.
    "api_token": "10/m/ip",
}
# How many reverse proxies of ours stand before gunicorn: that many of X-Forwarded-For's entries are believed.
PROXY_COUNT: int = env.int("PROXY_COUNT", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = PROXY_COUNT

# --- e-mail -----------------------------------------------------------------------------------------------
_mail = env.dj_email_url("EMAIL_URL", "console:")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail.get("EMAIL_HOST", ""), _mail.get("EMAIL_PORT", 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.get("EMAIL_HOST_USER", ""), _mail.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH: str | None = _mail.get("EMAIL_FILE_PATH") or None  # EMAIL_URL=file:///folder
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", f"Legday <legday@{_HOST}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
CONTACT_EMAIL: str = env.str("CONTACT_EMAIL", f"legday@{_HOST}")

# --- safety -----------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY: dict[str, dict[str, list[str]]] = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = not LOCAL
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 0 if LOCAL else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL
SECURE_HSTS_PRELOAD = not LOCAL
if PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The __Host- prefix needs https; a browser on plain http://localhost would drop such a cookie.
_PREFIX = "" if LOCAL else "__Host-"
SESSION_COOKIE_NAME = f"{_PREFIX}session"
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "legday.errors.csrf_failure"
# What a file may weigh; with the form around it, a body is a little more.
FILE_MEGABYTES = 5
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = (FILE_MEGABYTES + 1) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4_000

# --- words and time ---------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
# Each under its own name, for those who read no other. The first has no prefix, the others have: legday/languages.py.
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["legday.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

# --- static files -----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", BASE / "var" / "static")
STATICFILES_DIRS = [BASE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "legday.storage.StaticStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
# Kept for a year: names that change with the content, Vite's own and those with a hash.
WHITENOISE_IMMUTABLE_FILE_TEST = r"/build/assets/|\.[0-9a-f]{12}\."
WHITENOISE_ALLOW_ALL_ORIGINS = False
# `make dev` alone: scripts and styles come from Vite's own server, which pushes changes and styles as it goes.
VITE_DEV: bool = DEBUG and env.bool("VITE", True)
VITE_PORT: int = env.int("VITE_PORT", 5173)
if VITE_DEV:
    for _kind in ("script-src", "style-src", "font-src", "connect-src"):
        CONTENT_SECURITY_POLICY["DIRECTIVES"][_kind] += [f"http://localhost:{VITE_PORT}", f"ws://localhost:{VITE_PORT}"]
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["style-src"] += ["'unsafe-inline'"]
DJANGO_VITE = {
    "default": {
        "dev_mode": VITE_DEV,
        "dev_server_port": VITE_PORT,
        "manifest_path": BASE / "static" / "build" / "manifest.json",
        "static_url_prefix": "build",
    }
}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {"django.server": {"level": "INFO"}, "django.security.DisallowedHost": {"level": "ERROR"}},
}
