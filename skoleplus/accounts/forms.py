"""What a person tells about themselves. Forms validate; stories save."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from skoleplus.accounts.models import User
from skoleplus.core.forms import PhoneField, helper


class NameField(forms.CharField):
    """The name other people see."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Your name"),
            max_length=120,
            widget=forms.TextInput({"autocomplete": "name"}),
            error_messages={
                "required": _("Write your name."),
                "max_length": _("Shorten your name to 120 characters."),
            },
        )


class SignupExtra(forms.Form):
    """What we ask beside e-mail and password."""

    name = NameField()

    def signup(self, request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class ProfileForm(forms.Form):
    """Name and phone, shown to those one works with."""

    name = NameField()
    phone = PhoneField(
        label=_("Your phone"),
        required=False,
        help_text=_("Seen by those you have an agreement with, never by the public."),
        error_messages={"max_length": _("A phone number has at most 30 characters.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("name", "phone")
