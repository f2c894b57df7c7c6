"""Reads of accounts."""

from allauth.account.models import EmailAddress

from workouts.accounts.models import BodyWeight, User


def unverified_email(user: User) -> str | None:
    """The address that nobody has shown to be hers yet, or None. One statement.

    allauth's EmailAddress is the truth; an account without a row there (made on the command line) counts as unverified.
    """
    verified: bool = EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()
    return None if verified else user.email


def newest_body_weight(user: User) -> BodyWeight | None:
    """The entry of her latest day. One statement."""
    return BodyWeight.objects.of(user).live().order_by("-day").first()
