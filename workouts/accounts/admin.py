"""Accounts in the admin: who may sign in and who may edit. Signing in to it is the site's own, with its limits."""

from typing import TYPE_CHECKING, Any

# First, so that what allauth registers is there to be taken away again, whichever of the two is loaded first.
import allauth.account.admin  # noqa: F401
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from workouts.accounts.models import Preferences, User

if TYPE_CHECKING:
    Accounts = DjangoUserAdmin[User]
    NewUserForm = AdminUserCreationForm[User]
else:
    Accounts, NewUserForm = DjangoUserAdmin, AdminUserCreationForm

# Addresses are confirmed by a code and changed by their owner: nothing to do here.
admin.site.unregister(EmailAddress)
# One sign-in, one set of limits on guessing. Somebody signed in who is not staff gets a 403.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # as allauth documents


class AddUserForm(NewUserForm):
    class Meta:
        model = User
        fields = ["email"]

    def clean_email(self) -> str:
        # Kept in lower case, so that no two accounts differ in case alone.
        return str(self.cleaned_data["email"]).lower()


@admin.register(User)
class UserAdmin(Accounts):
    """Superusers alone change accounts: whoever may give rights could give them all to herself."""

    add_form = AddUserForm
    fieldsets = [
        (None, {"fields": ["email", "new_password", "is_active"]}),
        (_("Rights"), {"fields": ["is_staff", "groups", "is_superuser", "user_permissions"]}),
        (_("Dates"), {"fields": ["date_joined", "last_login"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "usable_password", "password1", "password2"]})]
    # Owners change their address themselves: sign-in goes by the one that was confirmed.
    readonly_fields = ["email", "new_password", "date_joined", "last_login"]
    filter_horizontal = ["groups", "user_permissions"]
    list_display = ["email", "is_active", "is_staff", "is_superuser", "date_joined", "last_login"]
    list_filter = ["is_active", "is_staff", "is_superuser", "groups", "date_joined"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["email"]
    ordering = ["-date_joined", "-pk"]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return super().get_readonly_fields(request, obj) if obj else []

    @admin.display(description=_("password"))
    def new_password(self, user: User) -> SafeString:
        link = reverse("admin:auth_user_password_change", args=[user.pk])
        return format_html('<a href="{}">{}</a>', link, _("Set another password"))

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            Preferences.objects.create(user=obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _is_superuser(request)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return _is_superuser(request)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        # Switched off instead; a lifter deletes her account herself, with all that is in it.
        return False


def _is_superuser(request: HttpRequest) -> bool:
    return bool(request.user.is_authenticated and request.user.is_superuser)
