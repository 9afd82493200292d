"""The rest of the form, in sections that are saved one by one."""

from typing import Any

from babel import Locale
from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from offers import curriculum
from offers.forms.fields import KronerField, StepForm, number, set_choices, too_long
from offers.models import MAX_PUPILS, OfferVersion
from skoleplus.core.clock import today
from skoleplus.core.forms import DayField, LongText, PhoneField, WebField

# The languages most likely to be asked for; an offer may carry others from a bundle.
LANGUAGES = ("da", "en", "de", "sv", "no", "fr", "pl", "uk", "tr", "ar")


def _long(label: Any, hint: Any, shorten: Any, limit: int = 3000) -> LongText:
    return LongText(
        label=label,
        required=False,
        max_length=limit,
        help_text=hint,
        widget=forms.Textarea({"rows": 6, "data-markdown": True, "data-limit": limit}),
        error_messages=too_long(shorten),
    )


class TextsForm(StepForm):
    """Before, during and after."""

    WORDS = ("before", "during", "after")

    before = _long(_("Before"), _("What can the class prepare?"), _("Shorten the text about before."))
    during = _long(
        _("While you are together"), _("How does it go, step by step?"), _("Shorten the text about during.")
    )
    after = _long(
        _("Afterwards"), _("What can the class go on with?"), _("Shorten the text about afterwards.")
    )


class CurriculumForm(StepForm):
    """Subjects, areas and goals of the grades that were chosen."""

    WORDS = ("subjects", "areas", "goals")

    subjects = forms.MultipleChoiceField(
        label=_("Subjects"),
        required=False,
        help_text=_("Choose those it fits. The consultant helps if you are in doubt."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose subjects from the list.")},
    )
    areas = forms.MultipleChoiceField(
        label=_("Competence areas"),
        required=False,
        widget=forms.CheckboxSelectMultiple(
            {"data-picker": True, "placeholder": _("Search, for example body")}
        ),
        error_messages={"invalid_choice": _("Choose areas from the list.")},
    )
    goals = forms.MultipleChoiceField(
        label=_("Goals"),
        required=False,
        help_text=_("A few good ones are better than many. The subject of a goal comes along by itself."),
        widget=forms.CheckboxSelectMultiple(
            {"data-picker": True, "placeholder": _("Search, for example water")}
        ),
        error_messages={"invalid_choice": _("Choose goals from the list.")},
    )

    def __init__(self, *args: Any, version: OfferVersion, **kwargs: Any) -> None:
        super().__init__(*args, version=version, **kwargs)
        self.offered = curriculum.offered(version)
        for name in self.WORDS:
            set_choices(self, name, self.offered.choices(name))

    @classmethod
    def initial_of(cls, version: OfferVersion) -> dict[str, Any]:
        return {name: [str(row.pk) for row in getattr(version, name).all()] for name in cls.WORDS}

    def right_words(self) -> dict[str, Any]:
        chosen = {name: set(self.cleaned_data.get(name, ())) for name in self.WORDS}
        if self.errors:
            return {}
        return self.offered.rows(chosen)


class GroupForm(StepForm):
    """Who takes part."""

    WORDS = ("group_min", "group_max", "whole_classes", "teacher_present", "languages")

    group_min = number(
        label=_("Fewest pupils"),
        required=False,
        min_value=1,
        max_value=MAX_PUPILS,
        words=_("Write the fewest pupils as a number between 1 and 400."),
    )
    group_max = number(
        label=_("Most pupils"),
        required=False,
        min_value=1,
        max_value=MAX_PUPILS,
        words=_("Write the most pupils as a number between 1 and 400."),
    )
    whole_classes = forms.BooleanField(
        label=_("We take whole classes"), required=False, help_text=_("Also when a class is a little larger.")
    )
    teacher_present = forms.BooleanField(
        label=_("A teacher or pedagogue is there all the time"),
        required=False,
        help_text=_("That is the rule. The head must approve it if not."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you can do it in"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose languages from the list.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [code for code in (self.version.languages if self.version else []) if code not in LANGUAGES]
        names = Locale("da").languages
        set_choices(self, "languages", [(code, names.get(code, code)) for code in (*LANGUAGES, *own)])

    def layout(self) -> tuple[Any, ...]:
        return (Row("group_min", "group_max"), "whole_classes", "teacher_present", "languages")

    def clean(self) -> None:
        low, high = self.cleaned_data.get("group_min"), self.cleaned_data.get("group_max")
        if low and high and low > high:
            self.wrong("group_max", _("The most pupils cannot be fewer than the fewest."), "group_min")
        elif "group_min" in self.errors or "group_max" in self.errors:
            self.cleaned_data.pop("group_min", None)
            self.cleaned_data.pop("group_max", None)


class PracticalForm(StepForm):
    """Who brings what, and who can come in."""

    WORDS = ("brings", "school_provides", "accessible", "accessible_note")

    brings = LongText(
        label=_("You bring"),
        required=False,
        max_length=2000,
        help_text=_("Equipment, materials, food."),
        widget=forms.Textarea({"rows": 3, "data-limit": 2000}),
        error_messages=too_long(_("Shorten what you bring.")),
    )
    school_provides = LongText(
        label=_("The school must provide"),
        required=False,
        max_length=2000,
        help_text=_("Hall, water, clothes for the weather, packed lunch."),
        widget=forms.Textarea({"rows": 3, "data-limit": 2000}),
        error_messages=too_long(_("Shorten what the school must provide.")),
    )
    accessible = forms.TypedChoiceField(
        label=_("Can pupils in a wheelchair take part?"),
        required=False,
        coerce=lambda value: {"yes": True, "no": False}[value],
        empty_value=None,
        choices=[("", _("Not known yet")), ("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose yes, no or not known.")},
    )
    accessible_note = forms.CharField(
        label=_("About access"),
        required=False,
        max_length=300,
        help_text=_("Steps, toilets, uneven ground, noise."),
        widget=forms.Textarea({"rows": 2, "data-limit": 300}),
        error_messages=too_long(_("Shorten the text about access.")),
    )

    @classmethod
    def initial_of(cls, version: OfferVersion) -> dict[str, Any]:
        known = {True: "yes", False: "no", None: ""}[version.accessible]
        return super().initial_of(version) | {"accessible": known}


class PriceDetailsForm(StepForm):
    """What else there is to say about the price."""

    WORDS = ("transport", "price_note")

    transport = KronerField(
        label=_("Transport each time, in kroner"),
        required=False,
        help_text=_("Only if the school is to pay for how you get there."),
    )
    price_note = forms.CharField(
        label=_("About the price"),
        required=False,
        max_length=300,
        help_text=_("What the amount covers, or what may come on top."),
        widget=forms.Textarea({"rows": 2, "data-limit": 300}),
        error_messages=too_long(_("Shorten the text about the price.")),
    )

    @classmethod
    def initial_of(cls, version: OfferVersion) -> dict[str, Any]:
        return super().initial_of(version) | {"transport": version.transport or ""}


class ContactForm(StepForm):
    """Whom a school talks to about this offer. Applies at once."""

    FACTS = ("contact_name", "contact_email", "contact_phone")

    contact_name = forms.CharField(
        label=_("Contact person"),
        required=False,
        max_length=120,
        help_text=_("Leave it empty when it is the association's own contact."),
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages=too_long(_("Shorten the name.")),
    )
    contact_email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "invalid": _("Write a whole e-mail address, for example mette@forening.dk."),
            "max_length": _("Write a shorter e-mail address."),
        },
    )
    contact_phone = PhoneField(
        label=_("Phone"), required=False, error_messages=too_long(_("Shorten the phone number."))
    )


class PilotForm(StepForm):
    """Something that is tried out."""

    WORDS = ("pilot", "pilot_ends_on")

    pilot = forms.BooleanField(
        label=_("This is a pilot"),
        required=False,
        help_text=_("You try something new, and everybody can read afterwards how it went."),
    )
    pilot_ends_on = DayField(
        label=_("The pilot ends on"),
        required=False,
        error_messages={"invalid": _("Write the day as day, month, year: 31.8.2027.")},
    )

    def clean(self) -> None:
        if "pilot_ends_on" in self.errors:
            self.cleaned_data.pop("pilot", None)
        elif not self.cleaned_data.get("pilot"):
            self.cleaned_data["pilot_ends_on"] = None
        elif self.cleaned_data.get("pilot_ends_on") is None:
            self.wrong("pilot_ends_on", _("Say when the pilot ends."), "pilot")
        elif self.cleaned_data["pilot_ends_on"] <= today():
            self.wrong("pilot_ends_on", _("The pilot must end on a day to come."), "pilot")


class VideoForm(StepForm):
    """A film on another page; we only link to it."""

    WORDS = ("video_url",)

    video_url = WebField(
        label=_("Link to a video"),
        required=False,
        help_text=_("We show a link, so nobody is tracked on our pages."),
        error_messages={
            "invalid": _("Write the address of the video, for example https://vimeo.com/12345."),
            **too_long(_("Write a shorter address.")),
        },
    )
