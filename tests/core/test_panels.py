import pytest

from skoleplus.core.panels import Panel, collect


def offers(request, subject):
    return Panel("x.html", {"of": subject})


def nothing(request, subject):
    return None


def test_collects_in_order_and_leaves_out_what_has_nothing_to_say(settings, rf):
    settings.PANELS = {"page": [f"{__name__}.nothing", f"{__name__}.offers"]}
    assert collect("page", rf.get("/"), "club") == [Panel("x.html", {"of": "club"})]


def test_an_unlisted_page_is_an_error(settings, rf):
    settings.PANELS = {}
    with pytest.raises(KeyError):
        collect("page", rf.get("/"), "club")
