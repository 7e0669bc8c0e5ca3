"""What is filled in about a model of teams: its words, and each of its parts row by row."""

from typing import Any, ClassVar

from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from portal.people.folding import fold, key_of
from portal.teams.modelling import Model
from portal.teams.modelling.entries import EXPERIENCED, NEWLY_QUALIFIED
from portal.web.fields import NumberField
from portal.web.forms import CreatingForm, PortalForm, plain_lines

LONGEST_TITLE, LONGEST_LINE, LONGEST_SAYS = 80, 200, 600
SPARE = 2  # rows that are empty, for what is added
Row = dict[str, Any]


def a_line(longest: int = LONGEST_LINE) -> Any:
    """A text of one line, at most so long."""
    return Length(max=longest, message=f"Keep it to {longest} letters")


class _Row(Form):
    """A row of a part; one whose first answer is empty is taken out."""

    key = HiddenField()

    @property
    def named(self) -> str:
        """What the row is called, without the space around it."""
        return self._words("title")

    def _words(self, name: str) -> str:
        return (self[name].data or "").strip()

    def validate(self, extra_validators: Any = None) -> bool:
        """An empty row is right as it is."""
        return not self.named or bool(super().validate(extra_validators))


class SlotRow(_Row):
    """A role, how many posts of it, and who fills it."""

    title = StringField("Role", validators=[Optional(), a_line(LONGEST_TITLE)])
    number = NumberField("How many posts?", validators=[DataRequired("Write how many posts")])
    titles = StringField(
        "Other job titles that fill it (optional)",
        description="With commas between them",
        validators=[Optional(), a_line()],
    )
    is_qualified = BooleanField("Whoever holds it is a qualified social worker")
    directed_by = StringField(
        "Under whose direction does it work? (optional)",
        description="For a support role: the name of another role of this model",
        validators=[Optional(), a_line(LONGEST_TITLE)],
    )
    says = StringField("In a sentence (optional)", validators=[Optional(), a_line()])

    def said(self, model: Model) -> Row:
        """The slot; a new one is known by its name."""
        others = {fold(title) for title in self._words("titles").split(",")} - {""}
        return {
            "key": self.key.data or key_of(self.named),
            "title": self.named,
            "number": self.number.data or 0,
            "titles": [
                title.strip() for title in self._words("titles").split(",") if fold(title) in others
            ],
            "is_qualified": self.is_qualified.data,
            "directed_by": self._words("directed_by"),
            "says": self._words("says"),
        }


class RuleRow(_Row):
    """A rule that the portal checks."""

    title = StringField("The rule in a sentence", validators=[Optional(), a_line()])
    kind = SelectField(
        "What does it ask?",
        choices=[
            SelectChoice(
                EXPERIENCED, "So many permanent qualified staff, some of them experienced"
            ),
            SelectChoice(NEWLY_QUALIFIED, "Newly qualified people for each experienced one"),
        ],
    )
    people = NumberField(
        "How many people?",
        description="Permanent staff; or newly qualified people for each experienced one",
        validators=[DataRequired("Write how many people")],
    )
    experienced = NumberField("How many of them experienced?", validators=[Optional()])
    months = NumberField(
        "Experienced after how many months?", validators=[DataRequired("Write how many months")],
        default=24,
    )  # fmt: skip
    source = StringField("Where is it from? (optional)", validators=[Optional(), a_line()])

    def said(self, model: Model) -> Row:
        """The rule."""
        return {
            "kind": self.kind.data,
            "words": self.named,
            "people": self.people.data or 0,
            "experienced": (self.experienced.data or 0) if self.kind.data == EXPERIENCED else 0,
            "months": self.months.data or 0,
            "source": self._words("source"),
        }


class RhythmRow(_Row):
    """A meeting that belongs to the model."""

    title = StringField("Meeting", validators=[Optional(), a_line(LONGEST_TITLE)])
    weeks = NumberField("Every how many weeks?", validators=[DataRequired("Write how many weeks")])
    says = StringField("In a sentence (optional)", validators=[Optional(), a_line()])

    def said(self, model: Model) -> Row:
        """The rhythm."""
        return {"title": self.named, "weeks": self.weeks.data or 0, "says": self._words("says")}


class DecisionRow(_Row):
    """A line of the scheme of delegation."""

    title = StringField("Kind of decision", validators=[Optional(), a_line(LONGEST_TITLE)])
    decides = StringField("Who decides?", validators=[DataRequired("Write who decides"), a_line()])
    asked = StringField("Who must be asked first? (optional)", validators=[Optional(), a_line()])
    told = StringField("Who is told? (optional)", validators=[Optional(), a_line()])

    def said(self, model: Model) -> Row:
        """The line."""
        words = {name: self._words(name) for name in ("decides", "asked", "told")}
        return {"title": self.named} | words


class TaskRow(_Row):
    """A kind of task of a support role."""

    title = StringField("Kind of task", validators=[Optional(), a_line(LONGEST_TITLE)])
    slot = SelectField("Which role does it?")

    def said(self, model: Model) -> Row:
        """The kind of task; a new one is known by its name."""
        key = self.key.data or key_of(self.named)
        return {"key": key, "title": self.named, "slot": self.slot.data}


class PartForm(PortalForm):
    """One part of a model, row by row; it knows which edition the person was looking at."""

    part: ClassVar[str]
    seen = HiddenField()
    rows: FieldList

    def offer(self, model: Model) -> None:
        """Let each row choose among what the model has."""

    def changed(self, model: Model) -> dict[str, Any]:
        """The part as it would be kept."""
        rows = [entry.form.said(model) for entry in self.rows if entry.form.named]
        return {self.part: rows}

    @property
    def wrong(self) -> list[Any]:
        """The fields that are not right, for the summary."""
        return [field for entry in self.rows for field in entry.form if field.errors]


def _rows_of(row: type[_Row]) -> FieldList:
    return FieldList(FormField(row), max_entries=60)


class SlotsForm(PartForm):
    """The roles of a team."""

    part = "slots"
    rows = _rows_of(SlotRow)

    def changed(self, model: Model) -> dict[str, Any]:
        """The slots, with the role that each works under by its key."""
        found = super().changed(model)["slots"]
        keys = {fold(slot["title"]): slot["key"] for slot in found}
        for slot in found:
            slot["directed_by"] = keys.get(fold(slot["directed_by"]), slot["directed_by"])
        return {"slots": found}


class RulesForm(PartForm):
    """The rules of a model."""

    part = "rules"
    rows = _rows_of(RuleRow)


class RhythmsForm(PartForm):
    """The meetings of a model."""

    part = "rhythms"
    rows = _rows_of(RhythmRow)


class DecisionsForm(PartForm):
    """The scheme of delegation of a model."""

    part = "decisions"
    rows = _rows_of(DecisionRow)


class TasksForm(PartForm):
    """The kinds of task of a model."""

    part = "tasks"
    rows = _rows_of(TaskRow)

    def offer(self, model: Model) -> None:
        """The roles that work under another."""
        choices = [SelectChoice(slot.key, slot.title) for slot in model.slots if slot.directed_by]
        for entry in self.rows:
            entry.form.slot.choices = choices


FORMS: dict[str, type[PartForm]] = {
    form.part: form for form in (SlotsForm, RulesForm, RhythmsForm, DecisionsForm, TasksForm)
}


class AddModelForm(CreatingForm):
    """A model of one's own, which begins as a copy."""

    title = StringField(
        "What is the model called?",
        validators=[DataRequired("Write what it is called"), a_line(LONGEST_TITLE)],
    )
    says = TextAreaField(
        "What makes it one? (optional)",
        filters=[plain_lines],
        validators=[Optional(), a_line(LONGEST_SAYS)],
    )
    like = SelectField("Which model does it begin like?")


def rows_as_shown(model: Model, part: str) -> list[Row]:
    """The rows of a part as the form shows them, and some that are empty."""
    shown = [_as_shown(each, model) for each in getattr(model, part)]
    return [*shown, *({} for _ in range(SPARE))]


def _as_shown(entry: Any, model: Model) -> Row:
    row: Row = {name: getattr(entry, name) for name in entry.__dataclass_fields__}
    if "words" in row:
        row["title"] = row["words"]
    if "titles" in row:
        row["titles"] = ", ".join(row["titles"])
        directing = model.by_key.get(row["directed_by"])
        row["directed_by"] = directing.title if directing else ""
    return row
