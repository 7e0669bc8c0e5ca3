"""What is filled in about leave as time in a role."""

from datetime import date
from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from portal.clock import today
from portal.pathways.models.leave import LONGEST_RULE
from portal.pathways.progression.leave import FEWEST_MONTHS, MOST_MONTHS
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import CreatingForm, plain_lines

ALL, SOME = "all", "some"


class LeaveRuleForm(CreatingForm):
    """How much of one absence counts, from which day, and in which words it was published."""

    counts = RadioField(
        "How does leave count as time in a role?",
        choices=[
            SelectChoice(ALL, "All of it counts"),
            SelectChoice(SOME, "Of one absence only the first months count"),
        ],
        validators=[InputRequired("Choose how leave counts")],
    )
    months = NumberField(
        "How many months of one absence count?",
        description="Only where not all of it counts",
        validators=[Optional()],
    )
    since = DayField(
        "From which day on?",
        description="Days away before it always count",
        validators=[a_day("Enter the day from which the rule holds")],
    )
    words = TextAreaField(
        "The rule as it was published",
        description="Everybody reads these words beside what a role asks",
        filters=[plain_lines],
        render_kw={"rows": "4"},
        validators=[Length(max=LONGEST_RULE, message=f"Keep it to {LONGEST_RULE} letters")],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether everything is there; a rule that takes days away has to be said whole."""
        is_whole = super().validate(extra_validators)
        return self._is_said_whole() and is_whole

    def _is_said_whole(self) -> bool:
        if self.counts.data != SOME:
            return True
        if not FEWEST_MONTHS <= (self.months.data or 0) <= MOST_MONTHS:
            self.months.errors = [f"Write a number from {FEWEST_MONTHS} to {MOST_MONTHS}"]
        if not (self.words.data or "").strip():
            self.words.errors = ["Write the rule as it was published"]
        if self.since.data and self.since.data < today():
            self.since.errors = [
                "A rule cannot take back time that has passed. Choose a day to come"
            ]
        return not (self.months.errors or self.words.errors or self.since.errors)

    def rule(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        some = self.counts.data == SOME
        since: date = self.since.data or today()
        words = (self.words.data or "").strip()
        return {"months": self.months.data if some else None, "since": since, "words": words}
