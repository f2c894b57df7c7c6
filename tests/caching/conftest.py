"""The forms of the admin's pages, as its own tests read them."""

from tests.admin.conftest import form_of

__all__ = ["form_of"]
