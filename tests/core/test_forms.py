"""Fields every room uses: what people type is understood, what cannot be meant is refused in words."""

import datetime as dt

import pytest
from django import forms

from skoleplus.core.forms import DayField, LongText, PhoneField, WebField, helper, valid_part
from skoleplus.core.templatetags.look import in_page_order


@pytest.mark.parametrize("typed", ["2027-08-31", "31.8.2027", "31-08-2027", "31/8/2027"])
def test_a_date_is_read_as_danes_and_browsers_write_it(typed):
    assert DayField().clean(typed) == dt.date(2027, 8, 31)


@pytest.mark.parametrize("typed", ["31.2.2027", "0001-01-01", "9999-12-31", "1.1.20270", "i morgen", "\x00"])
def test_what_is_no_date_of_a_school_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        DayField().clean(typed)


def test_a_date_goes_to_the_browsers_own_picker():
    class Form(forms.Form):
        day = DayField()

    page = str(Form(initial={"day": dt.date(2027, 8, 31)})["day"])
    assert 'type="date"' in page
    assert 'value="2027-08-31"' in page


def test_a_line_end_is_one_character_however_the_browser_sends_it():
    field = LongText(max_length=5)
    assert field.clean("a\r\nb\rc") == "a\nb\nc"
    with pytest.raises(forms.ValidationError):
        field.clean("a\r\nbcde")


@pytest.mark.parametrize("field", [LongText(), PhoneField(), WebField(), forms.CharField()])
def test_nul_is_refused(field):
    with pytest.raises(forms.ValidationError):
        field.clean("49 28\x0000 00")


@pytest.mark.parametrize("text", ["😀" * 10, "‮ניסיון", "a" * 10, "Ærø & <b>"])
def test_any_letter_is_kept_as_it_is(text):
    assert LongText(max_length=10).clean(text) == text


@pytest.mark.parametrize("typed", ["49 28 00 00", "+45 49280000", "(45) 49-28-00-00"])
def test_a_phone_number_is_kept_as_it_was_written(typed):
    assert PhoneField().clean(f" {typed} ") == typed


@pytest.mark.parametrize("typed", ["49", "ring til mig", "4" * 31, "49 28 00 00 <script>"])
def test_what_is_no_phone_number_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        PhoneField().clean(typed)


def test_a_web_page_needs_no_beginning():
    assert WebField().clean("forening.dk/om") == "https://forening.dk/om"
    assert WebField().clean("http://forening.dk") == "http://forening.dk"


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "ftp://a.dk", "data:text/html,x", "forening"])
def test_what_is_no_web_page_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        WebField().clean(typed)


def test_what_is_right_can_be_saved_while_something_else_is_wrong():
    class Form(forms.Form):
        name = forms.CharField()
        day = DayField()

    form = Form({"name": "Bo", "day": "aldrig"})
    assert not form.is_valid()
    assert valid_part(form, ["name", "day", "other"]) == {"name": "Bo"}


def test_errors_stand_in_the_order_of_the_page() -> None:
    class Laid(forms.Form):
        last = forms.CharField()
        first = forms.CharField()

        def __init__(self) -> None:
            super().__init__({})
            self.helper = helper("first", "last")

    assert [field.name for field in in_page_order(Laid())] == ["first", "last"]
