"""Tokens in settings: a list, a form for a new one, and its text, this once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.accounts import tokens as made
from workouts.accounts.access import token_of
from workouts.accounts.forms.token import TokenForm, name_taken
from workouts.accounts.limits import limited
from workouts.accounts.models import ApiToken
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest


@member
@limited("make_token")
def tokens(request: MemberRequest) -> HttpResponse:
    """The text of a new token stands in the answer to the form alone: a redirect would have to keep it somewhere."""
    form = TokenForm(request.POST if request.method == "POST" else None, user=request.user)
    text = _make(request, form) if request.method == "POST" and form.is_valid() else ""
    mine = list(ApiToken.objects.of(request.user))
    context = {
        "section": "settings",
        "form": TokenForm(user=request.user) if text else form,
        "text": text,
        "tokens": [(token, token.expired(timezone.now())) for token in mine],
        "full": len(mine) >= made.MOST,
        "most": made.MOST,
    }
    return render(request, "accounts/tokens.html", context, status=422 if form.errors else 200)


@member
@require_POST
def revoke_token(request: MemberRequest, uid: UUID) -> HttpResponse:
    token = token_of(request.user, uid)
    made.revoke(by=request.user, token=token)
    messages.success(request, _("%(name)s is revoked: it opens nothing any more.") % {"name": token.name})
    return redirect("accounts:tokens")


def _make(request: MemberRequest, form: TokenForm) -> str:
    """The new token's text; nothing where it could not be made, and the form says why."""
    data = form.cleaned_data
    try:
        _row, text = made.make(by=request.user, name=data["name"], scope=data["scope"], days=form.days)
    except made.NameTaken:
        form.add_error("name", name_taken())
    except made.TooMany:
        words = _("You have %(most)s tokens, which is as many as there may be. Revoke one first.")
        form.add_error(None, words % {"most": made.MOST})
    else:
        return text
    return ""
