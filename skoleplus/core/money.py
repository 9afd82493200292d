"""Money is whole øre; people write kroner. How it is shown is said in core/danish.py."""

import re

KRONER = re.compile(r"^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2})|,-|\.(\d{1,2}))?$")


def parse_kroner(text: str) -> int:
    """What somebody typed as kroner ("200", "200,50", "1.250 kr.", "50,-") in øre.

    Raises:
        ValueError: it is not an amount.
    """
    typed = text.replace("\xa0", " ").strip().lower()
    for word in ("kroner", "kr.", "kr", "dkk"):
        typed = typed.removesuffix(word).removeprefix(word).strip()
    match = KRONER.match(typed)
    if not match or not typed.isascii():
        raise ValueError(text)
    whole = int(match[1].replace(".", "").replace(" ", ""))
    ore = (match[2] or match[3] or "").ljust(2, "0")
    return whole * 100 + int(ore)
