"""The stories of an offer, from the first word to a held time. Each is one function with `by=`, the actor."""

from offers.services.booking import NotFree, hold, release
from offers.services.editing import change_facts, create_offer, discard, save_offer
from offers.services.picturing import (
    MAX_PICTURES,
    add_picture,
    describe_picture,
    move_picture,
    process_picture,
    remove_picture,
)
from offers.services.screening import (
    Incomplete,
    approve_offer,
    reindex_association,
    reject_offer,
    request_offer_changes,
    submit_offer,
    withdraw_offer,
)
from offers.services.timing import (
    add_date,
    add_times,
    add_window,
    change_date,
    change_window,
    remove_date,
    remove_window,
    set_instructors,
)

__all__ = [
    "MAX_PICTURES",
    "Incomplete",
    "NotFree",
    "add_date",
    "add_picture",
    "add_times",
    "add_window",
    "approve_offer",
    "change_date",
    "change_facts",
    "change_window",
    "create_offer",
    "describe_picture",
    "discard",
    "hold",
    "move_picture",
    "process_picture",
    "reindex_association",
    "reject_offer",
    "release",
    "remove_date",
    "remove_picture",
    "remove_window",
    "request_offer_changes",
    "save_offer",
    "set_instructors",
    "submit_offer",
    "withdraw_offer",
]
