"""The one table every screened text follows (PRODUCT §3)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from skoleplus.core.workflow import Workflow, system_only, transition
from skoleplus.municipalities.rules import is_consultant
from skoleplus.screening.enums import State


def author(user: Any, version: Any) -> bool:
    return version.can_edit(user)


def consultant(user: Any, version: Any) -> bool:
    return user is not None and is_consultant(user, version.municipality)


VERSION = Workflow(
    transition(
        "submit", {State.DRAFT, State.CHANGES_REQUESTED}, State.SUBMITTED, author, _("Send to the consultant")
    ),
    transition("withdraw", {State.SUBMITTED}, State.DRAFT, author, _("Take back and go on writing")),
    transition("discard", {State.DRAFT, State.CHANGES_REQUESTED}, State.DISCARDED, author, _("Discard")),
    transition("approve", {State.SUBMITTED}, State.APPROVED, consultant, _("Approve and publish")),
    transition(
        "request_changes",
        {State.SUBMITTED},
        State.CHANGES_REQUESTED,
        consultant,
        _("Ask for changes"),
        needs_note=True,
    ),
    transition("reject", {State.SUBMITTED}, State.REJECTED, consultant, _("Reject"), needs_note=True),
    transition("supersede", {State.APPROVED}, State.SUPERSEDED, system_only),
)
