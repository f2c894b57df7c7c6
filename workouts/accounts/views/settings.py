"""Settings, the address of the account and its code. Signing in and up, passwords: allauth's views, see urls.py."""

import datetime
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.accounts import actions, verification
from workouts.accounts.access import body_weight_of
from workouts.accounts.actions import EmailTaken, confirm_email
from workouts.accounts.forms import BodyWeightForm, CodeForm, EmailForm, PreferencesForm
from workouts.accounts.limits import limited, with_fresh_password
from workouts.accounts.models import ApiToken, BodyWeight, Preferences
from workouts.accounts.queries import newest_body_weight, unverified_email
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest


@member
def settings(request: MemberRequest) -> HttpResponse:
    context = {
        "section": "settings",
        "preferences": request.user.preferences,
        "unverified": unverified_email(request.user),
        "body_weight": newest_body_weight(request.user),
        "tokens": ApiToken.objects.of(request.user).count(),
    }
    return render(request, "accounts/settings.html", context)


@member
def preferences(request: MemberRequest) -> HttpResponse:
    mine = Preferences.objects.get(user=request.user)
    theme = mine.theme  # a form that is refused has written on the instance all the same
    form = PreferencesForm(request.POST or None, instance=mine)
    if request.method == "POST" and form.is_valid():
        form.save()
        with override(mine.language or get_language()):
            messages.success(request, _("Your preferences are saved."))
            return redirect("accounts:preferences")
    context = {"section": "settings", "form": form, "preferences": {"theme": theme}}
    return render(request, "accounts/preferences.html", context, status=_status(form))


@member
def body_weight(request: MemberRequest) -> HttpResponse:
    """Today's weight, or another day's. A second one of a day takes the place of the first."""
    form = _body_weight_form(request)
    if request.method != "POST" or not form.is_valid():
        context = {"section": "progress", "form": form}
        return render(request, "accounts/body_weight.html", context, status=_status(form))
    day, typed = form.cleaned_data["day"], form.typed
    before = actions.put_body_weight(by=request.user, day=day, weight=typed, note=form.cleaned_data["note"])
    words = {"weight": f"{typed.text} {typed.unit}", "day": _day(day), "before": before}
    if before is None:
        messages.success(request, _("%(weight)s on %(day)s is saved.") % words)
    else:
        undo = reverse("accounts:restore_body_weight", args=[before.uid])
        text = _("%(weight)s on %(day)s is saved. One weight a day is kept: it takes the place of %(before)s.")
        messages.success(request, text % words, extra_tags=undo)
    return redirect("progress:body_weight")


@member
def edit_body_weight(request: MemberRequest, uid: UUID) -> HttpResponse:
    entry = body_weight_of(request.user, uid)
    form = _body_weight_form(request, entry)
    if request.method == "POST" and form.is_valid():
        day, note = form.cleaned_data["day"], form.cleaned_data["note"]
        try:
            actions.change_body_weight(by=request.user, entry=entry, day=day, weight=form.typed, note=note)
        except actions.DayTaken:
            form.add_error("day", _("This day has a weight already: change that one, or delete it first."))
        else:
            messages.success(request, _("Saved."))
            return redirect("progress:body_weight")
    context = {"section": "progress", "form": form, "entry": entry}
    return render(request, "accounts/body_weight.html", context, status=_status(form))


@member
@require_POST
def delete_body_weight(request: MemberRequest, uid: UUID) -> HttpResponse:
    entry = body_weight_of(request.user, uid, deleted=True)
    if entry.deleted_at is None:
        actions.delete_body_weight(by=request.user, entry=entry)
    undo = reverse("accounts:restore_body_weight", args=[entry.uid])
    messages.success(request, _("The weight of %(day)s is deleted.") % {"day": _day(entry.day)}, extra_tags=undo)
    return redirect("progress:body_weight")


@member
@require_POST
def restore_body_weight(request: MemberRequest, uid: UUID) -> HttpResponse:
    entry = body_weight_of(request.user, uid, deleted=True)
    before = actions.restore_body_weight(by=request.user, entry=entry)
    words = {"weight": entry, "day": _day(entry.day), "before": before}
    if before is None or before == entry:
        messages.success(request, _("%(weight)s on %(day)s is back.") % words)
    else:
        undo = reverse("accounts:restore_body_weight", args=[before.uid])
        text = _("%(weight)s on %(day)s is back, in place of %(before)s.")
        messages.success(request, text % words, extra_tags=undo)
    return redirect("progress:body_weight")


def _body_weight_form(request: MemberRequest, entry: BodyWeight | None = None) -> BodyWeightForm:
    preferences = request.user.preferences
    today = preferences.today(timezone.now())
    initial: dict[str, object] = {"day": today, "unit": preferences.unit}
    if entry is not None:
        initial = {"day": entry.day, "weight": entry.weight_text, "unit": entry.unit, "note": entry.note}
    return BodyWeightForm(request.POST if request.method == "POST" else None, today=today, initial=initial)


def _day(day: datetime.date) -> str:
    return date_format(day, _("j F Y"))


@member
@limited("manage_email")
@with_fresh_password
def email(request: MemberRequest) -> HttpResponse:
    """The address of the account, and a form for another one, which counts once its code is typed in."""
    form = EmailForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        _mail_code(request, form.cleaned_data["email"])
        return redirect("accounts:verify")
    context = {"section": "settings", "form": form, "unverified": unverified_email(request.user)}
    return render(request, "accounts/email.html", context, status=_status(form))


@member
@limited("verify_email")
def verify(request: MemberRequest) -> HttpResponse:
    """Type in the code that was mailed."""
    waiting = verification.waiting_for(request.session)
    address = waiting or unverified_email(request.user)
    if address is None:
        return redirect("account_email")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        verdict = verification.check(request.session, form.cleaned_data["code"])
        if verdict is verification.Verdict.RIGHT:
            return _confirmed(request, address)
        if verdict is verification.Verdict.WRONG:
            form.add_error("code", _("This is not the code. Look at the newest mail from us."))
        else:
            waiting = None
            form.add_error("code", _("This code is not valid any more. Ask for a new one."))
    context = {"section": "settings", "form": form, "address": address, "waiting": waiting}
    return render(request, "accounts/verify.html", context, status=_status(form))


@member
@require_POST
@limited("manage_email")
def send_code(request: MemberRequest) -> HttpResponseBase:
    """A new code to the address that is waiting for one."""
    address = verification.waiting_for(request.session) or unverified_email(request.user)
    if address is None:
        return redirect("account_email")
    _mail_code(request, address)
    return redirect("accounts:verify")


def _mail_code(request: MemberRequest, address: str) -> None:
    """At most one mail to an address in three minutes, whoever asks."""
    if ratelimit.consume(request, action="confirm_email", key=address):
        get_adapter(request).send_code(request, address)
        messages.success(request, _("A code is on its way to %(address)s.") % {"address": address})
    else:
        messages.warning(
            request,
            _("A mail went to %(address)s just now. Wait three minutes for another.") % {"address": address},
        )


def _confirmed(request: MemberRequest, address: str) -> HttpResponse:
    try:
        before = confirm_email(by=request.user, email=address)
    except EmailTaken:
        messages.error(request, _("Another account has %(address)s. Nothing was changed.") % {"address": address})
        return redirect("account_email")
    if before:
        get_adapter(request).send_mail("account/email/email_changed", before, {})
    messages.success(request, _("%(address)s is confirmed.") % {"address": address})
    return redirect("training:today")


def _status(form: BaseForm) -> int:
    return 422 if form.errors else 200
