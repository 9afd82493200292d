"""What a bundle may point at besides itself: the curriculum, and what the municipality has already."""

from dataclasses import dataclass, field

from associations.models import Association
from offers.models import Offer
from schools.models import Department, School
from skoleplus.curriculum.models import CompetenceArea, Subject
from skoleplus.municipalities.models import Municipality


@dataclass
class Known:
    """Codes and keys from the database. What has no key there stands under "", which no key of a bundle is.

    Hidden parts of the curriculum count too: they are kept with the offer and shown once they are verified.
    """

    subjects: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    associations: set[str] = field(default_factory=set)
    schools: set[str] = field(default_factory=set)
    departments: set[tuple[str, str]] = field(default_factory=set)
    # Whose number it is: its key here, or None where it is not this bundle's to touch.
    cvr: dict[str, str | None] = field(default_factory=dict)
    institution_numbers: dict[str, str | None] = field(default_factory=dict)
    # Offers are unique within an association; in a bundle, within the municipality.
    offers: dict[str, str] = field(default_factory=dict)


def known_to(code: str) -> Known:
    """Everything known in the municipality with this code; of another one nothing but taken numbers."""
    municipality = Municipality.objects.filter(code=code).first()
    subjects = Subject.objects.current().offered_in(municipality)
    areas = CompetenceArea.objects.current().filter(subject__in=subjects)
    known = Known(
        subjects=set(subjects.values_list("code", flat=True)),
        areas={"/".join(pair) for pair in areas.values_list("subject__code", "code")},
    )
    for school in School.objects.exclude(institution_number=None).select_related("municipality"):
        is_own = school.municipality.code == code
        known.institution_numbers[school.institution_number or ""] = school.key if is_own else None
    if municipality is not None:
        _own(known, municipality)
    return known


def _own(known: Known, municipality: Municipality) -> None:
    for association in Association.objects.filter(municipality=municipality):
        known.associations.add(association.key or "")
        known.cvr[association.cvr or ""] = association.key
    for school in School.objects.filter(municipality=municipality):
        known.schools.add(school.key or "")
    for department in Department.objects.filter(school__municipality=municipality).select_related("school"):
        known.departments.add((department.school.key or "", department.key or ""))
    for offer in Offer.objects.filter(association__municipality=municipality).select_related("association"):
        known.offers[offer.key or ""] = offer.association.key or ""
