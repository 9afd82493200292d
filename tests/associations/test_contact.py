"""Contact data apply at once and are logged."""

import pytest

from associations import services
from skoleplus.core.refusals import NotAllowed
from tests.factories import UserFactory


def test_applies_at_once_and_says_what_changed(association, owner):
    changed = services.change_contact(
        association=association, by=owner, phone="49 00 00 00", email=association.email
    )

    association.refresh_from_db()
    assert changed == ["phone"]
    assert association.phone == "49 00 00 00"
    row = association.log.get()
    assert (row.transition, row.by, row.note) == ("contact", owner, "phone")


def test_nothing_changed_leaves_no_trace(association, owner):
    assert services.change_contact(association=association, by=owner, email=association.email) == []
    assert not association.log.exists()


def test_only_members_and_only_contact_data(association, owner):
    with pytest.raises(NotAllowed):
        services.change_contact(association=association, by=UserFactory(), phone="1")
    with pytest.raises(NotAllowed):
        services.change_contact(association=association, by=owner, state="suspended")
    association.refresh_from_db()
    assert association.state == "public"
