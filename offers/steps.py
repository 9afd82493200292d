"""The parts of the offer form, in order: six questions, then sections. Pages and links are made of this."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offers.forms import questions, sections
from offers.forms.fields import StepForm


@dataclass(frozen=True)
class Step:
    """One page of the form.

    Args:
        slug: its part of the address, and what `completeness` names.
        title: what is asked, as the heading of the page.
        name: a word or two, for lists.
        form: its form; None where the page has several (times, pictures).
        icon: shown in the overview.
        lead: a line under the heading.
        number: 1–6 for the six questions.
        at_once: it applies without screening.
    """

    slug: str
    title: str | Promise
    name: str | Promise
    form: Callable[..., StepForm] | None
    icon: str
    lead: str | Promise = ""
    number: int | None = None
    at_once: bool = False


QUESTIONS = (
    Step("hvad", _("What will you do with the pupils?"), _("What"), questions.WhatForm, "sparkles", number=1),
    Step("klassetrin", _("For which grades?"), _("Grades"), questions.GradesForm, "users", number=2),
    Step("varighed", _("How long does it take?"), _("Length"), questions.LengthForm, "clock", number=3),
    Step("sted", _("Where is it?"), _("Place"), questions.PlaceForm, "map-pin", number=4),
    Step(
        "tider",
        _("When can you?"),
        _("Times"),
        None,
        "calendar-days",
        _("Schools choose from these times and ask. You still say yes or no."),
        number=5,
        at_once=True,
    ),
    Step("pris", _("What does it cost?"), _("Price"), questions.PriceForm, "wallet", number=6),
)
SECTIONS = (
    Step("billeder", _("Pictures"), _("Pictures"), None, "image"),
    Step(
        "tekster",
        _("Before, during and after"),
        _("Before, during, after"),
        sections.TextsForm,
        "file-text",
        _("Helps the teacher to make your visit a part of the lessons."),
    ),
    Step(
        "fag",
        _("Subjects and goals"),
        _("Subjects and goals"),
        sections.CurriculumForm,
        "book-open",
        _("Only what is taught in the grades you chose is shown."),
    ),
    Step("deltagere", _("Who takes part?"), _("Participants"), sections.GroupForm, "user-round"),
    Step(
        "praktisk", _("Equipment and access"), _("Equipment and access"), sections.PracticalForm, "backpack"
    ),
    Step(
        "prisdetaljer",
        _("More about the price"),
        _("More about the price"),
        sections.PriceDetailsForm,
        "receipt",
    ),
    Step("video", _("Do you have a video?"), _("Video"), sections.VideoForm, "film"),
    Step(
        "kontakt",
        _("Contact for this offer"),
        _("Contact"),
        sections.ContactForm,
        "phone",
        _("Applies at once, without the consultant."),
        at_once=True,
    ),
    Step(
        "proeve",
        _("Is it a pilot?"),
        _("Pilot"),
        sections.PilotForm,
        "flask-conical",
        _("Odd ideas are welcome: try it with a few classes first."),
    ),
)
STEPS = {step.slug: step for step in (*QUESTIONS, *SECTIONS)}


def after(step: Step) -> Step | None:
    """The next of the six questions; None after the last, and for sections."""
    return None if step.number is None or step.number == len(QUESTIONS) else QUESTIONS[step.number]


def before(step: Step) -> Step | None:
    return None if step.number is None or step.number == 1 else QUESTIONS[step.number - 2]


def form_for(step: Step, version: Any, data: Any = None) -> StepForm:
    """The step's form, filled from a version or bound to what was sent."""
    if step.form is None:
        raise LookupError(step.slug)
    return step.form(data, version=version)
