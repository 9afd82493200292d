"""What a side must answer stands before everything newer, what came to nothing after it."""

import pytest

from collaborations.enums import Side, State
from collaborations.models import Collaboration
from tests.factories import CollaborationFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (Side.ASSOCIATION, [State.REQUESTED, State.PROPOSAL, State.DECLINED]),
        (Side.SCHOOL, [State.PROPOSAL, State.REQUESTED, State.DECLINED]),
        (None, [State.PROPOSAL, State.REQUESTED, State.DECLINED]),
    ],
)
def test_owed_first(side: str | None, expected: list[str]) -> None:
    for state in (State.REQUESTED, State.PROPOSAL, State.DECLINED):
        CollaborationFactory(state=state)
    found = Collaboration.objects.owed_first(side).values_list("state", flat=True)
    assert list(found) == expected
