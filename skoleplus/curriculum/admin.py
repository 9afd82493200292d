from django.contrib import admin

from skoleplus.curriculum.models import CompetenceArea, Framework, Goal, Stage, Subject


class KeptForGood(admin.ModelAdmin):
    """Offers point at these rows; they are end-dated instead of deleted."""

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Framework)
class FrameworkAdmin(KeptForGood):
    list_display = ["name", "version", "valid_from", "valid_to"]


@admin.register(Subject)
class SubjectAdmin(KeptForGood):
    list_display = ["name", "code", "kind", "grade_from", "grade_to", "verified", "valid_to"]
    list_filter = ["framework", "kind", "verified"]
    search_fields = ["name", "code"]


@admin.register(Stage)
class StageAdmin(KeptForGood):
    list_display = ["subject", "name", "verified"]
    list_filter = ["verified", "subject"]


@admin.register(CompetenceArea)
class CompetenceAreaAdmin(KeptForGood):
    list_display = ["name", "subject", "code", "verified", "valid_to"]
    list_filter = ["verified", "subject"]
    search_fields = ["name", "code"]


@admin.register(Goal)
class GoalAdmin(KeptForGood):
    list_display = ["text", "area", "after_grade", "verified", "valid_to"]
    list_filter = ["verified", "area__subject"]
    search_fields = ["text"]
