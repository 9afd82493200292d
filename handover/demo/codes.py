"""The one-time code of this moment (RFC 6238: SHA-1, 30 seconds, six digits)."""

import base64
import hmac
import time
from dataclasses import dataclass

PERIOD_SECONDS = 30


@dataclass(frozen=True)
class Code:
    digits: str
    seconds_left: int


def code_of(secret: str, moment: float | None = None) -> Code:
    """The code an authenticator with this secret shows.

    Args:
        secret: in base32, as it stands in the QR code.
        moment: seconds since 1970; now by default. An authenticator goes by the real time, so we do too.
    """
    seconds = int(time.time() if moment is None else moment)
    counter, passed = divmod(seconds, PERIOD_SECONDS)
    digest = hmac.digest(base64.b32decode(secret), counter.to_bytes(8), "sha1")
    offset = digest[-1] & 0xF
    number = int.from_bytes(digest[offset : offset + 4]) & 0x7FFFFFFF
    return Code(f"{number % 1_000_000:06d}", PERIOD_SECONDS - passed)
