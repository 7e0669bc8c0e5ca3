"""The courses there are: what ships with the portal, with the organisation's own before it."""

from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.learning.catalogue import SHIPPED, AnyCourse
from portal.learning.models import Course

MOST_COURSES = 200


def courses(organisation_id: UUID) -> list[AnyCourse]:
    """Every course, by title: those that are no longer offered too."""
    own = (
        select(Course)
        .where(Course.organisation_id == organisation_id)
        .order_by(Course.title, Course.id)
        .limit(MOST_COURSES)
    )
    known: dict[str, AnyCourse] = {
        **SHIPPED,
        **{each.key: each for each in db.session.scalars(own)},
    }
    return sorted(known.values(), key=lambda course: (course.title.casefold(), course.key))


def own_course(organisation_id: UUID, key: str) -> Course | None:
    """What the organisation says of a course, if it says anything."""
    own = select(Course).where(Course.organisation_id == organisation_id, Course.key == key)
    return db.session.scalar(own)


def course_called(organisation_id: UUID, key: str) -> AnyCourse | None:
    """The course of this key, or nothing."""
    return own_course(organisation_id, key) or SHIPPED.get(key)
