"""What the admin pages of every feature share: content that editors edit, and records that nobody does."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# Django's classes take type parameters in its stubs only.
if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    TabularInline = admin.TabularInline[Any, Any]
    ModelForm = forms.ModelForm[Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    Rows = models.QuerySet[Any]
else:
    ModelAdmin, TabularInline = admin.ModelAdmin, admin.TabularInline
    ModelForm, InlineFormSet, Rows = forms.ModelForm, forms.BaseInlineFormSet, models.QuerySet

admin.site.site_header = _("Legday admin")
admin.site.site_title = _("Legday admin")
admin.site.index_title = _("Content, people and their logs")
admin.site.empty_value_display = "–"


def of_the_site(rows: Rows) -> Rows:
    """Without what lifters made themselves: that is theirs, and editors neither see nor choose it."""
    owned = any(field.name == "owner" for field in rows.model._meta.fields)
    return rows.filter(owner=None) if owned else rows


class PlainText(forms.CharField):
    """Text with the line ends of the files: a browser sends \\r\\n, and paragraphs are found by \\n\\n."""

    def to_python(self, value: Any) -> str | None:
        text: str | None = super().to_python(value)
        return text.replace("\r\n", "\n").strip() if text else text


class SiteForm(ModelForm):
    """A form for what the site owns. The owner is not on it, yet constraints on slugs look at it, and Django skips
    those that look at anything a form leaves out: the database would refuse, with an error 500."""

    def _get_validation_exclusions(self) -> set[str]:
        left_out: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return left_out - {"owner"}


class OrderedForm(ModelForm):
    """A line in an ordered list. Without a position it goes to the end: see OrderedFormSet."""

    position = forms.IntegerField(
        label=_("position"), required=False, min_value=0, max_value=9999, help_text=_("Empty: at the end.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.initial["position"] = None


class OrderedFormSet(InlineFormSet):
    def clean(self) -> None:
        super().clean()
        kept = [form for form in self.forms if form.has_changed() or not form.instance._state.adding]
        places = [getattr(form, "cleaned_data", {}).get("position") for form in kept]
        last = max((place for place in places if place is not None), default=0)
        for form, place in zip(kept, places, strict=True):
            if place is None:
                last += 1
                form.instance.position = last


class OnceFormSet(InlineFormSet):
    """Rows of which each has its own value in some fields. Django compares what a constraint spans with the parent
    among the rows of the page alone, so that one which another editor has added meanwhile would be an error 500."""

    # By field, what is said to the second row of the same value.
    once: ClassVar[dict[str, Any]] = {}

    def clean(self) -> None:
        super().clean()
        for field, message in self.once.items():
            seen = {self.folded(value) for value in self.elsewhere().values_list(field, flat=True)}
            for form in self.forms:
                value = self.folded(getattr(form, "cleaned_data", {}).get(field))
                if value in (None, "") or form in self.deleted_forms:
                    continue
                if value in seen:
                    form.add_error(field, message)
                seen.add(value)

    def elsewhere(self) -> Rows:
        """Rows of the same parent that are not on the page."""
        mine = [form.instance.pk for form in self.initial_forms]
        siblings: Rows = self.get_queryset().model._default_manager.filter(**{self.fk.name: self.instance.pk})
        return siblings.exclude(pk__in=mine)

    def folded(self, value: Any) -> Any:
        """What is compared: of a row its key, of text its lower case."""
        return value.lower() if isinstance(value, str) else getattr(value, "pk", value)


class ContentInline(TabularInline):
    """What hangs on a row of content."""

    extra = 0

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", of_the_site(db_field.related_model._default_manager.all()))
        made: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if made is not None:
            # Read once, and not once a row.
            made.choices = list(made.choices)
        return made

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        made: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(made, "widget", None), RelatedFieldWidgetWrapper):
            # Four icons beside every choice, one of which deletes the muscle, are more than a row wants.
            made.widget = made.widget.widget
        return made


class ContentAdmin(ModelAdmin):
    """Content of the site: in order, its slug chosen once. What lifters made themselves is not shown."""

    formfield_overrides = {models.TextField: {"form_class": PlainText}}
    list_per_page = 50
    show_full_result_count = False
    save_on_top = True
    in_use = _("Something refers to it, so it cannot be deleted.")

    def get_queryset(self, request: HttpRequest) -> Rows:
        return of_the_site(super().get_queryset(request))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        last = self.get_queryset(request).aggregate(last=Max("position"))["last"] or 0
        return {"position": last + 1, **super().get_changeform_initial_data(request)}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        # Addresses, style sheets and the drawing go by the slug: it stays what it was.
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def view_on_site(self, obj: Any) -> str | None:
        # Straight to the page: Django's own detour needs no permission on the row.
        return str(obj.get_absolute_url()) if hasattr(obj, "get_absolute_url") else None

    # --- what is in use is not deleted, and the refusal does not list lifters' rows --------------------------
    def is_used(self, obj: Any) -> bool:
        """Whether a row that protects `obj` refers to it."""
        return any(
            relation.related_model._base_manager.filter(**{relation.field.name: obj}).exists()
            # Hidden ones too: those that have no name on this side.
            for relation in self.model._meta.get_fields(include_hidden=True)
            if isinstance(relation, models.ManyToOneRel) and self.protects(relation)
        )

    def protects(self, relation: models.ManyToOneRel) -> bool:
        return relation.on_delete in {models.PROTECT, models.RESTRICT}

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        used = [f"{obj}: {self.in_use}" for obj in objs if self.is_used(obj)]
        return ([], {}, set(), used) if used else super().get_deleted_objects(objs, request)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        obj = self.get_object(request, object_id)
        if obj is not None and self.has_delete_permission(request, obj) and self.is_used(obj):
            self.message_user(request, f"{obj}: {self.in_use}", messages.ERROR)
            return HttpResponseRedirect(reverse(f"admin:workouts_{self.opts.model_name}_change", args=[obj.pk]))
        return super().delete_view(request, object_id, extra_context)


class ReadOnly:
    """Looked at by those who may, changed by nobody: these rows belong to a lifter."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RecordAdmin(ReadOnly, ModelAdmin):
    """Lifters' rows: found by e-mail address, newest first, never counted in full."""

    search_fields = ["owner__email"]
    search_help_text = _("Part of the lifter's e-mail address.")
    list_select_related = ["owner"]
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False
    ordering = ["-pk"]
    actions = None


class RecordInline(ReadOnly, TabularInline):
    extra = 0
    can_delete = False
    show_change_link = True
