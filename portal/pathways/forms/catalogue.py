"""What HR fills in about a role of the career catalogue, and the day from which a draft counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import (
    FieldList,
    Form,
    FormField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from portal.clock import today
from portal.pathways.catalogue.entries import (
    COUNTED,
    EVIDENCE,
    INDUCTION,
    MENTORING,
    QUALIFIED,
    REGISTERED,
    STATED,
    TIME,
    TRAINING,
    Catalogue,
    Place,
    Requirement,
)
from portal.pathways.catalogue.faults import EVIDENCE_OF, LONGEST_LINE
from portal.people.folding import fold, key_of
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import EditingForm, plain_lines

LONGEST_TITLE = 80
SPARE = 2
Row = dict[str, Any]
KIND_WORDS = {
    TIME: "Months in other roles",
    REGISTERED: "Registration with the regulator",
    QUALIFIED: "Months since qualifying",
    INDUCTION: "The induction year, completed",
    EVIDENCE: "Pieces of evidence",
    MENTORING: "Months as a mentor or coach",
    TRAINING: "A course",
    STATED: "Their own words",
}


def a_line(longest: int = LONGEST_LINE) -> Any:
    """A text of one line, at most so long."""
    return Length(max=longest, message=f"Keep it to {longest} letters")


def sentence(written: str | None) -> str:
    """What was written, as a sentence with its full stop."""
    said = (written or "").strip()
    return said if not said or said.endswith((".", "?", "!")) else f"{said}."


def lines(written: str | None) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in plain_lines(written).split("\n") if line.strip()]


class RequirementRow(Form):
    """One thing that a role asks; a row without words is taken out."""

    key = HiddenField()
    words = StringField("What is asked", validators=[Optional(), a_line()])
    kind = SelectField(
        "What shows it?",
        choices=[SelectChoice(kind, words) for kind, words in KIND_WORDS.items()],
        default=STATED,
    )
    amount = NumberField("How many? (months or pieces)", validators=[Optional()])
    of = StringField(
        "Of what? (optional)",
        description="Roles, courses, or kinds of evidence (" + ", ".join(EVIDENCE_OF) + ")",
        validators=[Optional(), a_line(300)],
    )
    step = StringField(
        "The next step for whoever lacks it (optional)", validators=[Optional(), a_line()]
    )

    def said(self, catalogue: Catalogue, courses: Mapping[str, str]) -> Row:
        """The requirement as it is kept; what it names by title is kept by key."""
        kind, words = self.kind.data, sentence(self.words.data)
        known = {TIME: {fold(p.title): p.key for p in catalogue.places}, TRAINING: courses}
        named = [each.strip() for each in (self.of.data or "").split(",") if each.strip()]
        of = [known.get(kind, {}).get(fold(each), each) for each in named]
        return {
            "key": self.key.data or key_of(words),
            "words": words,
            "kind": kind,
            "amount": (self.amount.data or 0) if kind in (*COUNTED, QUALIFIED) else 0,
            "of": of if kind in (TIME, EVIDENCE, TRAINING) else [],
            "step": (self.step.data or "").strip(),
        }


class PlaceForm(EditingForm):
    """A role on the lattice: what it is, what it asks, where it leads."""

    title = StringField(
        "What is the role called?",
        validators=[DataRequired("Write what it is called"), a_line(LONGEST_TITLE)],
    )
    aliases = TextAreaField(
        "Local job titles that belong to it (optional)",
        description="One in each line",
        filters=[plain_lines],
    )
    family = SelectField("Family")
    band = SelectField("Band")
    says = StringField(
        "What is it, in a sentence?",
        validators=[DataRequired("Say in a sentence what it is"), a_line()],
    )
    asks = TextAreaField(
        "What does the role ask?",
        description="Three to five short sentences, one in each line",
        filters=[plain_lines],
        validators=[DataRequired("Write what the role asks")],
    )
    reached = StringField(
        "How do people come here?",
        validators=[DataRequired("Say how people come here"), a_line()],
    )
    grades = StringField(
        "Grade",
        description="As your salary points call it, for example G9",
        validators=[DataRequired("Write the grade"), a_line(LONGEST_TITLE)],
    )
    fewest = NumberField("Usual months in the role, from (optional)", validators=[Optional()])
    most = NumberField("to (optional)", validators=[Optional()])
    up = SelectMultipleField("Where does it lead up to?", validators=[Optional()])
    across = SelectMultipleField("Where does it lead across to?", validators=[Optional()])
    requirements = FieldList(FormField(RequirementRow), max_entries=30)

    def offer(self, catalogue: Catalogue, key: str) -> None:
        """Let families, bands and places be chosen."""
        self.family.choices = [SelectChoice(each.key, each.title) for each in catalogue.families]
        self.band.choices = [SelectChoice(each.key, each.title) for each in catalogue.bands]
        others = [each for each in catalogue.places if each.key != key]
        places = [SelectChoice(each.key, each.title) for each in others]
        self.up.choices, self.across.choices = places, list(places)

    def validate(self, extra_validators: Any = None) -> bool:
        """Both months, or neither; the number of sentences; no sentence too long."""
        is_valid = bool(super().validate(extra_validators))
        if bool(self.fewest.data) != bool(self.most.data):
            self.most.errors = ["Write both numbers of months, or leave both empty"]
        elif self.fewest.data and not 0 < self.fewest.data <= (self.most.data or 0):
            self.most.errors = ["Write the smaller number of months first"]
        if self.asks.data and not 3 <= len(lines(self.asks.data)) <= 5:
            self.asks.errors = ["Write three to five sentences, each in a line of its own"]
        if any(len(line) >= LONGEST_LINE for line in lines(self.asks.data)):
            self.asks.errors = [f"Keep each sentence to {LONGEST_LINE} letters"]
        return is_valid and not (self.most.errors or self.asks.errors)

    def said(self, catalogue: Catalogue, key: str, courses: Mapping[str, str]) -> Row:
        """The place as it is kept, looked at today."""
        place = catalogue.by_key.get(key)
        rows = [entry.form for entry in self.requirements if (entry.form.words.data or "").strip()]
        row: Row = {
            "key": key or key_of(self.title.data or ""),
            "title": (self.title.data or "").strip(),
            "family": self.family.data,
            "band": self.band.data,
            "says": sentence(self.says.data),
            "asks": [sentence(line) for line in lines(self.asks.data)],
            "requirements": [each.said(catalogue, courses) for each in rows],
            "reached": sentence(self.reached.data),
            "grades": (self.grades.data or "").strip(),
            "up": _in_order(self.up.data, place.up if place else ()),
            "across": _in_order(self.across.data, place.across if place else ()),
            "last_reviewed": today().isoformat(),
            "aliases": lines(self.aliases.data),
        }
        if self.fewest.data and self.most.data:
            row["typical_months"] = [self.fewest.data, self.most.data]
        return row

    @property
    def wrong_rows(self) -> list[Any]:
        """The fields of rows that are not right, for the summary."""
        return [field for entry in self.requirements for field in entry.form if field.errors]


class PublishForm(EditingForm):
    """From which day on a draft counts."""

    effective_from = DayField(
        "From which day on does it count?",
        description="For example, 1/4/2027",
        default=today,
        validators=[a_day("Write the day from which it counts")],
    )


class DropForm(EditingForm):
    """Nothing to fill in: a draft, or a role of it, goes with one press, as it was looked at."""


def _in_order(chosen: Sequence[str] | None, before: Sequence[str]) -> list[str]:
    """What was chosen, in the order that it had before; what is new comes last."""
    kept = [key for key in before if key in (chosen or ())]
    return [*kept, *(key for key in chosen or () if key not in kept)]


def place_as_shown(place: Place, catalogue: Catalogue, courses: Mapping[str, str]) -> Row:
    """A place as the form shows it, with empty rows for more requirements."""
    fewest, most = place.typical_months or (None, None)
    return {
        "title": place.title,
        "aliases": "\n".join(place.aliases),
        "family": place.family.key,
        "band": place.band.key,
        "says": place.says,
        "asks": "\n".join(place.asks),
        "reached": place.reached,
        "grades": place.grades,
        "fewest": fewest,
        "most": most,
        "up": list(place.up),
        "across": list(place.across),
        "requirements": [
            *(requirement_as_shown(each, catalogue, courses) for each in place.requirements),
            *({} for _ in range(SPARE)),
        ],
    }


def requirement_as_shown(
    asked: Requirement, catalogue: Catalogue, courses: Mapping[str, str]
) -> Row:
    """A requirement as its row shows it: what it names by key is shown by title."""
    titles = {key: title for title, key in courses.items()} if asked.kind == TRAINING else {}
    if asked.kind == TIME:
        titles = {each.key: each.title for each in catalogue.places}
    return {
        "key": asked.key,
        "words": asked.words,
        "kind": asked.kind,
        "amount": asked.amount or None,
        "of": ", ".join(titles.get(each, each) for each in asked.of),
        "step": asked.step,
    }
