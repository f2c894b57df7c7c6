"""Which accounts were deleted: ids and days, and nothing else about anybody."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeletedAccount(models.Model):
    """An account that its owner deleted, by the id that devices know it by.

    Devices that still hold its log are told so and clear it; a backup from before that is put back loses it again
    (`accounts.deletion`). The id was random and names nobody.
    """

    uid = models.UUIDField(_("id"), primary_key=True)
    day = models.DateField(_("deleted on"))

    class Meta:
        verbose_name = _("deleted account")
        verbose_name_plural = _("deleted accounts")

    def __str__(self) -> str:
        return str(self.uid)
