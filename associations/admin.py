"""The operator's pages for associations: to look things up. What happens to them happens by their stories."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from associations.models import Association, AssociationLog, Attestation, Membership, ProfileVersion


class ReadOnly:
    """Shown, not changed: a change here would leave no log and send no mail."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class MembershipInline(ReadOnly, admin.TabularInline):
    model = Membership


class VersionInline(ReadOnly, admin.TabularInline):
    model = ProfileVersion
    fields = ("number", "state", "name", "submitted_at", "decided_at", "decided_by")


class AttestationInline(ReadOnly, admin.TabularInline):
    model = Attestation


class LogInline(ReadOnly, admin.TabularInline):
    model = AssociationLog


@admin.register(Association)
class AssociationAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("name", "kind", "municipality", "state", "created_at")
    list_filter = ("municipality", "kind", "state")
    list_select_related = ("municipality",)
    search_fields = ("name", "slug", "cvr", "email")
    inlines = (MembershipInline, VersionInline, AttestationInline, LogInline)
