"""A leader invites a teacher; the teacher comes by the school's intranet."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from offers.search import reindex
from schools.models import IntranetOrigin, Membership
from tests import factories as make
from tests.e2e import school
from tests.e2e.conftest import Town
from tests.e2e.people import Person, come_in, link_in, newest_mail
from tests.e2e.visitor import Visitor

NEWCOMER = Person("Nina Ny", "nina@example.org")


@pytest.mark.parametrize("how", [{"width": 1280}, {"width": 390, "scripts": False}], ids=["wide", "plain"])
def test_by_invitation(town: Town, visit: Callable[..., Visitor], how: dict[str, int]) -> None:
    leader, newcomer = visit(**how), visit(**how)
    come_in(leader, make.StaffFactory(school=town.school, role="leader").user)
    leader.open("/min-skole/")
    leader.follow("Medarbejdere")
    leader.write("E-mail", NEWCOMER.email)
    leader.press("Send invitationen")
    leader.reads("Invitationen er på vej", NEWCOMER.email)

    newcomer.open(link_in(newest_mail(NEWCOMER.email), "/invitation/"))
    school.accept_invitation(newcomer, NEWCOMER)
    assert Membership.objects.get(user__email=NEWCOMER.email).school == town.school


@pytest.fixture
def intranet(town: Town, site: str) -> Iterator[str]:
    """The school's intranet on a server of its own, with the portal's page in a frame."""
    page = f'<iframe src="{site}/intranet/{town.school.slug}/" width="900" height="900"></iframe>'

    class Intranet(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Intranet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_by_the_frame_in_the_intranet(town: Town, visit: Callable[..., Visitor], intranet: str) -> None:
    """Only a listed origin may frame the page; what is chosen in it opens in a tab of its own."""
    offer = make.OfferFactory(association__municipality=town.municipality)
    make.WindowFactory(offer=offer)
    version = offer.versions.get()
    reindex(version)
    teacher = visit()
    come_in(teacher, make.StaffFactory(school=town.school).user)
    link = teacher.page.frame_locator("iframe").get_by_role("link", name=version.title)

    teacher.open(intranet)
    teacher.page.wait_for_load_state("networkidle")
    assert link.count() == 0
    teacher.said.clear()  # the browser says why it shows nothing

    IntranetOrigin.objects.create(school=town.school, origin=intranet)
    teacher.open(intranet)
    with teacher.context.expect_page() as opened:
        link.click()
    teacher.page = opened.value
    teacher.follow("Send forespørgsel")
    teacher.reads(f"Jeres klasse på {town.school}")
