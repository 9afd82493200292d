"""Which part of an e-mail address can tell that somebody works at a school."""

# Anybody can have a mailbox here, so no school owns the name. A provider is meant under every country:
# yahoo.dk, yahoo.com, yahoo.co.uk.
PROVIDERS = frozenset(
    (
        *("aol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "mail", "msn"),
        *("outlook", "proton", "protonmail", "tuta", "tutanota", "web", "yahoo", "yandex", "ymail", "zoho"),
    )
)
PUBLIC = frozenset(
    (
        *("email.dk", "get2net.dk", "hey.com", "jubii.dk", "mac.com", "mail.tele.dk", "me.com", "ofir.dk"),
        *("pc.dk", "pm.me", "post.tele.dk", "privat.dk", "rocketmail.com", "sol.dk", "stofanet.dk"),
        *("tdcadsl.dk", "telia.dk", "vip.cybercity.dk", "webspeed.dk", "youmail.dk", "youseepost.dk"),
    )
)
# Under these a name is registered: "co.uk" belongs to nobody.
SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))


def normalise(domain: str) -> str:
    """Lower case, without "@" and spaces, letters like æ written as the mail servers write them."""
    domain = domain.strip().removeprefix("@").rstrip(".").lower()
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def domain_of(email: str) -> str:
    """The domain of an address, normalised: "Mette@Bakkeskolen.DK" → "bakkeskolen.dk"."""
    return normalise(email.rpartition("@")[2])


def is_shared(domain: str) -> bool:
    """Whether the domain (normalised) is a mail provider's or a registry's, so that no school owns it."""
    first, _dot, rest = domain.partition(".")
    top = rest.split(".")
    if first in PROVIDERS and (len(top) == 1 or (len(top) == 2 and top[0] in SECOND_LEVEL)):
        return True
    return domain in PUBLIC or (first in SECOND_LEVEL and len(top) == 1)
