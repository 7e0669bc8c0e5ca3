"""What people fill in about people."""

from collections.abc import Sequence
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    EmailField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from portal.clock import today
from portal.people.areas import TITLES, WHAT_IT_HOLDS
from portal.people.staff_list import cells
from portal.people.staff_list.columns import COLUMNS, Mapping
from portal.people.staff_list.reading import Table
from portal.people.titles import ROLE_TITLES
from portal.web import days
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

WEEK = dict(zip(cells.WEEK, days.WEEKDAYS, strict=True))
LONGEST_SAMPLE = 24


class StaffListForm(CreatingForm):
    """The file that a staff list is in."""

    file = FileField(
        "Staff list",
        description="A CSV file of at most 20 MB and 50,000 rows, with headings in the first row.",
        validators=[FileRequired("Choose the file that holds the staff list")],
        render_kw={"accept": ".csv,.txt,text/csv"},
    )


class ApplyingForm(CreatingForm):
    """The button that brings a list in; it knows which plan the person was looking at."""

    plan = HiddenField()


class ColumnsForm(PortalForm):
    """Which column of the file is which field. Its selects are made for each file."""

    def mapping(self) -> Mapping:
        """The chosen column of each field that has one."""
        chosen = ((column.field, self[column.field].data) for column in COLUMNS)
        return {field: int(number) for field, number in chosen if number}


def columns_form(table: Table, mapping: Mapping) -> ColumnsForm:
    """The form for this file, with the present mapping chosen."""
    choices = [SelectChoice("", "Not in this file")]
    choices += [SelectChoice(str(n), _shown(table, n)) for n in range(len(table.headings))]
    fields: dict[str, Any] = {
        column.field: SelectField(
            column.label if column.required else f"{column.label} (optional)", choices=choices
        )
        for column in COLUMNS
    }
    form: type[ColumnsForm] = type("ColumnsOfThisFile", (ColumnsForm,), fields)
    return form(data={field: str(number) for field, number in mapping.items()})


def _shown(table: Table, number: int) -> str:
    """A column as a choice: its heading and two of its values."""
    heading = table.headings[number][:60] or f"Column {number + 1}"
    samples = [_cut(sample) for sample in table.samples(number)]
    return f"{heading}: {', '.join(samples)}" if samples else f"{heading}: empty"


def _cut(sample: str) -> str:
    return sample if len(sample) <= LONGEST_SAMPLE else f"{sample[:LONGEST_SAMPLE].rstrip()}…"


class PersonForm(EditingForm):
    """What HR may put right about a person."""

    known_as = StringField(
        "Known as",
        description="The first name that colleagues use, if it is another.",
        validators=[Length(max=80, message="Use at most 80 letters")],
    )
    email = EmailField("Work e-mail", validators=[Length(max=254, message="This is too long")])
    base = StringField("Base", validators=[Length(max=80, message="Use at most 80 letters")])
    working_days = SelectMultipleField(
        "Working days", choices=[SelectChoice(day, name) for day, name in WEEK.items()]
    )
    registration_number = StringField(
        "Social Work England number", description="SW and its digits, like SW123456."
    )
    qualified_on = DayField(
        "Qualified on",
        description="The day of the qualifying award, if it is known.",
        validators=[Optional()],
    )

    def validate_known_as(self, field: Any) -> None:
        field.data = _clear(cells.name, field.data) or ""

    def validate_email(self, field: Any) -> None:
        field.data = _clear(cells.email, field.data)

    def validate_base(self, field: Any) -> None:
        field.data = _clear(cells.text, field.data) or ""

    def validate_registration_number(self, field: Any) -> None:
        field.data = _clear(cells.registration_number, field.data) or ""

    def validate_qualified_on(self, field: Any) -> None:
        if field.data and field.data > today():
            raise ValidationError("The day of qualifying cannot lie ahead")

    def answers(self) -> dict[str, Any]:
        """The answers as the portal keeps them."""
        answers = super().answers()
        answers["working_days"] = " ".join(
            day for day in WEEK if day in (answers["working_days"] or ())
        )
        return answers


class RoleForm(CreatingForm):
    """A role to give, and for how long."""

    role = SelectField("Role", validators=[InputRequired("Choose a role")])
    started_on = DayField("From", validators=[a_day("Write the first day of the role")])
    ended_on = DayField(
        "Until (optional)",
        description="The last day. The role ends by itself after it.",
        validators=[Optional()],
    )

    def offer(self, roles: Sequence[str]) -> None:
        """Let only these roles be chosen."""
        offered = [SelectChoice(role, ROLE_TITLES[role]) for role in roles]
        self.role.choices = [SelectChoice("", "Choose a role"), *offered]

    def validate_ended_on(self, field: Any) -> None:
        if field.data and self.started_on.data and field.data < self.started_on.data:
            raise ValidationError("The last day must not be before the first")
        if field.data and field.data < today():
            raise ValidationError("The last day must not be in the past")


class AreasForm(PortalForm):
    """The areas that are on: whoever saves last decides."""

    areas = SelectMultipleField(
        "Areas that are on",
        choices=[SelectChoice(area, f"{TITLES[area]}: {WHAT_IT_HOLDS[area]}") for area in TITLES],
    )


def _clear(read: Any, written: str | None) -> Any:
    try:
        return read(written or "")
    except cells.UnclearError as unclear:
        sentence = str(unclear)
        raise ValidationError(sentence[0].upper() + sentence[1:]) from None
