"""The fifth question, when: a week of check boxes, one's own times, single dates, notice, instructors."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from offers.forms.fields import number, too_long
from offers.models import MAX_PARALLEL, WEEKDAYS, FixedDate, Offer, Window
from skoleplus.core import danish
from skoleplus.core.clock import today
from skoleplus.core.forms import DayField, helper

# The rows of the week table, from and to; checked ones that touch become one window.
PARTS_OF_DAY = ((8, 10), (10, 12), (12, 14), (14, 16))
FARTHEST = dt.timedelta(days=3 * 366)
DAY_ERRORS = {"invalid": _("Write the day as day, month, year: 31.8.2027.")}


class QuarterField(forms.TimeField):
    """A time of day in quarters of an hour: the browser's own field, or typed ("9", "9.30", "9:30")."""

    def __init__(self, **options: Any) -> None:
        words = options.pop("words")
        options.setdefault("input_formats", ["%H:%M", "%H:%M:%S", "%H.%M", "%H"])
        options.setdefault("widget", forms.TimeInput({"type": "time", "step": 900}, format="%H:%M"))
        options["error_messages"] = {"required": words, "invalid": words}
        super().__init__(**options)

    def clean(self, value: Any) -> dt.time | None:
        time = super().clean(value)
        if time is not None and (time.minute % 15 or time.second):
            raise forms.ValidationError(_("Choose a whole, half or quarter of an hour."))
        return time


class PartForm(forms.Form):
    """One part of the page. It counts when its `key` fields are filled; otherwise it was left alone."""

    keys: tuple[str, ...] = ()

    def __init__(self, *args: Any, minutes: int | None = None, **kwargs: Any) -> None:
        self.minutes = minutes
        super().__init__(*args, **kwargs)
        self.helper = helper(*(Row(*names) for names in self.lines()))

    def lines(self) -> tuple[tuple[str, ...], ...]:
        """Names of fields, those that stand beside each other together."""
        return tuple((name,) for name in self.fields)

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        return [[self[name] for name in names] for names in self.lines()]

    def left_alone(self) -> "PartForm":
        """The same form with what was typed, but nothing said about what is missing."""
        typed = {name: self[name].data for name in self.fields}
        return type(self)(prefix=self.prefix, minutes=self.minutes, initial=typed)

    @property
    def is_filled(self) -> bool:
        if not self.is_bound:
            return False
        values = (self[name].data for name in self.keys)
        return any(value.strip() if isinstance(value, str) else value for value in values)

    def check_days(self) -> None:
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and first > last:
            self.add_error("last_day", _("The last day lies before the first."))
        elif last and last < today():
            self.add_error("last_day", _("The last day has passed."))
        elif last and last > today() + FARTHEST:
            self.add_error("last_day", _("Write a last day within the next three years."))

    def check_hours(self) -> None:
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if not starts or not ends:
            return
        if starts >= ends:
            self.add_error("ends", _("The end must be later than the beginning."))
        elif self.minutes and minutes_between(starts, ends) < self.minutes:
            self.add_error("ends", self.too_short())

    def too_short(self) -> str:
        return gettext("One time of yours takes %(length)s. Make the time longer.") % {
            "length": danish.minutes(self.minutes or 0)
        }


def minutes_between(starts: dt.time, ends: dt.time) -> int:
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


def school_year_end() -> dt.date:
    """The 30th of June to come, a good guess for the last day."""
    day = today()
    return dt.date(day.year + (day.month > 5), 6, 30)


def _first_day(**options: Any) -> DayField:
    return DayField(
        label=_("First day"),
        initial=today,
        error_messages={"required": _("Say from which day."), **DAY_ERRORS},
        **options,
    )


def _last_day(**options: Any) -> DayField:
    return DayField(
        label=_("Last day"),
        initial=school_year_end,
        error_messages={"required": _("Say until which day."), **DAY_ERRORS},
        **options,
    )


def _parallel() -> forms.IntegerField:
    return number(
        label=_("Groups at a time"),
        min_value=1,
        max_value=MAX_PARALLEL,
        initial=1,
        help_text=_("How many classes you can take at the same time. Usually 1."),
        words=_("Write the groups at a time as a number between 1 and 20."),
        error_messages={"required": _("Write how many groups at a time. Usually 1.")},
    )


class WeekForm(PartForm):
    """Every week, as a table of check boxes."""

    keys = ("slots",)

    slots = forms.MultipleChoiceField(
        label=_("Every week"),
        required=False,
        choices=[(f"{day}-{row}", "") for day in range(1, 8) for row in range(len(PARTS_OF_DAY))],
        error_messages={"invalid_choice": _("Choose from the table.")},
    )
    first_day = _first_day()
    last_day = _last_day()
    parallel = _parallel()

    def lines(self) -> tuple[tuple[str, ...], ...]:
        return (("first_day", "last_day"), ("parallel",))

    def clean(self) -> None:
        self.check_days()
        shortest = min((minutes_between(*hours) for _day, *hours in self._runs()), default=0)
        if self.minutes and self.cleaned_data.get("slots") and shortest < self.minutes:
            self.add_error(
                "slots",
                gettext(
                    "One time of yours takes %(length)s. Tick boxes below each other, or write your own time."
                )
                % {"length": danish.minutes(self.minutes)},
            )

    def _runs(self) -> Iterator[tuple[int, dt.time, dt.time]]:
        """Weekday, from, to of the checked boxes, those that touch joined."""
        chosen = set(self.cleaned_data.get("slots", ()))
        for day in range(1, 8):
            start = None
            for row, (begins, ends) in enumerate(PARTS_OF_DAY):
                if f"{day}-{row}" not in chosen:
                    continue
                start = begins if start is None else start
                if f"{day}-{row + 1}" not in chosen:
                    yield day, dt.time(start), dt.time(ends)
                    start = None

    def windows(self) -> list[dict[str, Any]]:
        """What was checked, as fields of windows."""
        rest = {name: self.cleaned_data[name] for name in ("first_day", "last_day", "parallel")}
        return [{"weekday": day, "starts": starts, "ends": ends} | rest for day, starts, ends in self._runs()]

    def table(self) -> dict[str, Any]:
        """For components/week.html: Monday to Friday, and the weekend once something is checked there."""
        chosen = set(self["slots"].data or ()) if self.is_bound else set()
        days = WEEKDAYS if any(value[:1] in "67" for value in chosen) else WEEKDAYS[:5]
        name = self.add_prefix("slots")
        rows = []
        for row, (begins, ends) in enumerate(PARTS_OF_DAY):
            title = f"{begins}{danish.DASH}{ends}"
            cells = [
                {
                    "name": name,
                    "value": f"{day}-{row}",
                    "checked": f"{day}-{row}" in chosen,
                    "label": f"{weekday} {title}",
                }
                for day, weekday in days
            ]
            rows.append({"title": title, "cells": cells})
        return {"days": [str(weekday)[:3] for _day, weekday in days], "rows": rows}


class WindowForm(PartForm):
    """A weekly time of one's own."""

    keys = ("starts", "ends")

    weekday = forms.TypedChoiceField(
        label=_("Weekday"),
        coerce=int,
        choices=WEEKDAYS,
        error_messages={
            "required": _("Choose a weekday."),
            "invalid_choice": _("Choose a weekday from the list."),
        },
    )
    starts = QuarterField(label=_("From"), words=_("Write when it begins, for example 9.30."))
    ends = QuarterField(label=_("To"), words=_("Write when it ends, for example 11.00."))
    first_day = _first_day()
    last_day = _last_day()
    parallel = _parallel()

    def lines(self) -> tuple[tuple[str, ...], ...]:
        return (("weekday",), ("starts", "ends"), ("first_day", "last_day"), ("parallel",))

    def clean(self) -> None:
        self.check_days()
        self.check_hours()

    @classmethod
    def initial_of(cls, window: Window) -> dict[str, Any]:
        return {name: getattr(window, name) for name in cls.base_fields}


class DateForm(PartForm):
    """One date."""

    keys = ("day", "starts", "ends")

    day = DayField(label=_("Date"), error_messages={"required": _("Write the date."), **DAY_ERRORS})
    starts = QuarterField(label=_("From"), words=_("Write when it begins, for example 9.30."))
    ends = QuarterField(label=_("To"), words=_("Write when it ends, for example 11.00."))
    capacity = number(
        label=_("Room for how many pupils?"),
        min_value=1,
        max_value=2000,
        help_text=_("Several classes can share the date until it is full."),
        words=_("Write how many pupils there is room for, between 1 and 2000."),
        error_messages={"required": _("Write how many pupils there is room for.")},
    )

    def lines(self) -> tuple[tuple[str, ...], ...]:
        return (("day",), ("starts", "ends"), ("capacity",))

    def clean(self) -> None:
        self.check_hours()
        day = self.cleaned_data.get("day")
        if day and day < today():
            self.add_error("day", _("The date has passed."))
        elif day and day > today() + FARTHEST:
            self.add_error("day", _("Write a date within the next three years."))

    @classmethod
    def initial_of(cls, date: FixedDate) -> dict[str, Any]:
        return {name: getattr(date, name) for name in cls.base_fields}


class TermsForm(PartForm):
    """How long before, and with which instructors."""

    keys = ("notice_days", "instructors", "lanes")

    notice_days = number(
        label=_("How many days before must a school ask?"),
        min_value=0,
        max_value=180,
        words=_("Write the days as a number between 0 and 180."),
        error_messages={"required": _("Write how many days before. 0 means until the same day.")},
    )
    instructors = forms.CharField(
        label=_("Instructors shared with other offers"),
        required=False,
        max_length=80,
        help_text=_(
            "Do the same people hold several of your offers? Write the same name on each, for example “Søren "
            "and Mette”. They are then never booked in two places at once."
        ),
        widget=forms.TextInput({"autocomplete": "off", "list": "instructor-groups"}),
        error_messages=too_long(_("Shorten the name of the instructors.")),
    )
    lanes = number(
        label=_("How many groups can they take at a time?"),
        min_value=1,
        max_value=MAX_PARALLEL,
        required=False,
        words=_("Write how many groups they can take, between 1 and 20."),
    )

    @classmethod
    def initial_of(cls, offer: Offer) -> dict[str, Any]:
        group = offer.group
        return {
            "notice_days": offer.notice_days,
            "instructors": group.name if group else "",
            "lanes": group.lanes if group else 1,
        }
