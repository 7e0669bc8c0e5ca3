"""What an applicant fills in: a statement, how each requirement is shown, which panel."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from portal.clock import today
from portal.pathways.models import Panel
from portal.pathways.models.applications import LONGEST_ANSWER, LONGEST_STATEMENT
from portal.pathways.progression.dates import Sitting
from portal.standards.forms.careful import LooksForIdentifiers
from portal.standards.models import Evidence
from portal.web import days
from portal.web.arguments import ids
from portal.web.forms import CreatingForm, EditingForm, plain_lines


class StatementForm(LooksForIdentifiers, EditingForm):
    """Why somebody is ready, in their own words."""

    statement = TextAreaField(
        "Why are you ready?",
        description="In your own words. Nothing that says who a child or a family is",
        filters=[plain_lines],
        render_kw={"rows": "14"},
        validators=[
            DataRequired("Write why you are ready"),
            Length(max=LONGEST_STATEMENT, message=f"Keep it to {LONGEST_STATEMENT} letters"),
        ],
    )


class ItemForm(LooksForIdentifiers, EditingForm):
    """How one requirement is shown: in a sentence, and by evidence of one's own."""

    answer = TextAreaField(
        "How do you show it? (optional where you pick evidence)",
        description="A sentence or two. Nothing that says who a child or a family is",
        filters=[plain_lines],
        validators=[Length(max=LONGEST_ANSWER, message=f"Keep it to {LONGEST_ANSWER} letters")],
    )
    evidence = SelectMultipleField(
        "Evidence from your record",
        description="The panel reads its title, day and line, and nothing behind it",
        validate_choice=False,
    )

    def offer(self, pieces: Sequence[Evidence], picked: Collection[UUID]) -> None:
        """Give the form the evidence it may choose from; what was picked comes first."""
        first = sorted(pieces, key=lambda piece: piece.id not in picked)
        self.evidence.choices = [
            SelectChoice(str(piece.id), f"{piece.title}, {days.short(piece.dated_on)}")
            for piece in first
        ]
        if not self.is_submitted():
            self.evidence.data = [str(key) for key in picked]

    def shown(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {"answer": self.answer.data, "evidence": ids(self.evidence.data or [])}


class SendForm(CreatingForm):
    """Which panel an application goes to."""

    panel = RadioField(
        "To which panel?",
        validators=[InputRequired("Choose a panel")],
        validate_choice=False,
    )

    def offer(self, coming: Sequence[tuple[Panel, Sitting]]) -> None:
        """Give the form the coming panels; the first with a place is chosen."""
        self.panel.choices = [
            SelectChoice(str(panel.id), _said(sitting)) for panel, sitting in coming
        ]
        if not self.is_submitted():
            free = (str(p.id) for p, sitting in coming if sitting.is_open(today()))
            self.panel.data = next(free, None)


class WithdrawForm(EditingForm):
    """The confirmation that an application is taken back; it asks for no reason."""


def _said(sitting: Sitting) -> str:
    left = f"{sitting.left} of {sitting.places} places left" if sitting.left else "full"
    return f"{days.in_words(sitting.meets_on)}, send until {days.short(sitting.send_by)}, {left}"
