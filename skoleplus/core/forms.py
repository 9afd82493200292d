"""What the forms of every room share. Forms validate; stories save."""

import datetime as dt
import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _

PHONE = re.compile(r"^\+?[\d ().-]{6,28}$")


def helper(*layout: Any) -> FormHelper:
    """A crispy helper as this house uses it: the page writes <form> and buttons, the layout only groups."""
    made = FormHelper()
    made.form_tag = False
    if layout:
        made.layout = Layout(*layout)
    return made


class LongText(forms.CharField):
    """Several lines. A line end counts as one character, as the counter in the browser counts."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class DayField(forms.DateField):
    """A date: the browser's own picker, or typed as Danes do (31.8.2027). A year of this century."""

    YEARS = range(2000, 2100)

    def __init__(self, **options: Any) -> None:
        options.setdefault("input_formats", ["%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y"])
        options.setdefault("widget", forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**options)

    def to_python(self, value: Any) -> dt.date | None:
        day = super().to_python(value)
        # A mistyped year (20226, 0027) is no date a school has, and the calendar ends in 9999.
        if day is not None and day.year not in self.YEARS:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class PhoneField(forms.CharField):
    """A phone number as people write it; spaces and signs are kept."""

    widget = forms.TextInput({"type": "tel", "autocomplete": "tel"})
    default_validators = [RegexValidator(PHONE, _("Write a phone number, for example 49 28 00 00."))]

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 30)
        super().__init__(**options)


class WebField(forms.URLField):
    """A web page; without https:// in front it is added."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **options: Any) -> None:
        options.setdefault("assume_scheme", "https")
        options.setdefault("max_length", 200)
        super().__init__(**options)
        self.widget.attrs.setdefault("inputmode", "url")


def valid_part(form: forms.BaseForm, names: Any) -> dict[str, Any]:
    """What is already right in a form that has errors elsewhere, to be saved in a draft meanwhile."""
    return {name: form.cleaned_data[name] for name in names if name in form.cleaned_data}
