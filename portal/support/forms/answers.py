"""What is filled in about a shared answer: its text, and that one agrees to it."""

from typing import Any

from wtforms import IntegerField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput

from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

LONGEST = 5_000


def _box(label: str, empty: str) -> TextAreaField:
    return TextAreaField(
        label,
        filters=[plain_lines],
        validators=[
            DataRequired(empty),
            Length(max=LONGEST, message=f"Use at most {LONGEST:,} letters"),
        ],
        render_kw={"rows": "7"},
    )


class _Text(LooksForIdentifiers, PortalForm):
    """A question and its answer, for everybody."""

    asked = _box("The question, for everybody", "Write the question")
    answered = _box("The answer, for everybody", "Write the answer")

    def said(self) -> dict[str, Any]:
        """The answers as the deeds take them."""
        return {
            "asked": self.asked.data,
            "answered": self.answered.data,
            "was_checked": bool(self.is_checked.data),
        }


class ProposeForm(_Text, CreatingForm):
    """The text that a consultant proposes."""


class ChangeTextForm(_Text, EditingForm):
    """Another text."""


class AgreeForm(PortalForm):
    """The number of the text that somebody has read and agrees to."""

    number = IntegerField(widget=HiddenInput(), validators=[InputRequired("Read the text again")])
