"""A story that cannot be carried out says why, in a sentence fit for the person who pressed the button."""

from django.utils.functional import Promise


class Refused(Exception):
    """The action was not carried out and nothing was written.

    Args:
        sentence: what happened and what to do next, translated, shown as it is.
    """

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = str(sentence)

    def __str__(self) -> str:
        return self.sentence


class NotAllowed(Refused):
    """The actor may not do this, whatever the state."""


class Outdated(Refused):
    """Somebody else was faster: the object is no longer in the state the page showed."""
