"""What is filled in when somebody writes, shares and comments."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from portal.people.models import Person
from portal.standards import prompts
from portal.standards.forms.careful import CHECKED, LooksForIdentifiers, in_words
from portal.standards.identifiers import found
from portal.standards.models.writing import LONGEST_TEXT, LONGEST_TITLE, WRITING_KINDS
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LONGEST_COMMENT, LONGEST_PASSAGE = 4000, 600
MOST_READERS = 20


def _lines(text: str | None) -> str:
    """Line ends as one letter, however the browser sent them."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


def _plain(text: str | None) -> str:
    return (text or "").strip()


def _a_title() -> StringField:
    return StringField(
        "Title",
        description="So that you know it again",
        filters=[_plain],
        validators=[
            DataRequired("Enter a title"),
            Length(max=LONGEST_TITLE, message=f"Use at most {LONGEST_TITLE} letters"),
        ],
    )


def _models() -> list[SelectChoice]:
    named = [SelectChoice(model.key, model.title) for model in prompts.every().values()]
    return [SelectChoice("", "No prompts"), *named]


class NewPieceForm(CreatingForm):
    """A piece that is begun."""

    kind = RadioField(
        "What do you want to write?",
        choices=[SelectChoice(key, words) for key, words in WRITING_KINDS.items()],
        validators=[InputRequired("Choose what you want to write")],
    )
    title = _a_title()
    model_key = SelectField("Prompts to begin with (optional)", choices=_models, default="")


class PieceForm(EditingForm):
    """The page on which a piece is written."""

    title = _a_title()
    text = TextAreaField(
        "Your text",
        filters=[_lines],
        validators=[
            Length(
                max=LONGEST_TEXT, message=f"Keep it to {LONGEST_TEXT:,} letters, or begin another"
            )
        ],
        render_kw={"rows": "18"},
    )
    model_key = SelectField("Prompts", choices=_models, default="")
    keeps_other = HiddenField()

    def piece(self) -> dict[str, Any]:
        """What was written, as the operation takes it."""
        return {
            "title": self.title.data,
            "text": self.text.data,
            "model_key": self.model_key.data,
            "keeps_other": self.keeps_other.data == "y",
        }


class WorkingTextForm(EditingForm):
    """The working copy, as autosave sends it."""

    text = TextAreaField(
        "Your text",
        filters=[_lines],
        validators=[
            Length(max=LONGEST_TEXT, message=f"It is longer than {LONGEST_TEXT:,} letters")
        ],
    )


class SharingForm(EditingForm):
    """With whom a piece is shared: those who are ticked and nobody else."""

    q = StringField(
        "Find a colleague by name (optional)",
        validators=[Length(max=100, message="Write a name of at most 100 letters")],
    )
    readers = SelectMultipleField(
        "Who may read it?", validators=[InputRequired("Choose at least one person")]
    )
    is_checked = BooleanField(CHECKED)

    def __init__(
        self,
        *args: Any,
        suggested: Mapping[UUID, tuple[Person, str]],
        found_people: Iterable[Person],
        texts: tuple[str, ...],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.suggested = suggested
        self.findings = in_words(found("\n".join(texts)))
        offered = {str(key): _called(*value) for key, value in suggested.items()}
        offered |= {str(p.id): p.name for p in found_people if str(p.id) not in offered}
        self.readers.choices = [SelectChoice(key, words) for key, words in offered.items()]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it can be shared: what looks like an identifier needs the tick."""
        is_valid = bool(super().validate(extra_validators))
        if self.findings and not self.is_checked.data:
            self.is_checked.errors = ["Take these out of the text first, or tick this box"]
            is_valid = False
        return is_valid

    def chosen(self) -> dict[UUID, str]:
        """The people who are ticked, each with what they were named as."""
        ids = [UUID(value) for value in (self.readers.data or [])[:MOST_READERS]]
        return {each: self.suggested[each][1] if each in self.suggested else "" for each in ids}


class CommentForm(LooksForIdentifiers, CreatingForm):
    """What a reader says about a shared piece."""

    passage = StringField(
        "The passage it is about (optional)",
        description="Copy a few words from the text; leave it empty to comment on the whole",
        filters=[_plain],
        validators=[
            Length(max=LONGEST_PASSAGE, message=f"Quote at most {LONGEST_PASSAGE} letters")
        ],
    )
    text = TextAreaField(
        "Your comment",
        filters=[_lines],
        validators=[
            DataRequired("Enter your comment"),
            Length(max=LONGEST_COMMENT, message=f"Use at most {LONGEST_COMMENT:,} letters"),
        ],
    )


class SettlingForm(PortalForm):
    """What became of a comment."""

    settled_as = RadioField(
        choices=[SelectChoice("accepted", ""), SelectChoice("resolved", ""), SelectChoice("", "")]
    )


class PromptsForm(PortalForm):
    """Whether prompts are shown."""

    shows = RadioField(choices=[SelectChoice("yes", "Show"), SelectChoice("no", "Leave out")])


def _called(person: Person, role: str) -> str:
    return f"{person.name}, your {role}" if role else person.name
