"""What HR fills in row by row: families and bands, salary points, job titles outside."""

from collections.abc import Sequence
from typing import Any

from wtforms import FieldList, Form, FormField, HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, NumberRange, Optional

from portal.pathways.catalogue.entries import Catalogue, Outside, SalaryPoint
from portal.pathways.forms.catalogue import LONGEST_TITLE, SPARE, Row, a_line, lines, sentence
from portal.people.folding import fold, key_of
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import EditingForm, plain_lines

MOST_LINES = 12


class SalaryRow(Form):
    """What a point of a grade is paid; a row without a grade is taken out."""

    grade = StringField("Grade", validators=[Optional(), a_line(20)])
    number = NumberField("Point", validators=[DataRequired("Write the number of the point")])
    salary = NumberField("Pounds a year, full time", validators=[DataRequired("Write the salary")])
    first = DayField(
        "From",
        description="For example, 1/4/2026",
        validators=[a_day("Write the day from which it is paid")],
    )
    last = DayField("Until (optional)", validators=[Optional()])

    def validate(self, extra_validators: Any = None) -> bool:
        """An empty row is right as it is."""
        return not self.is_filled or bool(super().validate(extra_validators))

    @property
    def is_filled(self) -> bool:
        """Whether it names a grade."""
        return bool((self.grade.data or "").strip())

    def said(self) -> Row:
        """The salary point as it is kept."""
        row = {
            "grade": (self.grade.data or "").strip(),
            "number": self.number.data or 0,
            "salary": self.salary.data or 0,
            "first": self.first.data.isoformat() if self.first.data else "",
        }
        return row | ({"last": self.last.data.isoformat()} if self.last.data else {})


class SalariesForm(EditingForm):
    """Every salary point."""

    rows = FieldList(FormField(SalaryRow), max_entries=400)

    def said(self) -> list[Row]:
        """The points, by grade, number and day."""
        rows = [entry.form.said() for entry in self.rows if entry.form.is_filled]
        return sorted(rows, key=lambda row: (fold(row["grade"]), row["number"], row["first"]))


class FamilyRow(Form):
    """A row of the lattice; one without a name is taken out."""

    key = HiddenField()
    title = StringField("Family", validators=[Optional(), a_line(LONGEST_TITLE)])
    says = StringField("What kind of work is it?", validators=[a_line()])
    line = NumberField(
        "On which line of the lattice?",
        description="1 is the top; two families may share a line where they never meet",
        validators=[Optional(), NumberRange(1, MOST_LINES, f"Write a number to {MOST_LINES}")],
    )

    @property
    def is_filled(self) -> bool:
        """Whether it has a name."""
        return bool((self.title.data or "").strip())

    def said(self) -> Row:
        """The family as it is kept; a new one is known by its name."""
        title = (self.title.data or "").strip()
        return {
            "key": self.key.data or key_of(title), "title": title,
            "line": self.line.data or 1, "says": sentence(self.says.data),
        }  # fmt: skip


class BandRow(Form):
    """A column of the lattice; one without a name is taken out."""

    key = HiddenField()
    title = StringField("Band", validators=[Optional(), a_line(LONGEST_TITLE)])

    @property
    def is_filled(self) -> bool:
        """Whether it has a name."""
        return bool((self.title.data or "").strip())

    def said(self) -> Row:
        """The band as it is kept."""
        title = (self.title.data or "").strip()
        return {"key": self.key.data or key_of(title), "title": title}


class LatticeForm(EditingForm):
    """The rows and columns of the lattice, from the top and from the left."""

    families = FieldList(FormField(FamilyRow), max_entries=MOST_LINES)
    bands = FieldList(FormField(BandRow), max_entries=MOST_LINES)

    def said(self) -> Row:
        """Both, as they are kept."""
        return {
            name: [entry.form.said() for entry in self[name] if entry.form.is_filled]
            for name in ("families", "bands")
        }


class OutsideRow(Form):
    """Job titles that are knowingly not on the lattice, and why."""

    title = StringField("Group", validators=[Optional(), a_line(LONGEST_TITLE)])
    reason = StringField("Why are they outside?", validators=[a_line()])
    aliases = TextAreaField("Job titles", description="One in each line", filters=[plain_lines])

    def validate(self, extra_validators: Any = None) -> bool:
        """A group needs its reason and a title; an empty row is right as it is."""
        is_valid = bool(super().validate(extra_validators))
        if self.is_filled and not (self.reason.data or "").strip():
            self.reason.errors = ["Say why they are outside"]
        if self.is_filled and not lines(self.aliases.data):
            self.aliases.errors = ["Write at least one job title"]
        return is_valid and not (self.reason.errors or self.aliases.errors)

    @property
    def is_filled(self) -> bool:
        """Whether it names a group."""
        return bool((self.title.data or "").strip())

    def said(self) -> Row:
        """The group as it is kept."""
        return {
            "title": (self.title.data or "").strip(),
            "reason": sentence(self.reason.data),
            "aliases": lines(self.aliases.data),
        }


class OutsideForm(EditingForm):
    """Every group of job titles outside."""

    rows = FieldList(FormField(OutsideRow), max_entries=60)

    def said(self) -> list[Row]:
        """The groups that say something."""
        return [entry.form.said() for entry in self.rows if entry.form.is_filled]


def salaries_as_shown(points: Sequence[SalaryPoint]) -> list[Row]:
    """The salary points as the form shows them, with empty rows."""
    shown = [
        {
            "grade": each.grade,
            "number": each.number,
            "salary": each.salary,
            "first": each.first,
            "last": each.last,
        }
        for each in points
    ]
    return [*shown, *({} for _ in range(2 * SPARE))]


def outside_as_shown(groups: Sequence[Outside]) -> list[Row]:
    """The groups outside as the form shows them, with empty rows."""
    shown = [
        {"title": each.title, "reason": each.reason, "aliases": "\n".join(each.aliases)}
        for each in groups
    ]
    return [*shown, *({} for _ in range(SPARE))]


def lattice_as_shown(catalogue: Catalogue) -> Row:
    """Families and bands as the form shows them, each with an empty row."""
    families = [
        {"key": each.key, "title": each.title, "says": each.says, "line": each.line}
        for each in catalogue.families
    ]
    bands = [{"key": each.key, "title": each.title} for each in catalogue.bands]
    return {"families": [*families, {}], "bands": [*bands, {}]}
