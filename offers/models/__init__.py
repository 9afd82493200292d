"""Offers (offer.py), when they can be held (time.py) and how they look (pictures.py)."""

from offers.models.offer import (
    MAX_MINUTES,
    MAX_ORE,
    MAX_PUPILS,
    MAX_SESSIONS,
    Offer,
    OfferLog,
    OfferVersion,
    OfferVersionLog,
    SearchEntry,
)
from offers.models.pictures import FORMATS, WIDTHS, Picture
from offers.models.time import MAX_PARALLEL, WEEKDAYS, Booking, FixedDate, InstructorGroup, Window

__all__ = [
    "FORMATS",
    "MAX_MINUTES",
    "MAX_ORE",
    "MAX_PARALLEL",
    "MAX_PUPILS",
    "MAX_SESSIONS",
    "WEEKDAYS",
    "WIDTHS",
    "Booking",
    "FixedDate",
    "InstructorGroup",
    "Offer",
    "OfferLog",
    "OfferVersion",
    "OfferVersionLog",
    "Picture",
    "SearchEntry",
    "Window",
]
