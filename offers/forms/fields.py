"""Fields that several parts of the offer form use."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from offers.models import MAX_ORE, OfferVersion
from skoleplus.core.forms import helper
from skoleplus.core.money import parse_kroner


def too_long(what: Any) -> dict[str, Any]:
    """The same sentence for every long field, with the field's own name in it."""
    return {"max_length": what + " " + _("It may have %(limit_value)d characters and has %(show_value)d.")}


def number(**options: Any) -> forms.IntegerField:
    """A whole number, typed on a phone's number pad; `words` says what is wrong with any other."""
    words = options.pop("words")
    errors = dict.fromkeys(("invalid", "min_value", "max_value"), words) | options.pop("error_messages", {})
    widget = forms.TextInput({"inputmode": "numeric", "size": 6, "autocomplete": "off"})
    return forms.IntegerField(widget=widget, error_messages=errors, **options)


def set_choices(form: forms.Form, name: str, choices: list[Any]) -> None:
    """What can be chosen where it depends on the offer."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


class KronerField(forms.CharField):
    """An amount people type in kroner ("200", "200,50") and we keep in øre. Empty is 0."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write the amount in kroner, for example 200 or 200,50."),
        "max_value": _("The amount is too large. Write it in kroner."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 30)
        options.setdefault(
            "widget", forms.TextInput({"inputmode": "decimal", "size": 9, "autocomplete": "off"})
        )
        super().__init__(**options)
        self.error_messages.setdefault("max_length", self.error_messages["invalid"])

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        whole, rest = divmod(value, 100)
        return f"{whole},{rest:02d}" if rest else str(whole)

    def clean(self, value: Any) -> int:
        typed = super().clean(value)
        if not typed:
            return 0
        try:
            amount = parse_kroner(typed)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None
        if amount > MAX_ORE:
            raise forms.ValidationError(self.error_messages["max_value"], code="max_value")
        return amount


class StepForm(forms.Form):
    """One page of the offer form. It validates; `offers.services.save_offer` saves.

    WORDS are fields of the version and are screened, FACTS are fields of the offer and apply at once.
    """

    WORDS: ClassVar[tuple[str, ...]] = ()
    FACTS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, version: OfferVersion | None = None, **kwargs: Any) -> None:
        if version is not None:
            kwargs["initial"] = self.initial_of(version) | (kwargs.get("initial") or {})
        self.version = version
        super().__init__(*args, **kwargs)
        self.helper = helper(*self.layout())

    def layout(self) -> tuple[Any, ...]:
        return tuple(self.fields)

    @classmethod
    def initial_of(cls, version: OfferVersion) -> dict[str, Any]:
        words = {name: getattr(version, name) for name in cls.WORDS if name in cls.base_fields}
        return words | {name: getattr(version.subject, name) for name in cls.FACTS}

    def right_words(self) -> dict[str, Any]:
        """What of the words is right, also when something else on the page is not."""
        return {name: self.cleaned_data[name] for name in self.WORDS if name in self.cleaned_data}

    def right_facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.FACTS if name in self.cleaned_data}

    def wrong(self, name: str, sentence: Any, *with_it: str) -> None:
        """Add an error, and leave out what belongs with the field: neither half is saved alone."""
        self.add_error(name, sentence)
        for other in with_it:
            self.cleaned_data.pop(other, None)
