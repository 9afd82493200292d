"""Every component in every state on one page, /stil/, in development only: to look at, and to test."""

import datetime as dt
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Field, Fieldset, Layout, Row
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from skoleplus.core import clock
from skoleplus.core.art import TOPICS

SUBJECTS = ("Idræt", "Natur/teknologi", "Dansk", "Matematik", "Musik", "Håndværk og design")
GOALS = {
    "Natur/teknologi": ("Undersøge planter og dyr", "Forklare en fødekæde", "Undersøge vand og jord"),
    "Madkundskab": ("Smage og beskrive", "Planlægge et måltid"),
}


class SampleForm(forms.Form):
    """One field of each kind."""

    contact = forms.CharField(
        label="Kontaktperson",
        help_text="Den, skolen skal ringe til.",
        error_messages={"required": "Skriv navnet på en kontaktperson."},
    )
    email = forms.EmailField(
        label="E-mail", error_messages={"invalid": "Skriv en hel e-mailadresse, fx mette@forening.dk."}
    )
    phone = forms.CharField(label="Telefon", required=False, widget=forms.TextInput({"type": "tel"}))
    start = forms.DateField(label="Fra", widget=forms.DateInput({"type": "date"}))
    end = forms.DateField(label="Til", widget=forms.DateInput({"type": "date"}))
    description = forms.CharField(
        label="Beskrivelse",
        help_text="Skriv, som I taler. Marker tekst, og tryk på en knap.",
        widget=forms.Textarea({"data-markdown": True, "data-limit": 1500, "rows": 5}),
    )
    kind = forms.ChoiceField(label="Type", choices=[("", "Vælg"), ("1", "Ét besøg"), ("2", "Forløb")])
    subjects = forms.MultipleChoiceField(
        label="Fag",
        help_text="Vælg alle fag, tilbuddet passer til.",
        choices=[(name, name) for name in SUBJECTS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg mindst ét fag."},
    )
    place = forms.ChoiceField(
        label="Hvor foregår det?",
        choices=[("school", "På skolen"), ("ours", "Hos foreningen"), ("out", "Ude i naturen")],
        widget=forms.RadioSelect({"data-big": True}),
    )
    goals = forms.MultipleChoiceField(
        label="Kompetencemål",
        required=False,
        choices=[(group, [(goal, goal) for goal in goals]) for group, goals in GOALS.items()],
        widget=forms.CheckboxSelectMultiple({"data-picker": True, "placeholder": "Søg, fx vand"}),
    )
    picture = forms.FileField(
        label="Billede", required=False, help_text="JPEG, PNG, WebP eller HEIC, højst 10 MB."
    )
    promise = forms.BooleanField(
        label="Vi har børneattester på alle, der er alene med elever",
        error_messages={"required": "Sæt kryds, når børneattesterne er i orden."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset("Om jer", "contact", "email", "phone"),
            Fieldset(
                "Tilbuddet",
                "description",
                "kind",
                "subjects",
                "place",
                "goals",
                Row(Field("start"), Field("end")),
            ),
            Fieldset("Billede og aftale", "picture", "promise", HTML("")),
        )


class StepForm(forms.Form):
    """One question of several."""

    place = forms.ChoiceField(
        label="Hvor kan I være?",
        help_text="I kan altid aftale noget andet med skolen.",
        choices=[("school", "På skolen"), ("ours", "Hos os"), ("out", "Et andet sted"), ("online", "Online")],
        widget=forms.RadioSelect({"data-big": True}),
        error_messages={"required": "Vælg, hvor det foregår."},
    )
    address = forms.CharField(label="Adresse", required=False, help_text="Vej, nummer og by.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.disable_csrf = True


@require_safe
def step(request: HttpRequest) -> HttpResponse:
    form = StepForm({}) if "fejl" in request.GET else StepForm()
    return render(request, "style_guide_step.html", {"form": form})


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    wrong = SampleForm({"email": "mette@", "description": "**Vand** og *luft*", "subjects": ["Idræt"]})
    page = Paginator(range(200), 10).get_page(request.GET.get("page", 4))
    return render(
        request,
        "style_guide.html",
        {
            "form": wrong
            if "fejl" in request.GET
            else SampleForm(initial={"goals": ["Forklare en fødekæde"]}),
            "page": page,
            "motifs": [*TOPICS, "ukendt"],
            "now": clock.now(),
            "tags": ["Idræt", "Biologi"],
            "events": _events(),
            "steps": _steps(),
            "tabs": _tabs(),
            "week": _week(),
            "old": "Vi padler på fjorden i tre timer.\nTag skiftetøj med.",
            "new": "Vi padler på den stille fjord i fire timer.\nTag skiftetøj og madpakke med.",
            "text": "Klassen **deles i to**.\n\n- vand\n- luft\n\n> Vi glæder os!\n\n[Mere](https://example.dk)",
        },
    )


def _events() -> list[dict[str, Any]]:
    now = clock.now()
    return [
        {"what": "Karen godkendte tilbuddet", "when": now, "icon": "check", "kind": "good", "note": ""},
        {
            "what": "Karen bad om en rettelse",
            "when": now - dt.timedelta(days=1),
            "icon": "message-square",
            "kind": "alert",
            "note": "Skriv gerne, hvad klassen selv skal have med.",
        },
        {
            "what": "Mette sendte tilbuddet ind",
            "when": now - dt.timedelta(days=9),
            "icon": "send",
            "kind": "",
        },
    ]


def _steps() -> list[dict[str, str]]:
    return [
        {"title": "Om jer", "url": "#a", "state": "done", "note": ""},
        {"title": "Tilbuddet", "url": "#b", "state": "wrong", "note": "2 fejl"},
        {"title": "Det praktiske", "url": "#c", "state": "now", "note": ""},
        {"title": "Billede og aftale", "url": "", "state": "", "note": ""},
    ]


def _tabs() -> list[dict[str, Any]]:
    return [
        {"title": "Venter", "url": "#v", "current": True, "count": 7},
        {"title": "Afgjort", "url": "#a", "current": False, "count": 0},
        {"title": "Alle", "url": "#alle", "current": False, "count": ""},
    ]


def _week() -> dict[str, Any]:
    days = ("Man", "Tir", "Ons", "Tor", "Fre")
    times = ("Morgen", "Formiddag", "Eftermiddag")
    rows = [
        {
            "title": time,
            "cells": [
                {"name": "slot", "value": f"{d}-{t}", "checked": d in (1, 3), "label": f"{day} {time}"}
                for d, day in enumerate(days)
            ],
        }
        for t, time in enumerate(times)
    ]
    return {"days": days, "rows": rows}
