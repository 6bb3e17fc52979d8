"""Accounts and role grants, edited in the administration by the few who may open it."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from strategy_portal.accounts.models import RoleGrant, User

# Rights follow dated role grants alone; groups would suggest a second way
admin.site.unregister(Group)


class RoleGrantInline(admin.TabularInline):
    model = RoleGrant
    extra = 0


@admin.register(User)
class PersonAdmin(UserAdmin):
    ordering = ["email"]
    list_display = ["email", "name", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "role_grants__role"]
    search_fields = ["email", "name"]
    readonly_fields = ["last_login", "date_joined"]
    inlines = [RoleGrantInline]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (
            _("Access"),
            {"fields": ["is_active", "is_staff", "is_superuser", "last_login", "date_joined"]},
        ),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})
    ]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # signed sheets and decisions must keep their author: deactivate instead


@admin.register(RoleGrant)
class RoleGrantAdmin(admin.ModelAdmin):
    list_display = ["user", "role", "valid_from", "valid_until"]
    list_filter = ["role"]
    autocomplete_fields = ["user"]
