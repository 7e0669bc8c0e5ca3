"""What is filled in about a question: what is asked, what is answered, who gets it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from wtforms import RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.support.kinds import KINDS, URGENCIES
from portal.web.forms import CreatingForm, EditingForm, plain_lines

LONGEST = 5_000
ANY = ""
MINUTES = ("5", "10", "15", "30", "45", "60")


def _box(label: str, empty: str, description: str = "") -> TextAreaField:
    return TextAreaField(
        label,
        description=description,
        filters=[plain_lines],
        validators=[
            DataRequired(empty),
            Length(max=LONGEST, message=f"Use at most {LONGEST:,} letters"),
        ],
        render_kw={"rows": "7"},
    )


class _ToSomebody:
    """The choice between one of the consultants and any of them."""

    to: SelectField

    def offer(self, people: Sequence[Person], any_of_them: str) -> None:
        """Let one of these people be chosen, or any."""
        self.known = {str(each.id): each for each in people}
        named = [SelectChoice(key, each.name) for key, each in self.known.items()]
        self.to.choices = [SelectChoice(ANY, any_of_them), *named]

    @property
    def chosen(self) -> Person | None:
        """Who was chosen; nobody where it is any of them."""
        return self.known.get(self.to.data)


class AskForm(_ToSomebody, LooksForIdentifiers, CreatingForm):
    """A question: its kind, how soon it needs an answer, to whom it goes, and the words."""

    careful_fields = ("words",)
    kind = RadioField(
        "What kind of help is it?",
        choices=[SelectChoice(each.key, each.label) for each in KINDS.values()],
        validators=[DataRequired("Choose what kind of help it is")],
    )
    urgency = RadioField(
        "How soon do you need an answer?",
        choices=[SelectChoice(each.key, each.label) for each in URGENCIES.values()],
        default=list(URGENCIES)[-1],
    )
    to = SelectField("Whom do you ask?", default=ANY)
    words = _box(
        "Your question",
        "Write your question",
        "Ask about the work in general. Leave out names, places and anything about one family.",
    )

    def said(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        return {
            "kind": self.kind.data,
            "urgency": self.urgency.data,
            "words": self.words.data,
            "consultant": self.chosen,
        }


class AnswerForm(LooksForIdentifiers, CreatingForm):
    """The answer, and how long it took."""

    careful_fields = ("words",)
    words = _box("Your answer", "Write your answer")
    minutes = RadioField(
        "How long did it take, with thinking?",
        choices=[SelectChoice(each, f"{each} min") for each in MINUTES],
        default="15",
    )


class FollowUpForm(LooksForIdentifiers, CreatingForm):
    """What the asker adds, or asks further."""

    careful_fields = ("words",)
    words = _box("Write again", "Write what you want to add or ask")


class HandOverForm(_ToSomebody, EditingForm):
    """To whom a question is handed over."""

    to = SelectField("To whom?", default=ANY)

    def offer_others(self, people: Sequence[Person], but: Sequence[UUID]) -> None:
        """Let another consultant be chosen, or whoever takes it."""
        self.offer([each for each in people if each.id not in but], "Whoever takes it")
