"""How one lifter likes it."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from workouts.accounts import zones
from workouts.accounts.forms.fields import ZoneField
from workouts.accounts.models import Preferences

AS_DEVICE = "device"


def _times() -> Iterable[tuple[int, str]]:
    return [(number, str(number)) for number in range(1, 8)]


class PreferencesForm(forms.ModelForm[Preferences]):
    """Units, zone, weekly goal, appearance. Unless a zone is chosen it follows the browser's (`device_zone`)."""

    zone = forms.ChoiceField(label=_("Time zone"))
    device_zone = ZoneField()
    goal_low = forms.TypedChoiceField(label=_("At least"), choices=_times, coerce=int)
    goal_high = forms.TypedChoiceField(label=_("At most"), choices=_times, coerce=int)

    class Meta:
        model = Preferences
        fields = ["unit", "goal_low", "goal_high", "zone", "language", "theme", "glutes_half", "formula"]
        widgets = dict.fromkeys(("unit", "language", "theme", "formula"), forms.RadioSelect)
        help_texts = {
            "unit": _("For new sets and for what is shown. What you typed stays as you typed it."),
            "language": _(
                "On pages that are yours. Automatic: German where the address begins with /de/, else English."
            ),
            "theme": _("For all your devices; the switch at the foot of each page is for that device alone."),
            "formula": _("How a one-rep maximum is estimated from a set. One formula at a time, never an average."),
            "glutes_half": _("For weekly sets: 0.5 a set instead of 1. Deep squats train them more than half ones do."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = self.instance.zone
        grouped = zones.grouped()
        listed = any(now == name for _region, cities in grouped for name, _city in cities)
        kept = [] if listed else [(now, now)]
        zone = self.fields["zone"]
        assert isinstance(zone, forms.ChoiceField)  # noqa: S101  # declared above
        zone.choices = [(AS_DEVICE, _("As this device has it (now %(zone)s)") % {"zone": now}), *kept, *grouped]
        if not self.instance.zone_chosen:
            self.initial["zone"] = AS_DEVICE
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        days = Fieldset(_("Leg days a week"), Row("goal_low", "goal_high"))
        look = ("zone", "device_zone", InlineRadios("language"), InlineRadios("theme"))
        self.helper.layout = Layout(
            Fieldset(_("Training"), InlineRadios("unit"), days, css_class="part"),
            Fieldset(_("Time, language, look"), *look, css_class="part"),
            Fieldset(_("How sets are counted"), "glutes_half", InlineRadios("formula"), css_class="part"),
        )
        self.helper.add_input(Submit("save", _("Save")))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = cleaned.get("zone")
        self.instance.zone_chosen = chosen != AS_DEVICE
        if chosen == AS_DEVICE:
            cleaned["zone"] = cleaned.get("device_zone") or self.instance.zone
        low, high = cleaned.get("goal_low"), cleaned.get("goal_high")
        if low and high and low > high:
            self.add_error("goal_high", _("This cannot be less than the number before it."))
        return cleaned
