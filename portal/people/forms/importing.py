"""What people fill in to bring a staff list in."""

from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from portal.people.staff_list.columns import COLUMNS, Mapping
from portal.people.staff_list.reading import Table
from portal.web.forms import CreatingForm, PortalForm

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
