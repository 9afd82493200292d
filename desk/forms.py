"""The consultant's decision."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skoleplus.core.forms import LongText, helper
from skoleplus.core.workflow import Workflow

WHY = {
    "request_changes": _("Write what should be changed, so that they know what to do."),
    "reject": _("Write why it cannot be published."),
}


class DecisionForm(forms.Form):
    """What is decided, the words to the other party, and which text was read."""

    note = LongText(
        label=_("Your words to them"),
        required=False,
        max_length=3000,
        help_text=_("Sent by mail. Needed when you ask for changes or reject, welcome when you approve."),
        widget=forms.Textarea({"rows": 5}),
        error_messages={
            "max_length": _("Shorten your words: %(limit_value)d characters at most, now %(show_value)d.")
        },
    )
    seen = forms.CharField(widget=forms.HiddenInput)
    decision = forms.CharField(
        widget=forms.HiddenInput, error_messages={"required": _("Press one of the buttons.")}
    )

    def __init__(self, *args: Any, workflow: Workflow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workflow = workflow
        self.helper = helper("note", "seen")

    def stamp(self, seen: dt.datetime) -> None:
        """The page shows the text as it is now, so this is what the next press has read."""
        self.data = {**self.data.dict(), "seen": seen.isoformat()}  # type: ignore[attr-defined]

    def clean_seen(self) -> dt.datetime:
        try:
            return dt.datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            raise forms.ValidationError(_("Open the page anew and read the text once more.")) from None

    def clean_decision(self) -> str:
        if self.cleaned_data["decision"] not in WHY | {"approve": ""}:
            raise forms.ValidationError(_("Press one of the buttons."))
        return self.cleaned_data["decision"]

    def clean(self) -> None:
        decision = self.cleaned_data.get("decision")
        if not decision or self.errors:
            return
        if self.workflow[decision].needs_note and not self.cleaned_data["note"].strip():
            self.add_error("note", WHY[decision])
