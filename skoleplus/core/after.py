"""What happens in a higher room when something happens in a lower one.

`settings.AFTER` lists, per event, functions by dotted path; `run` calls them in order in the same
transaction. The list replaces signals: it can be read in one place, and grep finds both ends.
"""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string


def run(event: str, **facts: Any) -> None:
    """Call everything that is listed for an event.

    Args:
        event: a key of settings.AFTER; one that is not listed is a programming error.
        facts: passed on as keyword arguments.

    Raises:
        KeyError: the event is not listed.
        TransactionManagementError: called outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("An event belongs to the transaction that caused it.")
    for path in settings.AFTER[event]:
        import_string(path)(**facts)
