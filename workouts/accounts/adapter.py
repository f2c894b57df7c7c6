"""How allauth makes an account here, whom it believes, and where its links lead."""

import logging
import re
from smtplib import SMTPException
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from workouts.accounts import verification
from workouts.accounts.context import JOINED, LEFT
from workouts.accounts.models import Preferences, User
from workouts.shared.audience import audience_of

logger = logging.getLogger(__name__)
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Addresses are kept in lower case, and every account has its preferences from the first moment."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_taken": _("There is an account with this address: sign in instead."),
        "duplicate_email": _("This is the address of your account already."),
        "email_password_mismatch": _("This address and this password do not belong together."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your current password."),
        "too_many_login_attempts": _(
            "Too many wrong passwords. Wait five minutes, or choose a new password by e-mail."
        ),
    }

    # --- making an account --------------------------------------------------------------------------------

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        saved: User = super().save_user(request, user, form, commit=False)
        saved.email = saved.email.lower()
        if commit:
            saved.save()
            zone = form.cleaned_data.get("zone")
            Preferences.objects.get_or_create(user=saved, defaults={"zone": zone} if zone else {})
        return saved

    def send_confirmation_mail(self, request: HttpRequest, emailconfirmation: Any, signup: bool) -> None:
        """A code instead of allauth's link: a link in a mail is opened by scanners, and on the wrong device."""
        self.send_code(request, emailconfirmation.email_address.email, welcome=signup)

    def send_code(self, request: HttpRequest, email: str, *, welcome: bool = False) -> None:
        """Mail a new code to `email`; this browser's session waits for it."""
        prefix = "account/email/email_confirmation_signup" if welcome else "account/email/email_confirmation"
        self.send_mail(prefix, email, {"code": verification.issue(request.session, email)})

    # --- coming and going ---------------------------------------------------------------------------------

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse:
        """The session, not the address, says that the account is new: nobody can send a link that says so."""
        response: HttpResponse = super().post_login(request, user, **options)
        request.session.pop(LEFT, None)
        if options["signup"]:
            request.session[JOINED] = True
        onward = response.headers.get("Location", "")
        return redirect(reverse("accounts:arrived", query={"next": onward})) if _knows_nobody(onward) else response

    def logout(self, request: HttpRequest) -> None:
        """The next page tells the device whose data it has to forget: one that never ran our script to sign out."""
        left = str(request.user.uid) if isinstance(request.user, User) else None
        super().logout(request)
        if left:
            request.session[LEFT] = left

    # --- mail ---------------------------------------------------------------------------------------------

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one mail. Its templates build every link from `origin`: the Host header is the visitor's word.

        A mail server that does not answer must not undo what she did, so it is logged and no more.
        """
        message = self.render_mail(template_prefix, email, {**context, "origin": settings.ORIGIN})
        try:
            message.send()
        except (OSError, SMTPException) as problem:
            logger.error("A mail (%s) could not be sent: %s", template_prefix, type(problem).__name__)

    # --- whom to believe ----------------------------------------------------------------------------------

    def is_safe_url(self, url: str | None) -> bool:
        """Only a path of this site: no scheme, no host, nothing that a browser strips before it looks."""
        return bool(
            url
            and url.startswith("/")
            and not url.startswith("//")
            and not _CONTROL.search(url)
            and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that limits are counted by; whoever has none shares one limit with all of those."""
        try:
            return str(super().get_client_ip(request))
        except (ImproperlyConfigured, PermissionDenied):
            # Fewer entries in X-Forwarded-For than PROXY_COUNT, or a socket that is a file.
            return request.META.get("REMOTE_ADDR") or "unknown"

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: these pages answer with HTML alone."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # allauth puts the Host header in front, and `Host: legday.example:1`, `:2`, ... would each start afresh.
        return str(credentials.get("email", "")).lower()


def _knows_nobody(path: str) -> bool:
    """Whether the page at `path` is the same for everybody: it cannot tell the device who has come in, and the gym
    screen would open somebody else's log."""
    try:
        view = resolve(path.partition("?")[0].partition("#")[0]).func
    except Resolver404:
        return False
    return audience_of(view) in {"public", "guest"}
