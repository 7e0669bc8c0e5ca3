"""What is filled in about a course."""

from typing import Any

from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from portal.learning.catalogue import AnyCourse
from portal.learning.expiring import MOST_MONTHS
from portal.web.fields import NumberField
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

LONGEST_TITLE, LONGEST_ABOUT = 100, 1_000


class _AboutACourse(PortalForm):
    """The fields of a course."""

    title = StringField(
        "What is it called?",
        description="For example, Working with fathers",
        validators=[
            DataRequired("Write what it is called"),
            Length(max=LONGEST_TITLE, message=f"Keep it to {LONGEST_TITLE} letters"),
        ],
    )
    about = TextAreaField(
        "What is it, and for whom?",
        filters=[plain_lines],
        validators=[
            DataRequired("Say in a sentence what it is"),
            Length(max=LONGEST_ABOUT, message=f"Keep it to {LONGEST_ABOUT:,} letters"),
        ],
    )
    months_valid = NumberField(
        "For how many months does it count? (optional)",
        description="After that a refresher is due. Leave it empty if it does not expire",
        validators=[
            Optional(),
            NumberRange(1, MOST_MONTHS, f"Write a number of months from 1 to {MOST_MONTHS}"),
        ],
    )

    def course(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "title": self.title.data,
            "about": self.about.data,
            "months_valid": self.months_valid.data,
        }


class NewCourseForm(_AboutACourse, CreatingForm):
    """A course that is added."""


class CourseForm(_AboutACourse, EditingForm):
    """A course that is changed."""

    is_offered = BooleanField("It is offered: days of it can be planned")

    def __init__(self, *args: Any, course: AnyCourse, **kwargs: Any) -> None:
        told = {
            "title": course.title,
            "about": course.about,
            "months_valid": course.months_valid,
            "is_offered": course.is_offered,
            "version": course.version,
        }
        super().__init__(*args, data=told, **kwargs)

    def course(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return super().course() | {"is_offered": self.is_offered.data}
