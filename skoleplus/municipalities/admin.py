"""The operator's pages for municipalities: settings, people and holidays."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from skoleplus.municipalities.models import Holiday, Member, Municipality


class MemberInline(admin.TabularInline):
    model = Member
    extra = 0
    raw_id_fields = ("user",)


class HolidayInline(admin.TabularInline):
    model = Holiday
    extra = 0


@admin.register(Municipality)
class MunicipalityAdmin(admin.ModelAdmin):
    list_display = ("name", "code", "host", "screening_policy", "contact_name")
    inlines = (MemberInline, HolidayInline)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A municipality carries everything else."""
        return False
