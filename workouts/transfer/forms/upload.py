"""The file."""

from django import forms
from django.utils.translation import gettext_lazy as _


class UploadForm(forms.Form):
    """Any file at all: whether it can be read is seen by reading it, not by its name or the browser's guess."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("Up to 5 MB and 50,000 rows. Nothing is written yet: the next page shows what is in it."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.json,text/csv,text/plain,application/json"}),
        error_messages={"required": _("Choose the file that your app has exported.")},
    )
