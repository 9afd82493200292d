"""What an association's people fill in."""

import datetime as dt
import uuid
from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from associations import attestations
from associations.cvr import validate_cvr
from associations.enums import Kind, Role
from associations.models import Association, ProfileVersion, postcode
from skoleplus.core.clock import today
from skoleplus.core.forms import DayField, LongText, PhoneField, WebField, helper
from skoleplus.core.personal_numbers import looks_like_cpr, refuse_cpr

KIND_ERRORS = {
    "required": _("Choose what kind of association you are."),
    "invalid_choice": _("Choose one of the kinds in the list."),
}
EMAIL_ERRORS = {"invalid": _("Write a whole e-mail address, for example kontakt@forening.dk.")}


def too_long(what: str | Promise) -> Any:
    """What to shorten, and how far."""
    return format_lazy("{} {}", what, _("It may have %(limit_value)d characters and has %(show_value)d."))


class PlaceFields(forms.Form):
    """Where the association is, and whom to write to or call."""

    contact_name = forms.CharField(
        label=_("Contact person"),
        max_length=120,
        help_text=_("The person schools and the consultant ask for."),
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={
            "required": _("Write the name of a contact person."),
            "max_length": _("Shorten the contact person's name to 120 characters."),
        },
    )
    email = forms.EmailField(
        label=_("Public e-mail"),
        help_text=_("Everybody can see it, and schools write to it."),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages=EMAIL_ERRORS | {"required": _("Write an e-mail address schools can write to.")},
    )
    phone = PhoneField(label=_("Public phone"), required=False)
    address = forms.CharField(
        label=_("Street and number"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "street-address"}),
        error_messages={"max_length": _("Shorten the address to 200 characters.")},
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        required=False,
        validators=[postcode],
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "postal-code", "size": 6}),
    )
    city = forms.CharField(
        label=_("Town"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"autocomplete": "address-level2"}),
        error_messages={"max_length": _("Shorten the town to 80 characters.")},
    )


class RegistrationForm(PlaceFields):
    """The first thing an association tells: who it is and how to reach it."""

    form_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = forms.CharField(
        label=_("The association's name"),
        max_length=120,
        error_messages={
            "required": _("Write the association's name."),
            "max_length": _("Shorten the name to 120 characters."),
        },
    )
    kind = forms.ChoiceField(
        label=_("Kind of association"), choices=[("", _("Choose")), *Kind.choices], error_messages=KIND_ERRORS
    )
    cvr = forms.CharField(
        label=_("CVR number"),
        required=False,
        validators=[validate_cvr],
        help_text=_("Eight digits, if you have one."),
        widget=forms.TextInput({"inputmode": "numeric", "size": 10}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "form_id",
            Fieldset(_("The association"), "name", "kind", "cvr"),
            Fieldset(_("How schools reach you"), "contact_name", "email", "phone"),
            Fieldset(_("Where you are"), "address", Row("postcode", "city")),
        )

    def clean_cvr(self) -> str | None:
        return self.cleaned_data["cvr"] or None


class ContactForm(PlaceFields):
    """Contact data of an association that exists."""

    lat = forms.FloatField(
        label=_("Latitude"),
        required=False,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal"}),
        validators=[MinValueValidator(54), MaxValueValidator(58)],
        error_messages={
            "invalid": _("Write the latitude as a number, for example 56.036."),
            "min_value": _("That latitude is not in Denmark: it lies between 54 and 58."),
            "max_value": _("That latitude is not in Denmark: it lies between 54 and 58."),
        },
    )
    lon = forms.FloatField(
        label=_("Longitude"),
        required=False,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal"}),
        validators=[MinValueValidator(8), MaxValueValidator(16)],
        error_messages={
            "invalid": _("Write the longitude as a number, for example 12.613."),
            "min_value": _("That longitude is not in Denmark: it lies between 8 and 16."),
            "max_value": _("That longitude is not in Denmark: it lies between 8 and 16."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            Fieldset(_("How schools reach you"), "contact_name", "email", "phone"),
            Fieldset(_("Where you are"), "address", Row("postcode", "city"), Row("lat", "lon")),
        )

    def clean(self) -> None:
        lat, lon = self.cleaned_data.get("lat"), self.cleaned_data.get("lon")
        if not self.errors and (lat is None) != (lon is None):
            missing = "lat" if lat is None else "lon"
            self.add_error(missing, _("Write both latitude and longitude, or neither."))


class ProfileForm(forms.Form):
    """The public words. A draft may lack some; `complete` asks for what a school must be able to read."""

    name = forms.CharField(
        label=_("The association's name"),
        max_length=120,
        error_messages={
            "required": _("Write the association's name."),
            "max_length": _("Shorten the name to 120 characters."),
        },
    )
    kind = forms.ChoiceField(label=_("Kind of association"), choices=Kind.choices, error_messages=KIND_ERRORS)
    intro = forms.CharField(
        label=_("You in two sentences"),
        max_length=300,
        help_text=_("Stands in the list of associations. What do you do, and for whom?"),
        widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": _("Write one or two sentences about the association."),
            "max_length": too_long(_("Shorten the two sentences.")),
        },
    )
    website = WebField(
        label=_("Web page"),
        required=False,
        error_messages={"invalid": _("Write the address of a web page, for example https://forening.dk.")},
    )
    about = LongText(
        label=_("About the association"),
        max_length=5000,
        help_text=_("What can pupils experience with you? Who are the instructors? Write as you speak."),
        widget=forms.Textarea({"rows": 10, "data-markdown": True}),
        error_messages={
            "required": _("Tell a little about the association. Five lines are enough."),
            "max_length": too_long(_("Shorten the text about the association.")),
        },
    )
    terms = LongText(
        label=_("What a school should know"),
        required=False,
        max_length=3000,
        help_text=_(
            "Your terms: how long before you need to know, what the weather decides, what it may cost."
        ),
        widget=forms.Textarea({"rows": 5, "data-markdown": True}),
        error_messages={"max_length": too_long(_("Shorten what a school should know."))},
    )
    resources = LongText(
        label=_("What you have"),
        required=False,
        max_length=3000,
        help_text=_("Places, boats, instruments, people who are free in the daytime."),
        widget=forms.Textarea({"rows": 5, "data-markdown": True}),
        error_messages={"max_length": too_long(_("Shorten what you have."))},
    )

    def __init__(self, *args: Any, complete: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.complete = complete
        self.helper = helper(
            Fieldset(_("Who you are"), "name", "kind", "intro", "website", css_id="hvem"),
            Fieldset(_("About you all"), "about", css_id="om"),
            Fieldset(_("Terms and resources"), "terms", "resources", css_id="vilkaar"),
        )

    def clean(self) -> None:
        if self.complete:
            return
        for name in [name for name in self.errors if self.has_error(name, "required")]:
            del self.errors[name]
            self.cleaned_data[name] = ""

    @classmethod
    def of(cls, version: ProfileVersion, **kwargs: Any) -> "ProfileForm":
        """The form filled with a version's words, checked for completeness."""
        words = {name: getattr(version, name) for name in version.WORDS}
        return cls(words, complete=True, **kwargs)


class AttestationForm(forms.Form):
    """The yearly declaration. No field takes a personal number."""

    signed_by = forms.CharField(
        label=_("Who may sign for the association"),
        max_length=120,
        validators=[refuse_cpr],
        help_text=_(
            "The authorised signatory, usually the chair. Only the name, never a personal number (CPR)."
        ),
        error_messages={
            "required": _("Write the name of the one who may sign for the association."),
            "max_length": _("Shorten the name to 120 characters."),
        },
    )
    signed_on = DayField(
        label=_("Signed on"),
        error_messages={
            "required": _("Write the day the declaration was signed."),
            "invalid": _("Write the day as day, month, year: 31.8.2027."),
        },
    )
    valid_until = DayField(
        label=_("Valid until"),
        help_text=_("At most 13 months. Most choose the end of the school year's summer, 31 August."),
        error_messages={
            "required": _("Write the last day the declaration holds."),
            "invalid": _("Write the last day as day, month, year: 31.8.2027."),
        },
    )
    certificates = forms.BooleanField(
        label=_("Everybody who is with pupils has a child-protection certificate that is in order"),
        help_text=_("Børneattest, obtained by the association. The certificate itself stays with you."),
        error_messages={"required": _("Tick when the child-protection certificates are in order.")},
    )
    insured = forms.BooleanField(
        label=_("The association is insured for what it does with pupils"),
        error_messages={"required": _("Tick when the insurance is in order.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signed_on"].initial = today
        self.fields["valid_until"].initial = attestations.default_valid_until
        self.helper = helper(
            Fieldset(
                _("The declaration"),
                "certificates",
                "insured",
                "signed_by",
                Row("signed_on", "valid_until"),
            )
        )

    def clean(self) -> None:
        for name in ("signed_on", "valid_until"):
            # A number in a date field is no date, but the reason must be said.
            if looks_like_cpr(str(self.data.get(self.add_prefix(name), ""))):
                self.errors.pop(name, None)
                self.add_error(name, _("This looks like a personal number (CPR). Write a date."))
        signed_on, valid_until = self.cleaned_data.get("signed_on"), self.cleaned_data.get("valid_until")
        if not (isinstance(signed_on, dt.date) and isinstance(valid_until, dt.date)):
            return
        if problem := attestations.problem_with(signed_on, valid_until):
            self.add_error("signed_on" if signed_on > today() else "valid_until", str(problem))


class InviteForm(forms.Form):
    """Somebody else who writes and answers for the association."""

    email = forms.EmailField(
        label=_("E-mail"),
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages=EMAIL_ERRORS | {"required": _("Write the e-mail address of the person you invite.")},
    )
    role = forms.ChoiceField(
        label=_("What the person may do"),
        choices=[
            (Role.EDITOR, _("Write and answer for the association")),
            (Role.OWNER, _("That, and also invite and remove people")),
        ],
        initial=Role.EDITOR,
        widget=forms.RadioSelect({"data-one": True}),
        error_messages={
            "required": _("Choose what the person may do."),
            "invalid_choice": _("Choose one of the two."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("email", "role")


class FilterForm(forms.Form):
    """The list of associations by kind and by words."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All kinds")), *Kind.choices])
    q = forms.CharField(label=_("Search"), required=False, max_length=100)


def contact_of(association: Association) -> dict[str, Any]:
    """The present contact data, to begin a form with."""
    return {name: getattr(association, name) for name in ContactForm.base_fields}
