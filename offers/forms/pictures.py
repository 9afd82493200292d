"""What is said about a picture, and the file itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from offers.forms.fields import too_long
from skoleplus.core.forms import helper

ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/gif"


class DescriptionForm(forms.Form):
    alt = forms.CharField(
        label=_("What does the picture show?"),
        max_length=200,
        help_text=_("For those who cannot see it: “Two girls hold a map in the forest”."),
        widget=forms.TextInput({"data-limit": 200, "autocomplete": "off"}),
        error_messages={
            "required": _("Say in a few words what the picture shows."),
            **too_long(_("Shorten what the picture shows.")),
        },
    )
    credit = forms.CharField(
        label=_("Who took it?"),
        max_length=120,
        help_text=_("It stands below the picture. Children who can be recognised must have said yes."),
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={
            "required": _("Write who took the picture."),
            **too_long(_("Shorten the name.")),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(*self.fields)


class PictureForm(DescriptionForm):
    field_order = ("file", "alt", "credit")

    # What it really is, is found out from its content (offers/pictures.py), so no ImageField.
    file = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG, WebP, AVIF, HEIC or GIF, at most 10 MB. Straight from the phone is fine."),
        widget=forms.FileInput({"accept": ACCEPT}),
        error_messages={
            "required": _("Choose a picture."),
            "missing": _("Choose a picture."),
            "empty": _("The file is empty. Choose another one."),
            "invalid": _("The picture did not arrive. Choose it once more."),
        },
    )
