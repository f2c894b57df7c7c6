"""Deleting the account with everything in it."""

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from workouts.accounts.limits import limited
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.transfer import actions
from workouts.transfer.forms import DeleteForm
from workouts.transfer.queries import holdings, is_last_superuser


@member
@require_http_methods(["GET", "HEAD", "POST"])
@limited("delete_account")
def delete_account(request: MemberRequest) -> HttpResponse:
    """What goes and what stays; with the password typed again, all of it goes at once. One mail says so.

    The answer is the last page of the account: it tells this device whose log it has to clear, and nothing is kept
    anywhere to tell it later.
    """
    user = request.user
    form = DeleteForm(request.POST if request.method == "POST" else None, user=user)
    if not form.is_bound or not form.is_valid():
        context = {
            "section": "settings",
            "form": form,
            "download": reverse("transfer:data"),
            "holdings": holdings(user),
            "is_last_superuser": is_last_superuser(user),
        }
        return render(request, "transfer/delete.html", context, status=422 if form.is_bound else 200)
    address, left = user.email, user.uid
    actions.delete_account(by=user)
    logout(request)
    get_adapter(request).send_mail("account/email/account_deleted", address, {})
    return render(request, "transfer/deleted.html", {"left": left})
