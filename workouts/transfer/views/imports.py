"""Import: a file comes in, its dry run is shown, the lifter answers, and can take it back."""

import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from workouts.log.drafts import Added
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.transfer import actions
from workouts.transfer.access import batch_of
from workouts.transfer.actions.receive import AN_HOUR
from workouts.transfer.formats import FORMATS
from workouts.transfer.formats.rows import MAX_BYTES, TooLarge, Unreadable
from workouts.transfer.forms import AnswersForm, UploadForm
from workouts.transfer.models import ImportBatch
from workouts.transfer.queries import choices, counted_others, counted_remarks, counted_skips, left_out, remembered

LISTED = 50


@member
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: MemberRequest) -> HttpResponse:
    """The upload, and the imports so far."""
    form, status = UploadForm(), 200
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        status = 422
        if form.is_valid():
            try:
                batch = _receive(request, form)
            except actions.TooMany:
                form.add_error("file", _("Ten files in an hour are the limit. Try again in a while."))
                status = 429
            except Unreadable as refused:
                form.add_error("file", str(refused))
                status = 413 if isinstance(refused, TooLarge) else 422
            else:
                return redirect(batch)
    rows = ImportBatch.objects.filter(owner=request.user).defer("file")[:LISTED]
    response = render(
        request, "transfer/imports.html", _context(form=form, batches=rows, formats=FORMATS), status=status
    )
    if status == 429:
        response.headers["Retry-After"] = str(AN_HOUR)
    return response


def _receive(request: MemberRequest, form: UploadForm) -> ImportBatch:
    file = form.cleaned_data["file"]
    # One byte more than the limit is enough to know: nothing larger is ever in memory as a whole.
    return actions.receive(by=request.user, data=file.read(MAX_BYTES + 1), name=file.name or "")


@member
@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: MemberRequest, uid: UUID) -> HttpResponse:
    """One import: the dry run with its questions, or what became of it."""
    found = batch_of(request.user, uid)
    if found.status != ImportBatch.Status.PREVIEW:
        if request.method == "POST":
            return redirect(found)
        return render(
            request, "transfer/result.html", _context(batch=found, others=counted_others(found.counts, "brought"))
        )
    if request.method != "POST":
        actions.refresh(batch=found)
    slugs = found.counts.get("slugs")
    offered = choices(request.user, set((slugs or {}).values()))
    names = [name for name, _sets in found.counts["names"]]
    known, left = remembered(request.user, names, offered, slugs), left_out(request.user, names)
    data = request.POST if request.method == "POST" else None
    form = AnswersForm(data, counts=found.counts, choices=offered, known=known, left=left)
    if form.is_bound and form.is_valid():
        added = actions.bring_in(by=request.user, batch=found, answers=form.cleaned_data["answers"])
        _tell(request, found, added)
        return redirect(found)
    context = _context(
        batch=found,
        form=form,
        days=[datetime.date.fromisoformat(found.counts[end]) for end in ("first", "last") if found.counts[end]],
        others=counted_others(found.counts),
        known_others=counted_others(found.counts, "there"),
        skips=counted_skips(found.counts),
        remarks=counted_remarks(found.counts),
    )
    return render(request, "transfer/preview.html", context, status=422 if form.is_bound else 200)


def _tell(request: MemberRequest, batch: ImportBatch, added: Added) -> None:
    if batch.counts["corrected"]:
        text = ngettext(
            "%(count)s set of your log has the file's numbers now.",
            "%(count)s sets of your log have the file's numbers now.",
            batch.counts["corrected"],
        )
        messages.success(request, text % {"count": batch.counts["corrected"]})
    elif not batch.brings:
        messages.info(request, _("Nothing new: all of this file is in your log already."))
    if not batch.brings:
        return
    text = ngettext("%(count)s set is in your log now.", "%(count)s sets are in your log now.", added.sets)
    messages.success(
        request, text % {"count": f"{added.sets:,}"}, extra_tags=reverse("transfer:undo", args=[batch.uid])
    )


@member
@require_POST
def undo(request: MemberRequest, uid: UUID) -> HttpResponse:
    found = batch_of(request.user, uid)
    if actions.undo(by=request.user, batch=found):
        if found.counts.get("corrected"):
            messages.success(request, _("The import is undone. Sets that took the file's numbers keep them."))
        else:
            messages.success(request, _("The import is undone. Your log is as it was before."))
    return redirect(found)


@member
@require_POST
def drop(request: MemberRequest, uid: UUID) -> HttpResponse:
    """Forgets a preview with its bytes."""
    if actions.drop(batch=batch_of(request.user, uid)):
        messages.success(request, _("The file is dropped. Nothing was imported."))
    return redirect("transfer:imports")


def _context(**more: Any) -> dict[str, Any]:
    return {"section": "settings", **more}
