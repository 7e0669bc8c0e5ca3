"""What people fill in about extra support: the plan, another last day, an early end."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from portal.induction import supporting
from portal.induction.forms.items import AN_EXAMPLE, day_of
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, plain_lines

TOO_LONG = "Write at most 5,000 letters. Take some out"


def _box(label: str, empty: str, hint: str = "", rows: str = "5") -> TextAreaField:
    needed = [DataRequired(empty), Length(max=supporting.LONGEST, message=TOO_LONG)]
    return TextAreaField(label, description=hint, validators=needed, render_kw={"rows": rows})


class SupportPlanForm(LooksForIdentifiers, CreatingForm):
    """Extra support: by whom, what, to what end, from when until when, and when it is looked at."""

    supporter = SelectField(
        "Who gives the support?", validators=[InputRequired("Choose who gives the support")]
    )
    support = _box(
        "What extra support is given, and who does what?",
        "Write what support is given, and who does what",
        "The newly qualified worker reads every word of this at once.",
    )
    good = _box(
        "What does good look like at the end?",
        "Write what good looks like",
        "So that both can see it when it is there.",
    )
    started_on = DayField("First day", description=AN_EXAMPLE, validators=[a_day("Enter the day")])
    ends_on = DayField(
        "Last day",
        description="It ends by itself after this day. It can be extended once.",
        validators=[a_day("Enter the day")],
    )
    first_review_on = DayField(
        "When do you look at it together?", validators=[a_day("Enter the day")]
    )
    second_review_on = DayField("And a second time? (optional)")

    def offer(self, supporters: Sequence[Person]) -> None:
        """Let these be chosen from."""
        self.known = {str(person.id): person for person in supporters}
        self.supporter.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(key, each.name) for key, each in self.known.items()
        ]

    def plan(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "supporter": self.known[self.supporter.data],
            "support": plain_lines(self.support.data),
            "good": plain_lines(self.good.data),
            "started_on": day_of(self.started_on),
            "ends_on": day_of(self.ends_on),
            "first_review_on": day_of(self.first_review_on),
            "second_review_on": self.second_review_on.data,
        }


class CorrectingForm(LooksForIdentifiers, EditingForm):
    """The words of a plan as they should be; whoever reads it is told."""

    support = _box(
        "What extra support is given, and who does what?",
        "Write what support is given, and who does what",
    )
    good = _box("What does good look like at the end?", "Write what good looks like")

    def words(self) -> dict[str, str]:
        """What was written, as the operation takes it."""
        return {each.name: plain_lines(each.data) for each in (self.support, self.good)}


class ExtendingForm(LooksForIdentifiers, EditingForm):
    """Another last day, and why."""

    ends_on = DayField("New last day", description=AN_EXAMPLE, validators=[a_day("Enter the day")])
    why = _box("Why is more time useful?", "Say why more time is useful", rows="3")

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.ends_on)


class EndingForm(LooksForIdentifiers, EditingForm):
    """Why a plan ends before its last day."""

    why = _box("Why does it end now?", "Say why it ends now", rows="3")
