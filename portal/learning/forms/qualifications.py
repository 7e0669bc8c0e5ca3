"""What is filled in about something that somebody holds."""

from datetime import date
from typing import Any

from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from portal.clock import today
from portal.learning.catalogue import KEPT, OTHER, TRAINING, AnyCourse
from portal.learning.expiring import valid_until
from portal.learning.models import Qualification
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LONGEST_TITLE = 100
COURSE = "course:"


class _Days(PortalForm):
    """Since when, and until when."""

    awarded_on = DayField(
        "Since when?", description="For example, 1/9/2026", validators=[a_day("Enter the day")]
    )
    expires_on = DayField(
        "Until when? (optional)",
        description="Leave it empty and the usual time counts, if there is one",
    )

    def validate_awarded_on(self, field: DayField) -> None:
        """Refuse a day that has yet to come."""
        if field.data and field.data > today():
            raise ValidationError("This day has yet to come")

    def validate_expires_on(self, field: DayField) -> None:
        """Refuse a last day before the first."""
        since: date | None = self.awarded_on.data
        if field.data and since and field.data < since:
            raise ValidationError("The last day cannot be before the first")


class QualificationForm(_Days, CreatingForm):
    """Something that somebody holds, written down."""

    what = SelectField("What is it?", default="", validators=[InputRequired("Choose what it is")])
    title = StringField(
        "What is it called?",
        description="For something else only",
        validators=[Length(max=LONGEST_TITLE, message=f"Keep it to {LONGEST_TITLE} letters")],
    )

    def offer(self, courses: list[AnyCourse]) -> None:
        """Give the form what can be held here."""
        self.courses = {COURSE + each.key: each for each in courses}
        self.what.choices = [
            SelectChoice("", "Choose what it is"),
            *(SelectChoice(key, each.title) for key, each in KEPT.items()),
            *(SelectChoice(key, f"Training: {each.title}") for key, each in self.courses.items()),
            SelectChoice(OTHER, "Something else"),
        ]

    def validate_title(self, field: StringField) -> None:
        """Ask for the name of something else."""
        if self.what.data == OTHER and not (field.data or "").strip():
            raise ValidationError("Write what it is called")

    def qualification(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        since, until = self.awarded_on.data, self.expires_on.data
        kind, key, title, months = self._chosen()
        return {
            "kind": kind, "key": key, "title": title, "awarded_on": since,
            "expires_on": until or (valid_until(since, months) if since else None),
        }  # fmt: skip

    def _chosen(self) -> tuple[str, str, str, int | None]:
        chosen = self.what.data or ""
        if chosen in KEPT:
            kept = KEPT[chosen]
            return kept.kind, kept.key, kept.title, kept.months
        if chosen in self.courses:
            course = self.courses[chosen]
            return TRAINING, course.key, course.title, course.months_valid
        return OTHER, "", (self.title.data or "").strip(), None


class ChangeQualificationForm(_Days, EditingForm):
    """Since when and until when somebody holds it, put right."""

    def __init__(self, *args: Any, held: Qualification, **kwargs: Any) -> None:
        told = {
            "awarded_on": held.awarded_on,
            "expires_on": held.expires_on,
            "version": held.version,
        }
        super().__init__(*args, data=told, **kwargs)
        self.expires_on.description = "Leave it empty if it does not expire"

    def days(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {"awarded_on": self.awarded_on.data, "expires_on": self.expires_on.data}
