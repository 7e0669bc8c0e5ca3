"""What one of a pair fills in to agree how the two work together; everything has a default."""

from datetime import timedelta
from typing import Any

from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from portal.clock import today
from portal.mentoring import when
from portal.mentoring.models import IN_PERSON, MEDIA, PairAgreement
from portal.mentoring.models.agreements import BOOKED_BY
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, plain_lines

FIRST_REVIEW = timedelta(weeks=6)
LONGEST_GOALS = 5_000
WEEKS = {"1": "Every week", "2": "Every two weeks", "4": "Every four weeks", "6": "Every six weeks"}
LENGTHS = {"30": "30 minutes", "45": "45 minutes", "60": "An hour", "90": "An hour and a half"}
NOTICE = {"24": "A day before", "48": "Two days before", "4": "On the morning of the day"}
USUAL_GOALS = "Settle in well, and grow more confident in my practice."


class AgreementForm(LooksForIdentifiers, CreatingForm):
    """How the two work together: goals, how often, notice, and the day of the first review."""

    careful_fields = ("goals",)
    over = HiddenField()
    """Which version it was written over: its number, or nothing before the first."""
    goals = TextAreaField(
        "What do you want to reach together?",
        description="A sentence or two is enough. You can both change it later.",
        filters=[plain_lines],
        validators=[
            DataRequired("Enter at least one goal"),
            Length(max=LONGEST_GOALS, message=f"Use at most {LONGEST_GOALS:,} letters"),
        ],
        render_kw={"rows": "4"},
    )
    weeks_between = RadioField(
        "How often will you meet?",
        choices=[SelectChoice(value, label) for value, label in WEEKS.items()],
        default="4",
    )
    minutes = RadioField(
        "How long will a session be?",
        choices=[SelectChoice(value, label) for value, label in LENGTHS.items()],
        default="60",
    )
    medium = RadioField(
        "How will you meet?",
        choices=[SelectChoice(medium, medium.capitalize()) for medium in MEDIA],
        default=IN_PERSON,
    )
    booked_by = RadioField(
        "Who books the time and the place?",
        choices=[SelectChoice(value, label) for value, label in BOOKED_BY.items()],
        default="either",
    )
    notice_hours = RadioField(
        "If one of you cannot come, tell the other",
        choices=[SelectChoice(value, label) for value, label in NOTICE.items()],
        default="24",
    )
    review_on = DayField(
        "When will you look back at how it goes?",
        description="Early is good: six weeks in, each may say that it does not fit",
        validators=[a_day("Enter the day of the review")],
    )

    def __init__(self, *args: Any, before: PairAgreement | None, **kwargs: Any) -> None:
        self._now = str(before.number) if before else ""
        super().__init__(*args, data={"over": self._now, **_standing(before)}, **kwargs)

    def validate_review_on(self, field: DayField) -> None:
        """Keep the day within the year ahead."""
        said = field.data and when.objection_to_planning(field.data, today())
        if said:
            raise ValidationError(said)

    def is_stale(self) -> bool:
        """Whether the other has written a version since this person opened the form."""
        return bool(self.over.data != self._now)

    def look_again(self) -> None:
        """Show the person what was written meanwhile: sending the form again then means it."""
        self.over.data = self._now

    def agreement(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "goals": self.goals.data,
            "weeks_between": int(self.weeks_between.data),
            "notice_hours": int(self.notice_hours.data),
            "review_on": self.review_on.data,
            "minutes": int(self.minutes.data),
            "medium": self.medium.data,
            "booked_by": self.booked_by.data,
        }


def _standing(before: PairAgreement | None) -> dict[str, Any]:
    """What stands in the form first: what was agreed before, or the usual."""
    first = today() + FIRST_REVIEW
    if before is None:
        return {"goals": USUAL_GOALS, "review_on": first}
    return {
        "goals": before.goals or "",
        "weeks_between": str(before.weeks_between),
        "notice_hours": str(before.notice_hours),
        "review_on": max(before.review_on, today()),
        "minutes": str(before.minutes or 60),
        "medium": before.medium or IN_PERSON,
        "booked_by": before.booked_by or "either",
    }
