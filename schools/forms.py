"""What a school's people fill in."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from schools.domains import normalise
from schools.enums import Role
from schools.models import domain, origin
from skoleplus.core.danish import grade_range
from skoleplus.core.forms import helper
from skoleplus.core.grades import HIGHEST, LOWEST

MAX_CLASS = 400
GRADES = [("", _("Choose"))] + [(grade, grade_range(grade, grade)) for grade in range(LOWEST, HIGHEST + 1)]


class InviteForm(forms.Form):
    """Somebody who works at the school."""

    email = forms.EmailField(
        label=_("E-mail"),
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={
            "required": _("Write the e-mail address of the person you invite."),
            "invalid": _("Write a whole e-mail address, for example mette@skolen.dk."),
        },
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[
            (Role.TEACHER, _("Teacher or pedagogue: asks associations")),
            (Role.LEADER, _("Leader: also keeps staff and settings, and sees all inquiries")),
        ],
        initial=Role.TEACHER,
        widget=forms.RadioSelect({"data-one": True}),
        error_messages={
            "required": _("Choose a role."),
            "invalid_choice": _("Choose one of the roles."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("email", "role")


class DomainForm(forms.Form):
    """What stands after @ in the school's own addresses."""

    domain = forms.CharField(
        label=_("E-mail domain"),
        max_length=200,
        help_text=_("What comes after @ in the school's own e-mail addresses, for example bakkeskolen.dk."),
        widget=forms.TextInput({"autocapitalize": "none", "spellcheck": "false"}),
        error_messages={
            "required": _("Write what comes after @ in the school's own e-mail addresses."),
            "max_length": _("Shorten the domain to 200 characters."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("domain")

    def clean_domain(self) -> str:
        value = normalise(self.cleaned_data["domain"])
        domain(value)
        return value


class OriginForm(forms.Form):
    """Where the school's intranet lives."""

    origin = forms.CharField(
        label=_("Address of the intranet"),
        max_length=200,
        help_text=_("Without a path: https://intranet.bakkeskolen.dk"),
        widget=forms.TextInput({"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={
            "required": _("Write the address of the intranet."),
            "max_length": _("Shorten the address to 200 characters."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("origin")

    def clean_origin(self) -> str:
        value = self.cleaned_data["origin"].lower().rstrip("/")
        origin(value)
        return value


class ClassForm(forms.Form):
    """A class: never names of pupils."""

    name = forms.CharField(
        label=_("Name of the class"),
        max_length=40,
        help_text=_("For example 4.A."),
        error_messages={
            "required": _("Write the name of the class."),
            "max_length": _("Shorten the name of the class to 40 characters."),
        },
    )
    grade = forms.TypedChoiceField(
        label=_("Grade"),
        coerce=int,
        choices=GRADES,
        error_messages={
            "required": _("Choose the grade of the class."),
            "invalid_choice": _("Choose a grade in the list."),
        },
    )
    pupils = forms.IntegerField(
        label=_("Pupils"),
        validators=[
            MinValueValidator(1, _("Write how many pupils there are, at least 1.")),
            MaxValueValidator(MAX_CLASS, _("Write at most %(limit_value)s pupils.")),
        ],
        widget=forms.NumberInput({"min": 1, "max": MAX_CLASS, "inputmode": "numeric"}),
        error_messages={
            "required": _("Write how many pupils there are."),
            "invalid": _("Write how many pupils there are as a number."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(Row("name", "grade", "pupils"))
