"""What is thrown away at night."""

import datetime as dt

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from skoleplus.celery import app
from skoleplus.core import links
from skoleplus.core.models import SignedLink
from skoleplus.core.tasks import tidy


@pytest.mark.django_db
def test_dead_links_and_sessions_go_and_live_ones_stay(time_machine):
    time_machine.move_to("2026-11-23 08:00Z", tick=False)
    links.make(purpose="a", object_id=1, email="a@example.dk", valid_for=dt.timedelta(days=1))
    SessionStore().save()
    time_machine.shift(dt.timedelta(days=60))
    links.make(purpose="a", object_id=2, email="a@example.dk", valid_for=dt.timedelta(days=1))
    SessionStore().save()
    tidy()
    assert SignedLink.objects.get().object_id == 2
    assert Session.objects.count() == 1


def test_whatever_the_timetable_names_is_there():
    app.loader.import_default_modules()
    ours = {"notifications.sweep", "core.tidy"}
    named = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert ours <= named
    assert ours <= set(app.tasks)
