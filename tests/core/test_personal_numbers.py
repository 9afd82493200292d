import pytest

from skoleplus.core.personal_numbers import looks_like_cpr


@pytest.mark.parametrize(
    "text", ["010203-1234", "Født 311299 4321.", "0102031234", "CPR:010203–1234", "01 02 03 1234"]
)
def test_refuses_the_shape_of_a_personal_number(text):
    assert looks_like_cpr(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+45 49 00 00 00",
        "4900 0000",
        "CVR 12345678",
        "2026-08-31",
        "991399-1234",
        "12010203-12345",
        "1000 kr",
    ],
)
def test_lets_other_numbers_pass(text):
    assert not looks_like_cpr(text)
