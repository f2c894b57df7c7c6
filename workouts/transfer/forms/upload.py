"""The file."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class UploadForm(forms.Form):
    """Any file at all: whether it can be read is seen by reading it, not by its name or the browser's guess."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.json,text/csv,text/plain,application/json"}),
        error_messages={"required": gettext_lazy("Choose the file that your app has exported.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"].help_text = _(
            "Up to %(size)s MB and 50,000 rows. Nothing is written yet: the next page shows what is in it."
        ) % {"size": settings.FILE_MEGABYTES}
