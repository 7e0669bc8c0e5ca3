"""What is filled in about a placement, and about the days of a week in it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from portal.people.models import Person
from portal.routes.catalogue import Wanted
from portal.routes.placing import MOST_A_WEEK
from portal.web import days
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LONGEST_PLACE = 120
NOBODY = ""


class _AboutAPlacement(PortalForm):
    """Where and when it is, who teaches it, and who does the work of the desk."""

    where = StringField(
        "Where is it?",
        description="For example, Hospital social work team",
        validators=[
            DataRequired("Write where it is"),
            Length(max=LONGEST_PLACE, message=f"Keep it to {LONGEST_PLACE} letters"),
        ],
    )
    started_on = DayField(
        "First day", description="For example, 4/1/2027", validators=[a_day("Enter the first day")]
    )
    ended_on = DayField(
        "Last day", description="For example, 30/4/2027", validators=[a_day("Enter the last day")]
    )
    educator = SelectField(
        "Practice educator",
        description="Whoever holds a stage as a practice educator that has not lapsed",
    )
    backfill = SelectField("Who covers their desk?")
    backfill_days = SelectField(
        "For how many days a week?",
        choices=[SelectChoice(str(number), str(number)) for number in range(MOST_A_WEEK + 1)],
    )

    def offer(self, educators: Sequence[Person], colleagues: Sequence[Person]) -> None:
        """Let these people be chosen, or nobody yet."""
        for name, people in (("educator", educators), ("backfill", colleagues)):
            self[name].choices = [SelectChoice(NOBODY, "Nobody yet")] + [
                SelectChoice(str(each.id), each.name) for each in people
            ]
        self._known = {str(each.id): each for each in (*educators, *colleagues)}

    def said(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        return {
            "workplace": (self.where.data or "").strip(),
            "started_on": self.started_on.data,
            "ended_on": self.ended_on.data,
            "educator": self._known.get(self.educator.data),
            "backfill": self._known.get(self.backfill.data),
            "backfill_days": int(self.backfill_days.data),
        }


class PlacementForm(_AboutAPlacement, CreatingForm):
    """A placement that is put down."""

    kind = RadioField("Which placement?", validators=[DataRequired("Choose which placement")])

    def offer_kinds(self, wanted: Sequence[Wanted]) -> None:
        """Let one that the route asks for be chosen."""
        self.kind.choices = [
            SelectChoice(each.kind, f"{each.title}, {each.days} days") for each in wanted
        ]


class ChangePlacementForm(_AboutAPlacement, EditingForm):
    """A placement that is changed."""


class WeekForm(CreatingForm):
    """How many days of practice there were in a week."""

    week = SelectField("Week")
    days = RadioField(
        "Days of practice",
        choices=[SelectChoice(str(number), str(number)) for number in range(MOST_A_WEEK + 1)],
        validators=[DataRequired("Choose how many days")],
    )

    def offer(self, weeks: Sequence[date]) -> None:
        """Let one of these weeks be chosen."""
        self.week.choices = [
            SelectChoice(each.isoformat(), f"From {days.short(each)}") for each in weeks
        ]
