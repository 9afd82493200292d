"""State machines as tables, and the one function that moves an object through them.

A room declares its table once, as data:

    VERSION = Workflow(
        Transition("submit", {State.DRAFT}, State.SUBMITTED, who=rules.may_edit, label=_("Send")),
        ...
    )

Pages draw their buttons from `allowed()`, stories call `perform()`. Nothing else writes `state`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from skoleplus.core.clock import now
from skoleplus.core.refusals import NotAllowed, Outdated

Rule = Callable[[Any, Any], bool]


def anybody(actor: Any, obj: Any) -> bool:
    return True


def system_only(actor: Any, obj: Any) -> bool:
    """The portal does this by itself, inside another story; no person has a button for it."""
    return actor is None


@dataclass(frozen=True)
class Transition:
    """One row of a table.

    Args:
        name: what stories and urls call it.
        sources: the states it leaves.
        target: the state it reaches.
        who: rule(actor, obj); `actor` is a user, or None for the portal itself.
        label: the words on the button, empty when no person presses one.
        needs_note: the actor must say why.
    """

    name: str
    sources: frozenset[str]
    target: str
    who: Rule
    label: str | Promise = ""
    needs_note: bool = False


def transition(
    name: str,
    sources: Iterable[str],
    target: str,
    who: Rule,
    label: str | Promise = "",
    needs_note: bool = False,
) -> Transition:
    return Transition(name, frozenset(sources), target, who, label, needs_note)


@dataclass(frozen=True)
class Workflow:
    transitions: tuple[Transition, ...]
    by_name: dict[str, Transition] = field(init=False, repr=False)

    def __init__(self, *transitions: Transition) -> None:
        object.__setattr__(self, "transitions", transitions)
        object.__setattr__(self, "by_name", {row.name: row for row in transitions})

    def __getitem__(self, name: str) -> Transition:
        return self.by_name[name]


class Stateful(models.Model):
    """Something with a `state`, a workflow table and a log (the log model's related_name is `log`)."""

    workflow: Workflow
    state: models.CharField

    class Meta:
        abstract = True

    def allowed(self, actor: Any) -> list[Transition]:
        """The transitions this actor may start from the present state, in the table's order."""
        return [
            row for row in self.workflow.transitions if self.state in row.sources and row.who(actor, self)
        ]

    def allows(self, actor: Any, name: str) -> bool:
        return any(row.name == name for row in self.allowed(actor))


class TransitionLog(models.Model):
    """Who moved it, when, from where to where, why. Kept for good, never edited.

    Subclasses add `subject`, a foreign key with on_delete=PROTECT and related_name="log".
    """

    transition = models.CharField(max_length=40)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Somebody without an account answered by a signed link, or a name vouched on the command line.
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        abstract = True
        ordering = ["at", "id"]


def perform(
    obj: Any,
    name: str,
    *,
    by: Any,
    note: str = "",
    by_name: str = "",
    as_system: bool = False,
    **changes: Any,
) -> Any:
    """Move an object one transition further, under its row lock, and write the log row.

    Args:
        obj: a Stateful instance; it is locked, refreshed and changed in place.
        name: the transition's name.
        by: the user who acts, or None for the portal itself or a person without an account.
        note: why; stored in the log.
        by_name: who acted when there is no account.
        as_system: the portal acts on the actor's behalf inside a larger story that has checked the
            actor already; only the table's states are checked.
        changes: fields written together with the state (dates that go with it, for example).

    Raises:
        Outdated: the object is not in a state this transition leaves.
        NotAllowed: the table does not let this actor do it, or a note is missing.
        TransactionManagementError: called outside a transaction.
    """
    row = obj.workflow[name]
    lock(obj)
    if obj.state not in row.sources:
        raise Outdated(obj.refusal(row))
    if not as_system and not row.who(by, obj):
        raise NotAllowed(_("You may not do this. Ask somebody who has the right role."))
    if row.needs_note and not note.strip():
        raise NotAllowed(_("Write a few words about why, so the other party knows what to do."))
    from_state = obj.state
    obj.state = row.target
    for field_name, value in changes.items():
        setattr(obj, field_name, value)
    obj.save(update_fields=["state", *changes])
    write_log(obj, row.name, from_state, by=by, note=note, by_name=by_name)
    return obj


def write_log(
    obj: Any, name: str, from_state: str, *, by: Any, note: str = "", by_name: str = ""
) -> TransitionLog:
    """Add a row to the object's log, also for events that keep the state."""
    return obj.log.create(
        transition=name,
        from_state=from_state,
        to_state=obj.state,
        by=by,
        by_name=by_name,
        note=note,
        at=now(),
    )


def lock(obj: Any) -> Any:
    """Lock the object's own row and read it again, so that the check that follows sees the truth."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A story locks inside a transaction.")
    manager = type(obj)._base_manager
    # NO KEY: other rows may still point at this one while we hold it.
    fresh = manager.select_for_update(of=("self",), no_key=True).get(pk=obj.pk)
    for model_field in obj._meta.concrete_fields:
        setattr(obj, model_field.attname, getattr(fresh, model_field.attname))
    return obj
