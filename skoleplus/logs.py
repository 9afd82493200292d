"""One line of JSON per event, for whatever collects the logs; nothing personal and no secret in it.

An address that opens something by a token, and a mailbox, are masked wherever they turn up: in a path, in a
sentence, in the words of the database inside a traceback.
"""

import datetime as dt
import json
import logging
import re
from typing import Any

MASK = "•••"
# Tokens are 43 characters of this alphabet; slugs have small letters only.
TOKEN = re.compile(r"(?<![\w-])(?=[\w-]*[A-Z_])[\w-]{32,}(?![\w-])", re.ASCII)
MAILBOX = re.compile(r"[^\s@<>()\"'=,;]+@(?=[\w-]+(\.[\w-]+)+)")


def masked(text: str) -> str:
    """The text without tokens and without the names of mailboxes; their domain is kept."""
    return TOKEN.sub(MASK, MAILBOX.sub(f"{MASK}@", text))


class JsonFormatter(logging.Formatter):
    """Time (UTC), level, logger, message; with a request its method, path and status; a traceback if any."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": masked(record.getMessage()),
            **self._request(record),
        }
        if record.exc_info:
            entry["traceback"] = masked(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)

    def _request(self, record: logging.LogRecord) -> dict[str, Any]:
        request = getattr(record, "request", None)
        if request is None or not hasattr(request, "method"):
            return {}
        status = getattr(record, "status_code", None)
        return {"method": request.method, "path": masked(request.path), "status": status}
