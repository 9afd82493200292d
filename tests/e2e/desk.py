"""What the consultant does."""

from tests.e2e.visitor import Visitor


def review(visitor: Visitor, name: str) -> None:
    """Open what waits under this name."""
    visitor.open("/konsulent/")
    visitor.reads("Venter på dig")
    visitor.follow(name)
    visitor.reads("Din afgørelse")


def request_changes(visitor: Visitor, name: str, words: str) -> None:
    review(visitor, name)
    visitor.press("Bed om rettelser")
    visitor.reads("Skriv, hvad der skal rettes")
    visitor.write("Dine ord til dem", words)
    visitor.press("Bed om rettelser")
    visitor.reads("Sendt tilbage med dine ord")


def approve(visitor: Visitor, name: str) -> None:
    review(visitor, name)
    visitor.press("Godkend og offentliggør")
    visitor.reads("Godkendt og offentliggjort")
