"""Schools that another system sends us (handover): nobody need work at them here yet."""

from typing import Any

from django.db import transaction

from schools.models import Department, School
from skoleplus.core.clock import now
from skoleplus.core.slugs import free_slug
from skoleplus.core.workflow import lock, write_log
from skoleplus.municipalities.models import Municipality


@transaction.atomic
def bring_school(
    *, municipality: Municipality, key: str, name: str, facts: dict[str, Any], by: Any, by_name: str = ""
) -> tuple[School, bool]:
    """The school with the sender's key, made where there is none, and whether it is new.

    The name is screened: it is taken for a new school only and follows its published profile from then on.

    Args:
        key: the sender's own id.
        facts: what applies at once: institution_number, address, postcode, city, lat, lon.
        by: who vouches for it, None for the operator, who is then named in `by_name`.
    """
    school = School.objects.filter(municipality=municipality, key=key).first()
    is_new = school is None
    if school is None:
        school = School(municipality=municipality, key=key, name=name, created_at=now())
        school.slug = free_slug(School, name, fallback="skole")
        school.save()
        write_log(school, "import", "", by=by, by_name=by_name)
    else:
        lock(school)
    changed = [field for field, value in facts.items() if getattr(school, field) != value]
    for field in changed:
        setattr(school, field, facts[field])
    if changed:
        school.save(update_fields=changed)
    if changed and not is_new:
        write_log(school, "contact", school.state, by=by, by_name=by_name, note=", ".join(changed))
    return school, is_new


@transaction.atomic
def bring_department(*, school: School, key: str, by: Any, by_name: str = "", **fields: Any) -> Department:
    """The department with the sender's key, as the sender has it; one that was typed in under the same name
    gets the key.

    Args:
        fields: name, grade_from, grade_to, address, postcode, city, lat, lon.
    """
    lock(school)
    department = school.departments.filter(key=key).first()
    department = department or school.departments.filter(key=None, name=fields["name"]).first()
    department = department or Department(school=school)
    before = department.pk and {name: getattr(department, name) for name in fields}
    department.key = key
    for name, value in fields.items():
        setattr(department, name, value)
    if before != fields:
        department.save()
        write_log(school, "department", school.state, by=by, by_name=by_name, note=department.name)
    return department
