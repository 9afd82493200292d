"""The six questions, one per page (the fifth, when, is in forms/times.py)."""

from typing import Any

from crispy_forms.layout import Div, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from offers.enums import PlaceKind, PriceModel, PricePer, Type
from offers.forms.fields import KronerField, StepForm, number, too_long
from offers.models import MAX_MINUTES, MAX_SESSIONS, OfferVersion
from skoleplus.core.forms import LongText
from skoleplus.core.grades import HIGHEST, LOWEST

GRADES = [(grade, _("%(grade)s. grade") % {"grade": grade}) for grade in range(LOWEST, HIGHEST + 1)]


class WhatForm(StepForm):
    """1. What will you do with the pupils?"""

    WORDS = ("title", "summary", "description")

    title = forms.CharField(
        label=_("Title"),
        max_length=80,
        help_text=_("Short and concrete, as on a poster: “Find your way in the forest”."),
        widget=forms.TextInput({"data-limit": 80, "autocomplete": "off"}),
        error_messages={"required": _("Give the offer a title."), **too_long(_("Shorten the title."))},
    )
    summary = forms.CharField(
        label=_("In one sentence"),
        max_length=160,
        help_text=_("What will the pupils do? It stands in the list of offers."),
        widget=forms.Textarea({"rows": 2, "data-limit": 160}),
        error_messages={
            "required": _("Say in one sentence what the pupils will do."),
            **too_long(_("Shorten the sentence.")),
        },
    )
    description = LongText(
        label=_("Tell more"),
        required=False,
        max_length=8000,
        help_text=_("Write as you speak. What happens, and what do the pupils get out of it?"),
        widget=forms.Textarea({"rows": 8, "data-markdown": True, "data-limit": 8000}),
        error_messages=too_long(_("Shorten the description.")),
    )


class GradesForm(StepForm):
    """2. For which grades?"""

    WORDS = ("grade_from", "grade_to")

    grade_from = forms.TypedChoiceField(
        label=_("From"),
        coerce=int,
        empty_value=None,
        choices=[("", _("Choose")), *GRADES],
        error_messages={
            "required": _("Choose the youngest grade."),
            "invalid_choice": _("Choose the youngest grade from the list."),
        },
    )
    grade_to = forms.TypedChoiceField(
        label=_("To"),
        coerce=int,
        empty_value=None,
        choices=[("", _("Choose")), *GRADES],
        error_messages={
            "required": _("Choose the oldest grade."),
            "invalid_choice": _("Choose the oldest grade from the list."),
        },
    )

    def layout(self) -> tuple[Any, ...]:
        return (Row("grade_from", "grade_to"),)

    def clean(self) -> None:
        low, high = self.cleaned_data.get("grade_from"), self.cleaned_data.get("grade_to")
        if low is None or high is None:
            # One without the other would not be a range.
            self.cleaned_data.pop("grade_from", None)
            self.cleaned_data.pop("grade_to", None)
        elif low > high:
            self.wrong("grade_to", _("The oldest grade cannot be below the youngest."), "grade_from")


class LengthForm(StepForm):
    """3. How long does it take?"""

    WORDS = ("type", "minutes", "sessions")

    type = forms.ChoiceField(
        label=_("What is it?"),
        choices=Type.choices,
        widget=forms.RadioSelect({"data-big": True, "data-one": True}),
        error_messages={
            "required": _("Choose what it is."),
            "invalid_choice": _("Choose one from the list."),
        },
    )
    minutes = number(
        label=_("Minutes each time"),
        min_value=15,
        max_value=MAX_MINUTES,
        help_text=_("A lesson is 45 minutes, two lessons are 90."),
        words=_("Write the minutes as a number between 15 and 720."),
        error_messages={"required": _("Say how many minutes it takes.")},
    )
    sessions = number(
        label=_("How many times"),
        min_value=1,
        max_value=MAX_SESSIONS,
        help_text=_("The same class meets you so many times. Usually 1."),
        words=_("Write how many times as a number between 1 and 40."),
        error_messages={"required": _("Write how many times you meet the class. Usually 1.")},
    )

    def layout(self) -> tuple[Any, ...]:
        return ("type", Row("minutes", "sessions"))


class PlaceForm(StepForm):
    """4. Where?"""

    WORDS = ("place", "place_note", "travel_km")

    place = forms.ChoiceField(
        label=_("Where does it happen?"),
        choices=PlaceKind.choices,
        widget=forms.RadioSelect({"data-big": True, "data-one": True}),
        error_messages={
            "required": _("Choose where it happens."),
            "invalid_choice": _("Choose one from the list."),
        },
    )
    place_note = forms.CharField(
        label=_("More about the place"),
        required=False,
        max_length=500,
        help_text=_("Where the class meets you, how to get there, what the place is like."),
        widget=forms.Textarea({"rows": 3, "data-limit": 500}),
        error_messages=too_long(_("Shorten the text about the place.")),
    )
    travel_km = number(
        label=_("How far do you come? (km)"),
        required=False,
        min_value=0,
        max_value=500,
        words=_("Write the kilometres as a number between 0 and 500."),
    )

    def layout(self) -> tuple[Any, ...]:
        return ("place", Div("travel_km", css_class="only-at-school"), "place_note")

    def clean(self) -> None:
        if (
            self.cleaned_data.get("place") == PlaceKind.ELSEWHERE
            and self.cleaned_data.get("place_note") == ""
        ):
            self.add_error("place_note", _("Write where the class is to come."))


class PriceForm(StepForm):
    """6. What does it cost?"""

    WORDS = ("price_model", "price_amount", "price_per", "instructors")

    price_model = forms.ChoiceField(
        label=_("What does it cost the school?"),
        choices=PriceModel.choices,
        widget=forms.RadioSelect({"data-big": True, "data-one": True}),
        error_messages={
            "required": _("Choose what it costs."),
            "invalid_choice": _("Choose one from the list."),
        },
    )
    price_amount = KronerField(
        label=_("Amount in kroner"),
        error_messages={"required": _("Write the amount, or choose that it is free.")},
    )
    price_per = forms.ChoiceField(
        label=_("The amount is"),
        choices=PricePer.choices,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Choose from the list what the amount is for.")
        ),
    )
    instructors = number(
        label=_("How many instructors come?"),
        min_value=1,
        max_value=50,
        words=_("Write the number of instructors, between 1 and 50."),
        error_messages={"required": _("Write how many instructors come.")},
    )

    def layout(self) -> tuple[Any, ...]:
        return (
            "price_model",
            Div(
                Row("price_amount", Div("price_per", css_class="only-not-hourly")),
                css_class="only-paid",
            ),
            Div("instructors", css_class="only-hourly"),
        )

    def clean(self) -> None:
        model = self.cleaned_data.get("price_model")
        if model == PriceModel.FREE:
            self._leave_out("price_amount", "price_per", "instructors")
            # What was typed before "free" was chosen is no price.
            self.cleaned_data["price_amount"] = 0
        elif model == PriceModel.HOURLY:
            self._leave_out("price_per")
            self.cleaned_data["price_per"] = PricePer.HOUR
        elif model is None:
            self._leave_out("price_amount", "price_per", "instructors")
        else:
            self._leave_out("instructors")
        if self.cleaned_data.get("price_amount") == 0 and model not in (None, PriceModel.FREE):
            self.add_error("price_amount", self.fields["price_amount"].error_messages["required"])
        if model is None or "price_amount" not in self.cleaned_data:
            # Half a price would be a wrong one.
            self.cleaned_data.pop("price_model", None)
            self.cleaned_data.pop("price_amount", None)

    def _leave_out(self, *names: str) -> None:
        """Questions that the chosen answer does not ask: nothing is wrong with them and nothing is saved."""
        for name in names:
            self.errors.pop(name, None)
            self.cleaned_data.pop(name, None)

    @classmethod
    def initial_of(cls, version: OfferVersion) -> dict[str, Any]:
        initial = super().initial_of(version)
        return initial | {"price_amount": version.price_amount or ""}
