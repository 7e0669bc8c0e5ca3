"""What is filled in to move a year to another programme: the proposal, and the answer to it."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from portal.induction.programmes import Programme
from portal.web.forms import EditingForm

YES, NO = "yes", "no"


class MoveForm(EditingForm):
    """The programme to move to: first looked at, then confirmed."""

    to = RadioField("Move to which programme?", validators=[InputRequired("Choose a programme")])

    def __init__(self, *args: Any, offered: Sequence[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {f"{each.key} {each.version}": each for each in offered}
        self.to.choices = [
            SelectChoice(key, f"{each.name} (version {each.version})")
            for key, each in self.known.items()
        ]

    @property
    def chosen(self) -> Programme | None:
        """The programme that was chosen, if one on offer was."""
        return self.known.get(self.to.data or "")


class AnswerForm(EditingForm):
    """Whether the person agrees to the move that they were shown."""

    move = HiddenField()
    answer = RadioField(
        "Shall your year move?",
        choices=[
            SelectChoice(YES, "Yes, move my year"),
            SelectChoice(NO, "No, keep the programme that I am on"),
        ],
        validators=[InputRequired("Choose yes or no")],
    )

    @property
    def agrees(self) -> bool:
        """Whether the answer is yes."""
        return bool(self.answer.data == YES)
