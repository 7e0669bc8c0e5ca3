"""What is filled in for a quarter: the practice's totals, and what crossed between the teams."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.practices import spans, totals
from portal.practices.terms import COUNTS
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import NumberField
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LONGEST = 1000
TOO_LONG = f"Keep it to {LONGEST:,} letters"
POSSIBLE = f"Write a whole number from 0 to {totals.GREATEST:,}"


class _Counts(PortalForm):
    """The counts of a quarter; a draft may leave some empty."""

    def counts(self) -> dict[str, int | None]:
        """What was typed, by key."""
        return {key: self[key].data for key in totals.KEYS}

    def adds_up(self, *, is_sent: bool) -> bool:
        """Judge what was typed; each fault stands beside its field."""
        judge = totals.faults if is_sent else totals.impossible
        wrong = judge(self.counts())
        for key, said in wrong:
            self[key].errors = [*self[key].errors, said]
        return not wrong


for _each in COUNTS:
    setattr(_Counts, _each.key, NumberField(_each.title, validators=[Optional()]))


class TypeTotalsForm(_Counts, CreatingForm):
    """Totals of a quarter that has none yet."""

    quarter = SelectField("Which quarter?")

    def offer(self, quarters: Sequence[spans.Span]) -> None:
        """Let one of these quarters be chosen."""
        self.quarter.choices = [
            SelectChoice(each.started_on.isoformat(), each.words) for each in quarters
        ]

    def quarter_on(self) -> date:
        """The first day of the quarter chosen."""
        return date.fromisoformat(self.quarter.data)


class DraftForm(_Counts, EditingForm):
    """Totals that were not sent yet."""


class CorrectTotalsForm(LooksForIdentifiers, _Counts, EditingForm):
    """Totals that take the place of sent ones, and why."""

    reason = TextAreaField(
        "Why are they corrected?",
        description="The council reads this beside both versions",
        validators=[
            DataRequired("Write why they are corrected"), Length(max=LONGEST, message=TOO_LONG)
        ],
    )  # fmt: skip


def _number(title: str, hint: str) -> NumberField:
    asked = [
        InputRequired(POSSIBLE),
        NumberRange(min=0, max=totals.GREATEST, message=POSSIBLE),
    ]
    return NumberField(title, description=hint, validators=asked)


class ExchangeForm(LooksForIdentifiers, EditingForm):
    """What the practice took from the council's teams in a quarter, and what came back."""

    staff_moved = _number("Staff who moved to the practice", "From the council’s teams; a number")
    posts_given_up = _number("Posts that the council gave up", "Because the practice does the work")
    handed_back = _number("Pieces of work handed back", "To the council’s teams")
    said = TextAreaField(
        "What does that mean for the teams? (optional)",
        description="A sentence",
        validators=[Length(max=LONGEST, message=TOO_LONG)],
    )

    def facts(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        return {**self.answers(), "said": (self.said.data or "").strip()}
