"""What people fill in when a pairing has ended: what became of its goals, a note for the next."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from portal.clock import today
from portal.mentoring.models import HandOverNote, LookBack, Pairing
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web import days
from portal.web.forms import EditingForm, plain_lines

LONGEST = 5_000
TOO_LONG = f"Use at most {LONGEST:,} letters"
NOBODY = "nobody"


class LookBackForm(LooksForIdentifiers, EditingForm):
    """What became of each goal, a box for each; `look_back_form` makes it for some goals."""

    @property
    def boxes(self) -> list[Any]:
        """The box of each goal, in their order."""
        return [field for field in self if field.name.startswith("became_")]

    def became(self) -> list[str]:
        """What was written about each goal, in their order."""
        return [box.data for box in self.boxes]

    def validate_became_1(self, field: TextAreaField) -> None:
        """Ask for something where nothing has been written yet."""
        if not self.version.data and not any(self.became()):
            raise ValidationError("Write what became of at least one goal, or go back")


def look_back_form(goals: Sequence[str], kept: LookBack) -> LookBackForm:
    """The form for these goals, with what is kept about them."""
    numbers = range(1, len(goals) + 1)
    boxes = {f"became_{number}": _box(number, len(goals)) for number in numbers}
    made: Any = type("LookBackForm", (LookBackForm,), boxes)
    became = (kept.became or []) if kept.version else []
    standing = {f"became_{number}": words for number, words in enumerate(became, 1)}
    form: LookBackForm = made(data=standing | {"version": kept.version})
    return form


def _box(number: int, goals: int) -> TextAreaField:
    return TextAreaField(
        f"What became of goal {number}? (optional)" if goals > 1 else "What became of it?",
        filters=[plain_lines],
        validators=[Length(max=LONGEST, message=TOO_LONG)],
        render_kw={"rows": "3"},
    )


class HandOverForm(LooksForIdentifiers, EditingForm):
    """What whoever comes next should know, from whoever leaves."""

    words = TextAreaField(
        "What helps whoever comes next?",
        description="What you worked on, what went well, and what could be next.",
        filters=[plain_lines],
        validators=[
            DataRequired("Write the note, or go back"),
            Length(max=LONGEST, message=TOO_LONG),
        ],
        render_kw={"rows": "8"},
    )

    def __init__(self, *args: Any, note: HandOverNote, **kwargs: Any) -> None:
        words = (note.words or "") if note.version else ""
        super().__init__(*args, data={"words": words, "version": note.version}, **kwargs)


class ReaderForm(EditingForm):
    """Whom the person supported lets read the note: a later coach or mentor, or nobody else."""

    reader = RadioField("Who may read it?")

    def __init__(
        self, *args: Any, note: HandOverNote, later: Sequence[Pairing], **kwargs: Any
    ) -> None:
        chosen = note.choice.pairing_id if note.choice else None
        standing = {"reader": str(chosen or NOBODY), "version": note.version}
        super().__init__(*args, data=standing, **kwargs)
        self.later = {str(each.id): each for each in later}
        self.reader.choices = [SelectChoice(NOBODY, "Nobody else: I keep it to myself")] + [
            SelectChoice(key, f"{each.coach.name}, {_since(each)}")
            for key, each in self.later.items()
        ]
        if self.reader.data not in {NOBODY, *self.later} and not self.is_submitted():
            self.reader.data = NOBODY

    def chosen(self) -> Pairing | None:
        """The pairing whose coach or mentor may read it; none where nobody else may."""
        return self.later.get(self.reader.data)


def _since(pairing: Pairing) -> str:
    when = "since" if pairing.started_on <= today() else "from"
    return f"your {pairing.role} {when} {days.short(pairing.started_on)}"
