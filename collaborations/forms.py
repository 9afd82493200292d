"""What is filled in to ask and to answer."""

import uuid
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from offers.models import MAX_PUPILS
from schools.models import School
from skoleplus.core.clock import at, today
from skoleplus.core.danish import grade_range
from skoleplus.core.forms import DayField, LongText, helper
from skoleplus.core.grades import HIGHEST, LOWEST
from skoleplus.core.personal_numbers import refuse_cpr

NEW = "new"
# A change works the price out anew; without a script there is a button for it.
SHOWS_PRICE = {
    "data-hx-post": "",
    "data-hx-trigger": "input delay:400ms, change",
    "data-hx-sync": "closest form:queue last",
    "data-hx-target": "#price",
    "data-hx-swap": "outerHTML",
    "data-hx-vals": '{"show": "price"}',
}
GRADES = [("", _("Choose"))] + [(grade, grade_range(grade, grade)) for grade in range(LOWEST, HIGHEST + 1)]


def too_long(words: Any) -> dict[str, Any]:
    return {"max_length": words}


class AskForm(forms.Form):
    """One sentence, the class, how many come. The wished time stands in a timetable of its own."""

    form_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    school_class = forms.ChoiceField(
        label=_("Class"),
        widget=forms.Select(SHOWS_PRICE),
        error_messages={
            "required": _("Choose the class, or write its name."),
            "invalid_choice": _("Choose one of your school's classes."),
        },
    )
    new_name = forms.CharField(
        label=_("Name of the class"),
        max_length=40,
        help_text=_("For example 4.A."),
        error_messages={"required": _("Write the name of the class.")}
        | too_long(_("Shorten the name of the class to 40 characters.")),
    )
    new_grade = forms.TypedChoiceField(
        label=_("Grade"),
        coerce=int,
        empty_value=None,
        choices=GRADES,
        error_messages={
            "required": _("Choose the grade of the class."),
            "invalid_choice": _("Choose a grade in the list."),
        },
    )
    pupils = forms.IntegerField(
        label=_("How many pupils come?"),
        help_text=_("The number of a class in the list is known. Write only if more or fewer come."),
        validators=[
            MinValueValidator(1, _("Write how many pupils come, at least 1.")),
            MaxValueValidator(MAX_PUPILS, _("Write at most %(limit_value)s pupils.")),
        ],
        widget=forms.NumberInput({"min": 1, "max": MAX_PUPILS, "inputmode": "numeric"} | SHOWS_PRICE),
        error_messages={
            "required": _("Write how many pupils come."),
            "invalid": _("Write how many pupils come as a number."),
        },
    )
    message = LongText(
        label=_("What would you like to do together?"),
        max_length=2000,
        help_text=_("One sentence is enough. Write no names of pupils."),
        widget=forms.Textarea({"rows": 3}),
        validators=[refuse_cpr],
        error_messages={
            "required": _("Write a sentence to the association."),
            "max_length": _("Shorten the text to 2,000 characters."),
        },
    )
    time = forms.CharField(
        required=False, max_length=20, error_messages=too_long(_("Choose one of the free times."))
    )

    def __init__(self, *args: Any, school: School, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The live inquiry that this one turned out to repeat.
        self.twin: Any = None
        self.classes = {str(row.pk): row for row in school.classes.all()}
        self._say_what_is_needed()
        if self.classes:
            known = [(key, _class_words(row)) for key, row in self.classes.items()]
            self.fields["school_class"].choices = [  # type: ignore[attr-defined]
                ("", _("Choose")),
                *known,
                (NEW, _("Another class – write it below")),
            ]
        else:
            del self.fields["school_class"]

    def _say_what_is_needed(self) -> None:
        """A class in the list or a new one: before anything is sent neither is called optional."""
        new = not self.classes or self.data.get("school_class") == NEW or bool(self.data.get("new_name"))
        for name, needed in (("school_class", not new), ("new_name", new), ("new_grade", new)):
            self.fields[name].required = needed or not self.is_bound
        # A class in the list comes with its number.
        self.fields["pupils"].required = new or not self.is_bound

    @property
    def new_class_is_open(self) -> bool:
        """Whether the fields of a new class are to be seen at once."""
        names = ("new_name", "new_grade")
        chosen = self["school_class"].value() if self.classes else NEW
        return chosen == NEW or any(self[name].value() or self[name].errors for name in names)

    def clean(self) -> None:
        data = self.cleaned_data
        chosen, name = data.get("school_class") or "", data.get("new_name") or ""
        if chosen in self.classes and data.get("pupils") is None and "pupils" not in self.errors:
            data["pupils"] = self.classes[chosen].pupils
        if chosen not in ("", NEW) and name:
            self.add_error("new_name", _("Choose a class in the list or write a new one, not both."))
        if not data.get("time") and "time" not in self.errors:
            self.add_error("time", _("Choose a time."))

    @property
    def chosen_class(self) -> Any:
        """The school's class that was chosen; None for a new one."""
        return self.classes.get(self.cleaned_data.get("school_class") or "")


def _class_words(row: Any) -> str:
    return gettext("%(name)s · %(pupils)s pupils") % {"name": row.name, "pupils": row.pupils}


class NoteForm(forms.Form):
    """A few words with a yes or a no."""

    note = LongText(
        label=_("A few words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        validators=[refuse_cpr],
        error_messages=too_long(_("Shorten the text to 1,000 characters.")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("note")
        self.helper.disable_csrf = True


class OtherTimeForm(NoteForm):
    """Another of the free times, or one that the association opens for this class."""

    time = forms.CharField(
        required=False, max_length=20, error_messages=too_long(_("Choose one of the free times."))
    )
    own_day = DayField(
        label=_("Date"),
        required=False,
        error_messages={"invalid": _("Write the date as day, month, year: 3.2.2027.")},
    )
    own_start = forms.TimeField(
        label=_("From"),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": _("Write the time as 10:00.")},
    )

    def __init__(self, *args: Any, single: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not single:
            del self.fields["own_day"], self.fields["own_start"]

    def clean(self) -> None:
        data = self.cleaned_data
        day, start = data.get("own_day"), data.get("own_start")
        if day and start and at(day, start).date() < today():
            self.add_error("own_day", _("Choose a date that lies ahead."))
        half = bool(day) != bool(start)
        if half and not self.errors:
            self.add_error("own_day" if not day else "own_start", _("Write both the date and the time."))
        if not (data.get("time") or day or start or self.errors):
            self.add_error("time", _("Choose a time, or write one."))
