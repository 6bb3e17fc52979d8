"""Accounts and role grants, edited in the administration by the few who may open it.

Nobody moves another person's address or sets their password here: who could, would sign in as them.
"""

import re
from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import Group
from django.db.models import ForeignKey
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from strategy_portal.accounts.forms import GrantForm, PersonForm
from strategy_portal.accounts.models import RoleGrant, User

PRIMARY_KEY = re.compile("[0-9]{1,18}")

# Rights follow dated role grants alone; groups would suggest a second way
admin.site.unregister(Group)
# Whoever moves a confirmed address to another account takes over the person's organisations
admin.site.unregister(EmailAddress)


class AccountsAdmin(admin.ModelAdmin):
    """Rows that are kept; the page of a new one starts empty, whatever its address says."""

    titles: tuple[Any, Any, Any]  # of the list, a new row, a row: Django's have no accusative

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        # Django lets any lookup on own columns into its query: a year that does not exist is a 500
        return lookup.removesuffix("__exact") in self.list_filter

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"title": self.titles[0], **(extra_context or {})}
        return super().changelist_view(request, context)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        _list, new, existing = self.titles
        context = {"title": new if object_id is None else existing, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool
    ) -> None:
        # These alone: the page was read before, and the person may have a new password since
        obj.save(update_fields=form.changed_data if change else None)


class PersonSelect(AutocompleteSelect):
    """Django's choice among many people, for text that is no key too."""

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        keys = [key for key in value if PRIMARY_KEY.fullmatch(key)]
        return super().optgroups(name, keys, attrs)


class RoleGrantInline(admin.TabularInline):
    """A person's grants, to read."""

    model = RoleGrant
    fk_name = "user"
    fields = ["role", "valid_from", "valid_until", "document", "granted_at", "granted_by"]
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(User)
class PersonAdmin(AccountsAdmin):
    form = PersonForm
    titles = (_("Choose the person to change"), _("Add a person"), _("Change the person"))
    ordering = ["email"]
    list_display = ["email", "name", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "role_grants__role"]
    search_fields = ["email", "name"]
    inlines = [RoleGrantInline]

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        if obj is None:
            return ["email", "name"]
        return ["email", "name", "is_active", *self.get_readonly_fields(request, obj)[1:]]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        if obj is None:
            return []
        return ["email", "is_staff", "is_superuser", "last_login", "date_joined"]


@admin.register(RoleGrant)
class RoleGrantAdmin(AccountsAdmin):
    """A grant is given once; afterwards only its end may come nearer."""

    form = GrantForm
    titles = (_("Choose the role to change"), _("Grant a role"), _("Change the role"))
    list_display = ["user", "role", "valid_from", "valid_until", "document", "granted_by"]
    list_filter = ["role"]
    list_select_related = ["user", "granted_by"]
    autocomplete_fields = ["user"]

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **options: Any
    ) -> Any:
        widget = PersonSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, widget=widget, **options)

    def get_fields(self, request: HttpRequest, obj: RoleGrant | None = None) -> list[str]:
        fields = ["user", "role", "valid_from", "valid_until", "document"]
        return fields if obj is None else [*fields, "granted_at", "granted_by"]

    def get_readonly_fields(self, request: HttpRequest, obj: RoleGrant | None = None) -> list[str]:
        if obj is None:
            return []
        return [name for name in self.get_fields(request, obj) if name != "valid_until"]

    def has_change_permission(self, request: HttpRequest, obj: RoleGrant | None = None) -> bool:
        may_change = super().has_change_permission(request, obj)
        return may_change and (obj is None or obj.may_end())

    def save_model(
        self, request: HttpRequest, obj: RoleGrant, form: forms.ModelForm, change: bool
    ) -> None:
        if not change:
            obj.granted_by = request.user
        super().save_model(request, obj, form, change)
