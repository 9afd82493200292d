"""The form pack: label, hint and error above the field, tied to it by Django's own ids."""

import re

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils.datastructures import MultiValueDict

from skoleplus.core.style_guide import SampleForm


class Small(forms.Form):
    name = forms.CharField(label="Navn", help_text="Dit eget", error_messages={"required": "Skriv dit navn."})
    phone = forms.CharField(label="Telefon", required=False)
    kind = forms.ChoiceField(
        label="Type", choices=[("a", "Ét besøg"), ("b", "Forløb")], widget=forms.RadioSelect
    )
    age = forms.IntegerField(label="Alder")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def fresh() -> str:
    return render_crispy_form(Small())


def wrong() -> str:
    return render_crispy_form(Small({"name": "", "phone": "<b>12</b>", "kind": "x", "age": ""}))


def test_hint_and_error_are_tied_to_the_field() -> None:
    html = wrong()
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    for target in ("id_name_helptext", "id_name_error", "id_age_error"):
        assert html.count(f'id="{target}"') == 1


def test_what_stands_above_the_field_stands_above_it() -> None:
    html = wrong()
    places = [html.index(mark) for mark in (">Navn", "id_name_helptext", "id_name_error", 'name="name"')]
    label, hint, error, _ = places
    assert label < hint < html.index('id="id_name_error"') < html.index("<input", error)


def test_what_need_not_be_filled_in_says_so_in_words() -> None:
    html = fresh()
    assert html.count("(valgfrit)") == 1
    assert "*" not in re.sub(r"<[^>]+>", "", html)


def test_a_group_is_a_fieldset_with_a_legend() -> None:
    html = fresh()
    assert "<legend>Type</legend>" in html
    assert html.count('type="radio"') == 2
    assert 'for="id_kind_0"' in html


def test_the_summary_links_to_every_wrong_field() -> None:
    html = wrong()
    links = re.findall(r'<li><a href="#([\w-]+)"', html)
    assert links == ["id_name", "id_kind_0", "id_age"]
    for link in links:
        assert f'id="{link}"' in html


def test_the_summary_takes_focus_and_is_announced() -> None:
    summary = re.search(r'<div class="error-summary"[^>]*>', wrong())
    assert summary
    assert 'role="alert"' in summary[0]
    assert "autofocus" in summary[0]
    assert 'tabindex="-1"' in summary[0]


def test_djangos_own_words_for_an_empty_field_get_its_name() -> None:
    html = wrong()
    assert ">Skriv dit navn.</a>" in html
    assert ">Alder: Dette felt er påkrævet.</a>" in html


def test_what_was_typed_stays_and_is_escaped() -> None:
    assert 'value="&lt;b&gt;12&lt;/b&gt;"' in wrong()


def test_a_right_form_has_no_summary() -> None:
    assert "error-summary" not in fresh()


def test_the_form_tag_belongs_to_the_page() -> None:
    assert "<form" not in fresh()


def test_an_error_of_the_whole_form_is_no_missing_field() -> None:
    form = Small({"name": "Mette", "kind": "a", "age": "4"})
    form.add_error(None, "Tiden er lige blevet optaget.")
    html = render_crispy_form(form)
    assert "Det lykkedes ikke" in html
    assert "<li>Tiden er lige blevet optaget.</li>" in html


@pytest.fixture
def sample() -> str:
    return render_crispy_form(
        SampleForm(MultiValueDict({"goals": ["Forklare en fødekæde"], "subjects": ["Idræt"]}))
    )


def test_parts_of_a_long_form_have_headings(sample: str) -> None:
    assert "<h2>Om jer</h2>" in sample
    assert sample.count('class="form-part') == 3


def test_a_markdown_field_has_its_tools_hidden_until_script_comes(sample: str) -> None:
    assert re.search(r'class="editor-bar"[^>]*hidden', sample)
    assert "<textarea" in sample


def test_a_picker_opens_the_fold_with_what_is_chosen(sample: str) -> None:
    assert "<details open><summary>Natur/teknologi" in sample
    assert "<details><summary>Madkundskab" in sample


def test_chosen_boxes_stay_chosen(sample: str) -> None:
    assert re.search(r'value="Idræt"[^>]*checked', sample)
