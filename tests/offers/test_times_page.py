"""The fifth question: the week table, times of one's own, dates, notice, instructors."""

import datetime as dt

import pytest
from django.urls import reverse

from offers.models import FixedDate, Window
from skoleplus.core.clock import at, today
from skoleplus.municipalities.models import Holiday
from tests.factories import FixedDateFactory, OfferFactory, WindowFactory

SOON = today() + dt.timedelta(days=14)
LATER = today() + dt.timedelta(days=90)


@pytest.fixture
def offer(draft):
    draft.subject.windows.all().delete()
    return draft.subject


def address(offer):
    return reverse("offer_editor:times", args=[offer.association.slug, offer.pk])


def page(**filled):
    """What a browser sends: everything with the values the page begins with, and what was filled in."""
    base = {
        "week-first_day": SOON.isoformat(), "week-last_day": LATER.isoformat(), "week-parallel": "1",
        "window-weekday": "1", "window-starts": "", "window-ends": "", "window-first_day": SOON.isoformat(),
        "window-last_day": LATER.isoformat(), "window-parallel": "1", "date-day": "", "date-starts": "",
        "date-ends": "", "date-capacity": "28", "terms-notice_days": "3", "terms-instructors": "",
        "terms-lanes": "1",
    }  # fmt: skip
    return base | {name.replace("__", "-"): value for name, value in filled.items()}


def rows(offer):
    return sorted((row.weekday, row.starts.hour, row.ends.hour) for row in offer.windows.all())


class TestWeek:
    def test_boxes_that_touch_become_one_time(self, browser, offer):
        browser.post(address(offer), page(week__slots=["2-0", "2-1", "4-1", "4-3"]))
        assert rows(offer) == [(2, 8, 12), (4, 10, 12), (4, 14, 16)]

    def test_leads_on_to_the_price(self, browser, offer):
        assert browser.post(address(offer), page(week__slots=["2-0"])).url.endswith("/pris/")

    def test_nothing_ticked_is_fine(self, browser, offer):
        assert browser.post(address(offer), page()).status_code == 302
        assert rows(offer) == []

    def test_sent_twice_adds_once(self, browser, offer):
        for _ in range(2):
            browser.post(address(offer), page(week__slots=["2-0"]))
        assert rows(offer) == [(2, 8, 10)]

    def test_a_box_that_is_too_short_is_told_in_words(self, browser, draft, offer):
        draft.minutes = 150
        draft.save()
        response = browser.post(address(offer), page(week__slots=["2-0"]))
        assert "slots" in response.context["forms"]["week"].errors
        assert 'value="2-0" checked' in response.text
        assert rows(offer) == []

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({"week__last_day": (SOON - dt.timedelta(days=1)).isoformat()}, "last_day"),
            ({"week__first_day": "2020-01-01", "week__last_day": "2020-02-01"}, "last_day"),
            ({"week__last_day": "9999-12-31"}, "last_day"),
            ({"week__first_day": ""}, "first_day"),
            ({"week__parallel": "21"}, "parallel"),
            ({"week__slots": ["8-0"]}, "slots"),
            ({"week__slots": ["\0"]}, "slots"),
        ],
    )
    def test_what_is_wrong_is_said_at_the_field(self, browser, offer, fields, wrong):
        response = browser.post(address(offer), page(**{"week__slots": ["2-0"]} | fields))
        assert wrong in response.context["forms"]["week"].errors
        assert rows(offer) == []


class TestOwnTime:
    def test_is_added(self, browser, offer):
        browser.post(
            address(offer), page(window__weekday="3", window__starts="9.15", window__ends="11:00", stay="1")
        )
        window = offer.windows.get()
        assert (window.weekday, window.starts, window.ends) == (3, dt.time(9, 15), dt.time(11))

    @pytest.mark.parametrize(
        ("starts", "ends", "wrong"),
        [
            ("9:10", "11:00", "starts"),
            ("11:00", "9:00", "ends"),
            ("9:00", "", "ends"),
            ("9:00", "10:00", "ends"),
            ("25:00", "26:00", "starts"),
            ("ni", "elleve", "starts"),
        ],
    )
    def test_what_is_wrong_is_said(self, browser, offer, starts, ends, wrong):
        response = browser.post(address(offer), page(window__starts=starts, window__ends=ends))
        assert wrong in response.context["forms"]["window"].errors
        assert not response.context["forms"]["date"].errors


class TestDate:
    def test_is_added(self, browser, offer):
        browser.post(
            address(offer),
            page(date__day=SOON.isoformat(), date__starts="9", date__ends="11", date__capacity="50"),
        )
        date = offer.fixed_dates.get()
        assert (date.day, date.starts, date.ends, date.capacity) == (SOON, dt.time(9), dt.time(11), 50)

    def test_past_dates_are_refused(self, browser, offer):
        response = browser.post(
            address(offer), page(date__day="2020-01-01", date__starts="9", date__ends="11")
        )
        assert "day" in response.context["forms"]["date"].errors


class TestTerms:
    def test_apply_at_once_also_while_the_consultant_reads(self, browser, sent):
        browser.post(
            address(sent.subject), page(terms__notice_days="21", terms__instructors="Søren", terms__lanes="2")
        )
        sent.subject.refresh_from_db()
        assert sent.subject.notice_days == 21
        assert (sent.subject.group.name, sent.subject.group.lanes) == ("Søren", 2)

    @pytest.mark.parametrize("days", ["", "-1", "181", "mange"])
    def test_what_is_wrong_is_said(self, browser, offer, days):
        response = browser.post(address(offer), page(terms__notice_days=days))
        assert "notice_days" in response.context["forms"]["terms"].errors


def test_says_times_holidays_and_what_is_free_in_words(browser, draft):
    window = draft.subject.windows.get()
    Holiday.objects.create(
        municipality=draft.municipality,
        name="Vinterferie",
        first_day=window.first_day,
        last_day=window.first_day,
    )
    response = browser.get(address(draft.subject))
    assert "Vinterferie" in response.text
    assert [time.day for time in response.context["free"]] == [
        window.first_day + dt.timedelta(weeks=week) for week in (1, 2, 3)
    ]


class TestOneTime:
    def change(self, row, kind):
        return reverse(f"offer_editor:{kind}", args=["nord", row.offer.pk, row.pk])

    def remove(self, row, kind):
        return reverse(f"offer_editor:remove_{kind}", args=["nord", row.offer.pk, row.pk])

    def test_a_window_is_changed(self, browser, draft):
        window = draft.subject.windows.get()
        given = {
            "weekday": "2", "starts": "09:00", "ends": "13:00", "first_day": window.first_day.isoformat(),
            "last_day": window.last_day.isoformat(), "parallel": "2",
        }  # fmt: skip
        assert browser.get(self.change(window, "window")).status_code == 200
        assert browser.post(self.change(window, "window"), given).status_code == 302
        window.refresh_from_db()
        assert (window.starts, window.ends, window.parallel) == (dt.time(9), dt.time(13), 2)

    def test_a_date_is_changed(self, browser, draft):
        date = FixedDateFactory(offer=draft.subject)
        given = {"day": date.day.isoformat(), "starts": "09:00", "ends": "12:00", "capacity": "60"}
        assert browser.post(self.change(date, "date"), given).status_code == 302
        date.refresh_from_db()
        assert (date.ends, date.capacity) == (dt.time(12), 60)

    def test_is_removed_however_often_it_is_pressed(self, browser, draft):
        window = draft.subject.windows.get()
        for _ in range(2):
            assert browser.post(self.remove(window, "window")).status_code == 302
        assert not Window.objects.exists()

    def test_a_booked_one_stays_and_the_reason_is_shown(self, browser, published):
        window = published.windows.get()
        from offers.services import hold

        begins = at(window.first_day, window.starts)
        hold(offer=published, sessions=[(begins, begins + dt.timedelta(hours=1))], pupils=20, by=None)
        response = browser.post(self.remove(window, "window"), follow=True)
        assert Window.objects.exists()
        assert len(response.context["messages"]) == 1

    @pytest.mark.parametrize("kind", ["window", "date"])
    def test_those_of_other_offers_do_not_exist(self, browser, draft, kind):
        foreign = {"window": WindowFactory, "date": FixedDateFactory}[kind]()
        address = reverse(f"offer_editor:{kind}", args=["nord", draft.subject.pk, foreign.pk])
        assert browser.get(address).status_code == 404
        assert browser.post(address, {}).status_code == 404
        browser.post(reverse(f"offer_editor:remove_{kind}", args=["nord", draft.subject.pk, foreign.pk]))
        assert type(foreign).objects.filter(pk=foreign.pk).exists()

    def test_looking_at_removal_removes_nothing(self, browser, draft):
        date = FixedDateFactory(offer=draft.subject)
        assert browser.get(self.remove(date, "date")).status_code == 405
        assert FixedDate.objects.exists()


def test_offers_of_others_do_not_exist(browser, association):
    foreign = reverse("offer_editor:times", args=[association.slug, OfferFactory().pk])
    assert browser.get(foreign).status_code == 404
    assert browser.post(foreign, page()).status_code == 404
