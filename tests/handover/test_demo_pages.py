"""The demo's own pages, and that they exist nowhere else."""

import os
import smtplib
import socket
import subprocess
import sys
from email.message import EmailMessage
from importlib import reload
from pathlib import Path

import pytest
from django.urls import clear_url_caches

import skoleplus.urls
from handover.demo.codes import code_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def demo(settings, tmp_path):
    """The urls as the demo has them."""
    settings.DEMO = True
    settings.DATA_DIR = tmp_path
    reload(skoleplus.urls)
    clear_url_caches()
    yield
    settings.DEMO = False
    reload(skoleplus.urls)
    clear_url_caches()


@pytest.fixture
def mail_server(tmp_path):
    """The demo's mail server, a process of its own. Gives its port."""
    listening = socket.create_server(("127.0.0.1", 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "handover.demo.sink", str(tmp_path / "mail"), str(listening.fileno())],
        pass_fds=[listening.fileno()],
        cwd=ROOT,
    )
    yield listening.getsockname()[1]
    process.terminate()
    assert process.wait(10) == 0


def letter() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Forespørgsel om kajak"
    message["From"] = "Skoleplus <skoleplus@demo.example>"
    message["To"] = "Frida <forening@demo.example>"
    message.set_content("Svar her: http://localhost:8000/svar/abc/\n<script>")
    message.add_alternative(
        '<html><head></head><body><a href="/svar/">Svar</a></body></html>', subtype="html"
    )
    message.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="aftale.ics")
    return message


def deliver(port: int, message: EmailMessage) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as server:
        server.send_message(message)


@pytest.mark.parametrize("environment", ["production", "development"])
def test_only_the_demo_has_these_addresses(environment: str) -> None:
    code = (
        "import django; django.setup()\n"
        "from django.urls import resolve, Resolver404\n"
        "for path in ('/demo/', '/demo/mail/'):\n"
        "    try: print(resolve(path))\n"
        "    except Resolver404: print('unknown')\n"
    )
    given = {
        "SKOLEPLUS_ENV": environment,
        "DJANGO_SETTINGS_MODULE": "skoleplus.settings",
        "SECRET_KEY": "long and random",
        "ALLOWED_HOSTS": "example.dk",
        "SITE_URL": "https://example.dk",
        "EMAIL_URL": "smtp://mail.example.dk",
        "DATABASE_URL": "postgres://127.0.0.1:9/x",
        "REDIS_URL": "redis://127.0.0.1:9/0",
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **given},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "unknown\nunknown\n"


@pytest.mark.django_db
def test_pages_are_locked_even_if_somebody_routes_them(client, demo, settings) -> None:
    settings.DEMO = False
    assert client.get("/demo/").status_code == 404
    assert client.get("/demo/mail/").status_code == 404


@pytest.mark.django_db
def test_logins_show_role_password_and_code(client, demo, monkeypatch) -> None:
    monkeypatch.setattr("handover.demo.codes.time.time", lambda: 1_800_000_000)
    page = client.get("/demo/").content.decode()
    from handover.demo.people import PASSWORD, PEOPLE, TOTP_SECRET

    for person in PEOPLE:
        assert person.email in page
    assert PASSWORD in page
    assert page.count(code_of(TOTP_SECRET, 1_800_000_000).digits) == sum(person.code for person in PEOPLE)
    assert "30 sekunder" in page


@pytest.mark.django_db
def test_a_refresh_brings_the_table_alone(client, demo) -> None:
    page = client.get("/demo/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert "konsulent@" in page


@pytest.mark.django_db
def test_mails_arrive_by_smtp_and_can_be_read(client, demo, mail_server) -> None:
    assert "Ingen mails endnu" in client.get("/demo/mail/").content.decode()
    deliver(mail_server, letter())
    listing = client.get("/demo/mail/")
    assert "Forespørgsel om kajak" in listing.content.decode()
    assert not listing.context["letters"][0].message["Date"]
    page = client.get(f"/demo/mail/{listing.context['letters'][0].name}/").content.decode()
    assert '<a href="http://localhost:8000/svar/abc/"' in page
    assert "&lt;script&gt;" in page
    assert "aftale.ics" in page


@pytest.mark.django_db
def test_html_of_a_mail_can_do_nothing_but_open_links(client, demo, mail_server) -> None:
    deliver(mail_server, letter())
    name = client.get("/demo/mail/").context["letters"][0].name
    assert "frame-src 'self'" in client.get(f"/demo/mail/{name}/")["Content-Security-Policy"]
    response = client.get(f"/demo/mail/{name}/html/")
    policy = response["Content-Security-Policy"]
    assert "sandbox allow-popups" in policy
    assert "script-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert '<base target="_blank">' in response.content.decode()


@pytest.mark.django_db
def test_attachments_are_downloads(client, demo, mail_server) -> None:
    deliver(mail_server, letter())
    name = client.get("/demo/mail/").context["letters"][0].name
    response = client.get(f"/demo/mail/{name}/1/")
    assert response.content == b"BEGIN:VCALENDAR"
    assert response["Content-Disposition"] == 'attachment; filename="aftale.ics"'
    assert client.get(f"/demo/mail/{name}/2/").status_code == 404


@pytest.mark.django_db
def test_mailbox_filters_by_receiver_and_knows_only_its_own_files(client, demo, mail_server) -> None:
    deliver(mail_server, letter())
    assert len(client.get("/demo/mail/?to=FRIDA").context["letters"]) == 1
    assert len(client.get("/demo/mail/?to=somebody-else").context["letters"]) == 0
    assert client.get("/demo/mail/1795354491899611533-dcd07b53/").status_code == 404
    assert client.get("/demo/mail/demo/").status_code == 404


def test_codes_are_those_of_the_standard() -> None:
    # RFC 6238, appendix B, last six digits.
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert code_of(secret, 59).digits == "287082"
    assert code_of(secret, 1111111109).digits == "081804"
    assert code_of(secret, 20000000000).digits == "353130"
    assert code_of(secret, 59).seconds_left == 1
