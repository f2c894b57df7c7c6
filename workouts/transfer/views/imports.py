"""Import: a file comes in, its dry run is shown, the lifter answers, and can take it back."""

import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from workouts.log.drafts import Added
from workouts.shared.audience import member
from workouts.shared.language.numbers import grouped
from workouts.shared.requests import MemberRequest
from workouts.transfer import actions
from workouts.transfer.access import batch_of
from workouts.transfer.actions.receive import AN_HOUR, WAITING
from workouts.transfer.formats import apps, mapped
from workouts.transfer.formats.rows import MAX_BYTES, TooLarge, Unreadable
from workouts.transfer.forms import AnswersForm, ColumnsForm, UploadForm
from workouts.transfer.models import ImportBatch
from workouts.transfer.queries import (
    choices,
    counted_others,
    counted_remarks,
    counted_skips,
    glimpse,
    left_out,
    remembered,
    since,
)

LISTED = 50
Status = ImportBatch.Status


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
    response = render(request, "transfer/imports.html", _context(form=form, batches=rows, apps=apps()), status=status)
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
    """One import: the dry run with its questions, how far it is, or what became of it."""
    found = batch_of(request.user, uid)
    if found.status == Status.COLUMNS:
        return redirect("transfer:columns", uid)
    if found.status != Status.PREVIEW:
        if request.method == "POST":
            return redirect(found)
        page = "transfer/running.html" if found.status == Status.RUNNING else "transfer/result.html"
        others = counted_others(found.counts, "brought")
        more = {"percent": _percent(found), "runs": "go" in request.GET, "since": since(found), "others": others}
        return render(request, page, _context(batch=found, **more))
    if request.method != "POST":
        actions.refresh(batch=found)
    form = _questions(request, found)
    if form.is_bound and form.is_valid() and _begun(request, found, form):
        return _further(found)
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


def _questions(request: MemberRequest, found: ImportBatch) -> AnswersForm:
    slugs = found.counts.get("slugs")
    offered = choices(request.user, set((slugs or {}).values()))
    names = [name for name, _sets in found.counts["names"]]
    known, left = remembered(request.user, names, offered, slugs), left_out(request.user, names)
    data = request.POST if request.method == "POST" else None
    return AnswersForm(data, counts=found.counts, choices=offered, known=known, left=left)


def _begun(request: MemberRequest, found: ImportBatch, form: AnswersForm) -> bool:
    """Starts the import and works on it; most are done at once."""
    try:
        actions.start(by=request.user, batch=found, answers=form.cleaned_data["answers"])
    except actions.Busy:
        form.add_error(None, _("Another import is not finished: go on with it or drop it, and come back to this one."))
        return False
    _work(request, found)
    return True


def _further(found: ImportBatch) -> HttpResponse:
    """To the page of the import, which goes on by itself where there is script."""
    return redirect(f"{found.get_absolute_url()}?go" if found.status == Status.RUNNING else found.get_absolute_url())


def _work(request: MemberRequest, found: ImportBatch) -> None:
    before = found.status
    try:
        actions.go_on(by=request.user, batch=found)
    except actions.Unsettled:
        messages.error(
            request, _("Your log changed while the file was brought in. Nothing of it is imported: try it once more.")
        )
    if before == Status.RUNNING and found.status == Status.DONE:
        _tell(request, found, Added(**found.counts["added"]))


def _percent(found: ImportBatch) -> int:
    """How much of an import lies in the log; the rest is its reading and its end."""
    return 95 * found.laid // found.pieces if found.pieces else 0


@member
@require_POST
def go_on(request: MemberRequest, uid: UUID) -> HttpResponse:
    """Works on an import for a second or two. To the page's script it says how far that is: percent, and whether it
    runs on."""
    found = batch_of(request.user, uid)
    _work(request, found)
    if request.accepts("text/html"):
        return _further(found)
    return JsonResponse({"percent": _percent(found), "runs": found.status == Status.RUNNING})


@member
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: MemberRequest, uid: UUID) -> HttpResponse:
    """A table that nobody knows: which column is what."""
    found = batch_of(request.user, uid)
    if found.format != mapped.FORMAT.key or found.status not in WAITING:
        return redirect(found)
    seen = glimpse(found)
    data = request.POST if request.method == "POST" else None
    form = ColumnsForm(data, header=seen.header, guesses=seen.guesses, known=seen.known)
    if form.is_bound and form.is_valid():
        try:
            actions.tell_columns(by=request.user, batch=found, mapping=form.cleaned_data["mapping"])
        except Unreadable as refused:
            form.refuse(str(refused), refused.problem if isinstance(refused, actions.NoSet) else "")
        else:
            return redirect(found)
    context = _context(batch=found, form=form, glimpse=seen)
    return render(request, "transfer/columns.html", context, status=422 if form.is_bound else 200)


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
        request, text % {"count": grouped(added.sets)}, extra_tags=reverse("transfer:undo", args=[batch.uid])
    )


@member
@require_POST
def undo(request: MemberRequest, uid: UUID) -> HttpResponse:
    found = batch_of(request.user, uid)
    on_top = since(found)
    if actions.undo(by=request.user, batch=found):
        said = [_("The import is undone.")]
        if found.counts.get("corrected"):
            said.append(_("Sets that took the file's numbers keep them."))
        if on_top.changed:
            said.append(_("What you had changed in its sets since is gone with them."))
        if on_top.added:
            said.append(_("Sets that you had added to its workouts are still there."))
        if len(said) == 1:
            said.append(_("Your log is as it was before."))
        messages.success(request, " ".join(said))
    return redirect(found)


@member
@require_POST
def drop(request: MemberRequest, uid: UUID) -> HttpResponse:
    """Forgets a file that is not imported, with its bytes."""
    if actions.drop(batch=batch_of(request.user, uid)):
        messages.success(request, _("The file is dropped. Nothing was imported."))
    return redirect("transfer:imports")


def _context(**more: Any) -> dict[str, Any]:
    return {"section": "settings", **more}
