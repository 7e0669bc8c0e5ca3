"""What people say about themselves."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.orm.attributes import flag_modified

from portal import audit
from portal.clock import today
from portal.database import db
from portal.people import queries
from portal.people.models import Person, PersonStrength
from portal.people.operations.persons import find_by_name


def edit_profile(person: Person, *, strengths: Sequence[str], **answers: Any) -> bool:
    """Keep what somebody says about themself; False when nothing is different.

    A day of qualifying that they give is theirs from now on: no staff list overwrites it.
    """
    changed = [name for name, value in answers.items() if getattr(person, name) != value]
    is_confirmed = person.qualified_confirmed_on is not None
    if answers.get("qualified_on") and (not is_confirmed or "qualified_on" in changed):
        answers["qualified_confirmed_on"] = today()
        changed.append("qualified_confirmed_on")
    if list(strengths) != queries.strengths_of(person.id):
        changed.append("strengths")
    if not changed:
        return False
    for name, value in answers.items():
        setattr(person, name, value)
    if "known_as" in changed:
        find_by_name(person)
    if "strengths" in changed:
        _keep_strengths(person, strengths)
    audit.record(person, "people.profile_edited", person, fields=sorted(set(changed)))
    return True


def _keep_strengths(person: Person, strengths: Sequence[str]) -> None:
    """Write down what they chose; who looks at the profile meanwhile has an earlier version."""
    flag_modified(person, "reach_me")
    db.session.flush()
    own: dict[str, Any] = {"person_id": person.id, "organisation_id": person.organisation_id}
    own |= {"sort_key": person.sort_key}
    db.session.execute(delete(PersonStrength).where(PersonStrength.person_id == person.id))
    rows = [{**own, "strength": strength} for strength in strengths]
    if rows:
        db.session.execute(insert(PersonStrength), rows)
