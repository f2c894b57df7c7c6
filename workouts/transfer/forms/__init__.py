"""The file, what its columns are, and the questions that it leaves open; and the password that deletes an account."""

from workouts.transfer.forms.answers import AnswersForm
from workouts.transfer.forms.columns import ColumnsForm
from workouts.transfer.forms.deleting import DeleteForm
from workouts.transfer.forms.upload import UploadForm

__all__ = ["AnswersForm", "ColumnsForm", "DeleteForm", "UploadForm"]
