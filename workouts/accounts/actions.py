"""Writes to accounts."""

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from workouts.accounts.models import Preferences, User


class EmailTaken(Exception):
    """Another account has this address."""


def confirm_email(*, by: User, email: str) -> str | None:
    """`by` has proved that `email` is hers: it becomes the address of the account, and the only one.

    Returns the address that it replaces, or None if it is the one she signed up with.
    Raises EmailTaken if another account has it: only one whose mailbox she can read is told so.
    """
    before = by.email
    try:
        with transaction.atomic():
            if User.objects.filter(email=email).exclude(pk=by.pk).exists():
                raise EmailTaken
            EmailAddress.objects.filter(user=by).exclude(email=email).delete()
            EmailAddress.objects.update_or_create(user=by, email=email, defaults={"verified": True, "primary": True})
            if email != before:
                by.email = email
                by.save(update_fields=["email"])
    except (IntegrityError, EmailTaken) as problem:  # IntegrityError: taken between the look and the write
        by.email = before
        raise EmailTaken from problem
    return None if email == before else before


def note_zone(*, by: User, zone: str) -> None:
    """Keep the browser's time zone, unless she chose one by hand."""
    Preferences.objects.filter(user=by, zone_chosen=False).exclude(zone=zone).update(zone=zone)
