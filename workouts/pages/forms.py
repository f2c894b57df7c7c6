"""The search box over exercises and questions, and the fields of the style guide."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.forms import SearchField

KINDS = [("bar", _("Bar")), ("stack", _("Machine")), ("sled", _("Sled"))]


class SearchForm(forms.Form):
    q = SearchField()


class SampleForm(forms.Form):
    """One field of every sort; nothing is done with it."""

    name = forms.CharField(label=_("Name"), max_length=40)
    weight = forms.IntegerField(
        label=_("Weight"),
        help_text=_("In plain digits, such as 20."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea)
    fixed = forms.CharField(label=_("Cannot be changed"), disabled=True, required=False)
    sort = forms.ChoiceField(label=_("One of a few"), choices=KINDS, widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(
        label=_("Several of a few"), choices=KINDS, widget=forms.CheckboxSelectMultiple, required=False
    )
    sure = forms.BooleanField(label=_("I have read this"))
    file = forms.FileField(label=_("File"), required=False)
