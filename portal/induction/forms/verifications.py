"""What an assessor fills in about a document that they saw in the case system."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from portal.induction.models import InductionItem
from portal.induction.models.verifications import KINDS
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

MOST = 2000
TOO_LONG = f"Use at most {MOST:,} letters"


class _Document(PortalForm):
    """What was seen, when, and what to say about it."""

    kind = SelectField(
        "What kind of document is it?",
        choices=[SelectChoice("", "Choose"), *(SelectChoice(k, v) for k, v in KINDS.items())],
        validators=[InputRequired("Choose the kind of document")],
    )
    seen_on = DayField(
        "On which day did you see it?",
        description="For example, 26/11/2026",
        validators=[a_day("Enter the day")],
    )
    description = TextAreaField(
        "What is it, in general words?",
        description="No names, no numbers of cases, nothing by which a family is known",
        validators=[
            DataRequired("Say in general words what it is"),
            Length(max=MOST, message=TOO_LONG),
        ],
    )
    feedback = TextAreaField(
        "What was good about it, and what would make it better? (optional)",
        validators=[Length(max=MOST, message=TOO_LONG)],
    )

    def document(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {name: self[name].data for name in ("kind", "seen_on", "description", "feedback")}


class VerificationForm(LooksForIdentifiers, _Document, CreatingForm):
    """A document that was seen, and which of the year it is."""

    item = RadioField(
        "Which document of the year is it?", validators=[InputRequired("Choose the document")]
    )

    def __init__(self, *args: Any, items: Sequence[InductionItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = {str(item.id): item for item in items}
        self.item.choices = [SelectChoice(key, item.title) for key, item in self.waiting.items()]
        if items and not self.item.data:
            self.item.data = str(items[0].id)


class ChangeVerificationForm(LooksForIdentifiers, _Document, EditingForm):
    """What is said of a document, put right before the person confirms it."""


class ConfirmationForm(EditingForm):
    """The button by which a person confirms what they were shown."""
