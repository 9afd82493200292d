"""Answering, the same whether somebody is signed in or comes by a signed link."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms

from collaborations import services, timetable
from collaborations.forms import NoteForm, OtherTimeForm
from collaborations.models import Collaboration
from collaborations.timetable import Timetable
from collaborations.workflow import moves, moves_of
from offers.services import NotFree
from skoleplus.core.links import DeadLink
from skoleplus.core.refusals import Refused
from skoleplus.core.requests import Request
from skoleplus.core.workflow import Transition

STORIES = {
    "say_yes": services.say_yes,
    "propose_other_time": services.propose_other_time,
    "say_no": services.say_no,
    "accept": services.accept,
    "turn_down": services.turn_down,
    "withdraw": services.withdraw,
}


@dataclass
class Answer:
    """What the page needs to let one side answer.

    Args:
        moves: the table's rows for this side, by name.
        forms: one for each move that asks for words.
        refusal: why the answer just given was not carried out.
        done: the move that was carried out.
    """

    moves: dict[str, Transition]
    forms: dict[str, forms.Form]
    table: Timetable | None = None
    refusal: str = ""
    done: str = ""

    @property
    def begin(self) -> dt.date | str:
        return self.table.weeks[0].monday if self.table and self.table.weeks and not self.table.first else ""


def answer(request: Request, collaboration: Collaboration, side: str, by: Any) -> Answer:
    """Carry out the move that was posted, if one was, and say what can be answered.

    Args:
        side: whose page it is.
        by: the user, or a ByLink.
    """
    move = request.POST.get("move", "")
    # A move that has become impossible meanwhile is refused by its story, in words.
    if request.POST.get("show") or move not in moves_of(side):
        move = ""
    made = Answer(moves(side, collaboration.state), _forms(request, collaboration, move))
    form = made.forms.get(move)
    if move and (form is None or form.is_valid()):
        _carry_out(made, collaboration, side, move, form, by)
    if "propose_other_time" in made.moves and not made.done:
        made.table = timetable.page(
            collaboration.offer,
            begin=_begin(request),
            pupils=collaboration.newest_proposal.pupils,
            notice=False,
        )
    return made


def _forms(request: Request, collaboration: Collaboration, move: str) -> dict[str, forms.Form]:
    """The form that was sent is bound; turning the pages of the timetable keeps what was typed."""
    single = len(collaboration.newest_proposal.sessions.all()) == 1
    found: dict[str, forms.Form] = {}
    for name in ("say_no", "turn_down", "withdraw"):
        found[name] = NoteForm(request.POST if move == name else None, prefix=name)
    turning = request.POST.get("show") and {
        key.removeprefix("other-"): value for key, value in request.POST.items()
    }
    sent = request.POST if move == "propose_other_time" else None
    found["propose_other_time"] = OtherTimeForm(sent, initial=turning or None, prefix="other", single=single)
    return found


def _carry_out(
    made: Answer, collaboration: Collaboration, side: str, move: str, form: forms.Form | None, by: Any
) -> None:
    data = form.cleaned_data if form else {}
    try:
        STORIES[move](collaboration=collaboration, by=by, **data)
    except DeadLink:
        raise
    except Refused as refusal:
        # What the story had changed in memory was rolled back in the database.
        collaboration.refresh_from_db()
        made.moves = moves(side, collaboration.state)
        if form is not None and isinstance(refusal, NotFree) and "time" in form.fields:
            form.add_error("time", refusal.sentence)
        else:
            made.refusal = str(refusal)
    else:
        made.done = move


def _begin(request: Request) -> dt.date | None:
    try:
        return dt.date.fromisoformat(request.POST.get("show") or request.POST.get("begin", ""))
    except ValueError:
        return None
