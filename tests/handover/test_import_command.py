"""`manage.py import_bundle` at the operator's keyboard."""

import json
import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command

from offers.models import Offer, OfferVersion
from tests import factories
from tests.handover.bundles import small

pytestmark = pytest.mark.usefixtures("curriculum")

DEMO = settings.BASE_DIR / "handover" / "demo" / "helsingoer_bundle.json"


@pytest.fixture
def write(tmp_path):
    def write(bundle):
        path = tmp_path / "bundle.json"
        path.write_text(json.dumps(bundle, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


TEN_PLACES = [
    "municipality.holidays[2].to",
    "associations[3].cvr",
    "associations[7].lat",
    "schools[1].departments[0].grades",
    "schools[4].key",
    "offers[20].title",
    "offers[30].farve",
    "offers[40].subjects[0]",
    "offers[10].association",
    "needs[5].school",
]


def break_in_ten_places():
    bundle = json.loads(DEMO.read_text(encoding="utf-8"))
    bundle["municipality"]["holidays"][2]["to"] = "2027-02-30"
    bundle["associations"][3]["cvr"] = "12345678"
    bundle["associations"][7]["lat"] = 190
    bundle["schools"][1]["departments"][0]["grades"] = [7, 3]
    bundle["schools"][4]["key"] = "s1"
    bundle["offers"][20]["title"] = "x" * 81
    bundle["offers"][30]["farve"] = "blå"
    bundle["offers"][40]["subjects"] = ["svømning"]
    bundle["offers"][10]["association"] = "a99"
    bundle["needs"][5]["school"] = "s77"
    return bundle


def rows():
    """How many rows there are of everything."""
    return {model: model._default_manager.count() for model in apps.get_models()}


def test_the_demo_s_municipality_gives_a_full_catalogue(write, capsys):
    """Once; again, which changes nothing; broken in ten places, which names the ten and changes nothing."""
    call_command("import_bundle", str(DEMO), "--publish")

    out = capsys.readouterr().out
    assert Offer.objects.public().count() == 96
    assert "36 new" in out
    assert "24 needs read, not imported yet" in out

    before = rows()
    call_command("import_bundle", str(DEMO), "--publish")

    assert rows() == before
    assert "Nothing to change" in capsys.readouterr().out
    assert OfferVersion.objects.count() == 96

    with pytest.raises(CommandError, match=r"^10 errors\. Nothing was written\.$"):
        call_command("import_bundle", write(break_in_ten_places()), "--publish")

    assert [line.partition(": ")[0] for line in capsys.readouterr().err.splitlines()] == TEN_PLACES
    assert rows() == before


def test_a_dry_run_says_so(write, capsys):
    call_command("import_bundle", write(small()), "--dry-run")

    assert "Dry run: nothing was written." in capsys.readouterr().out
    assert not Offer.objects.exists()


def test_errors_are_listed_with_their_places_and_the_command_fails(write, capsys):
    bundle = small()
    bundle["offers"][0]["grades"] = [7, 3]
    bundle["needs"][0]["school"] = "s9"

    with pytest.raises(CommandError, match=r"2 errors\. Nothing was written\."):
        call_command("import_bundle", write(bundle))

    lines = capsys.readouterr().err.splitlines()
    assert lines == ["offers[0].grades: from 7 is above to 3", 'needs[0].school: there is no school "s9"']
    assert not Offer.objects.exists()


def test_remarks_are_shown_and_stop_nothing(write, capsys):
    bundle = small()
    bundle["offers"][0]["availability"][0]["to"] = "11:00"

    call_command("import_bundle", write(bundle))

    assert "Note: offers[0].availability[0]: is 60 minutes long" in capsys.readouterr().out
    assert Offer.objects.count() == 2


def test_the_actor_vouches(write):
    person = factories.UserFactory(email="karen@example.org")

    call_command("import_bundle", write(small()), "--publish", "--actor", "Karen@example.org")

    assert OfferVersion.objects.published().filter(decided_by=person).count() == 2


def test_an_actor_without_an_account_is_refused(write):
    with pytest.raises(CommandError, match=r"There is no account nobody@example\.org"):
        call_command("import_bundle", write(small()), "--publish", "--actor", "nobody@example.org")

    assert not Offer.objects.exists()


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_gives_one_sentence(tmp_path, name):
    with pytest.raises(CommandError, match="Cannot read"):
        call_command("import_bundle", str(tmp_path / name))


def test_a_pipe_is_read_too(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = json.dumps(small())
    writer = subprocess.Popen([sys.executable, "-c", f"open({str(pipe)!r}, 'w').write({text!r})"])

    call_command("import_bundle", str(pipe))

    assert writer.wait() == 0
    assert Offer.objects.count() == 2


def test_progress_is_told_while_it_works(write, monkeypatch, capsys):
    monkeypatch.setattr("handover.management.commands.import_bundle.SECONDS_BETWEEN_LINES", 0)

    call_command("import_bundle", write(small()))

    assert "offers 1/2" in capsys.readouterr().out
