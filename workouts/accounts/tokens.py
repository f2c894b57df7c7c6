"""Tokens for programs: made, shown once, known again, revoked.

A token is 256 random bits, so its plain SHA-256 is enough: salt and a slow hash are for passwords, which people choose
and others guess. Nobody tries through 2^256, and the lookup stays one statement by an index.
"""

import datetime
import hashlib
import re
import secrets

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from workouts.accounts.models import ApiToken, Preferences, User

PREFIX = "legday_"
# Of an account. Enough for every program of one person; a leaked account cannot hide among thousands.
MOST = 20
SHOWN = len(PREFIX) + 6
LIKE_ONE = re.compile(r"legday_[A-Za-z0-9_-]{43}")
HOUR = datetime.timedelta(hours=1)


class TooMany(Exception):
    """The account has as many tokens as it may."""


class NameTaken(Exception):
    """The account has a token of this name."""


def make(*, by: User, name: str, scope: str, days: int | None) -> tuple[ApiToken, str]:
    """A new token that lasts `days` (None: until revoked), and its text, which nobody can read again.

    Raises TooMany and NameTaken.
    """
    text = PREFIX + secrets.token_urlsafe(32)
    now = timezone.now()
    row = ApiToken(owner=by, name=name, shown=text[:SHOWN], digest=_digest(text), scope=scope, created_at=now)
    row.expires_at = None if days is None else now + datetime.timedelta(days=days)
    try:
        with transaction.atomic():
            # Two windows at once come one after the other.
            Preferences.objects.select_for_update().get(user=by)
            if ApiToken.objects.of(by).count() >= MOST:
                raise TooMany
            row.save()
    except IntegrityError as problem:
        raise NameTaken from problem
    return row, text


def revoke(*, by: User, token: ApiToken) -> None:
    ApiToken.objects.of(by).filter(pk=token.pk).delete()


def holding(text: str) -> ApiToken | None:
    """The token `text` with its owner, noted as used; None where it is unknown, revoked or past its day, or where the
    account is switched off. One statement, and one more once an hour."""
    if not LIKE_ONE.fullmatch(text):
        return None
    row = ApiToken.objects.select_related("owner__preferences").filter(digest=_digest(text)).first()
    now = timezone.now()
    if row is None or row.expired(now) or not row.owner.is_active:
        return None
    if row.last_used_at is None or row.last_used_at < now - HOUR:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=now - HOUR)
        ApiToken.objects.filter(stale, pk=row.pk).update(last_used_at=now)
    return row


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
