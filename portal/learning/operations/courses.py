"""Adding a course and changing one; what ships with the portal is changed for one organisation."""

from portal import audit
from portal.database import db
from portal.learning.catalogue import SHIPPED
from portal.learning.models import Course
from portal.learning.queries.courses import own_course
from portal.people.folding import key_of
from portal.people.models import Person

LONGEST_KEY = 60


def change_course(
    by: Person,
    key: str,
    *,
    title: str,
    about: str,
    months_valid: int | None,
    is_offered: bool = True,
) -> Course:
    """Let a course say this from now on: the organisation's own, or its words for a shipped one."""
    course = own_course(by.organisation_id, key)
    is_new = course is None
    if course is None:
        course = Course(organisation_id=by.organisation_id, key=key, written_by_id=by.id)
        db.session.add(course)
    course.title, course.about, course.months_valid = title, about, months_valid
    course.is_offered, course.written_by_id = is_offered, by.id
    db.session.flush()
    action = "learning.course_added" if is_new and key not in SHIPPED else "learning.course_changed"
    audit.record(by, action, course, key=key, months_valid=months_valid, is_offered=is_offered)
    return course


def course_key_of(title: str) -> str:
    """The key of a course that is added, from its title."""
    return key_of(title)[:LONGEST_KEY].strip("-")
