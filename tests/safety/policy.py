"""The one Content-Security-Policy, as docs and quality ask for it; twin of legday/settings.py."""

POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'",
    "object-src 'none'", "frame-ancestors 'none'",
}  # fmt: skip
TRUSTED_TYPES = {"require-trusted-types-for 'script'", "trusted-types legday"}


def directives(header: str) -> set[str]:
    return set(header.split("; "))


def of(path: str) -> set[str]:
    """What the page at `path` should say: trusted types everywhere but in the admin."""
    return POLICY if path.startswith("/admin/") else POLICY | TRUSTED_TYPES
