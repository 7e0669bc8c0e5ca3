"""What people fill in to bring a staff list in."""

from collections.abc import Sequence
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from portal.clock import today
from portal.people.staff_list.columns import COLUMNS, Mapping, problems
from portal.people.staff_list.reading import LARGEST_FILE
from portal.people.uploads import StaffListUpload, Told
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm

LONGEST_SAMPLE = 24
LONGEST_SOURCE = 60
CHANGED, ALWAYS_SO = "changed", "always so"


class StaffListForm(CreatingForm):
    """The file that a staff list is in."""

    file = FileField(
        "Staff list",
        description="A CSV file or an Excel workbook of at most 20 MB and 50,000 rows, with"
        " headings in its first rows.",
        validators=[FileRequired("Choose the file that holds the staff list")],
        render_kw={"accept": ".csv,.txt,.xlsx,text/csv", "data-most": str(LARGEST_FILE)},
    )


class ApplyingForm(CreatingForm):
    """The button that brings a list in; it knows which plan the person was looking at."""

    plan = HiddenField()
    they_left = BooleanField("They have left")

    def ask(self, sentence: str) -> None:
        """Say in the tick's own words how many would leave by this list."""
        self.they_left.label.text = sentence


class ColumnsForm(CreatingForm):
    """What the list is, and which of its columns is which field (selects made for each file)."""

    source_name = StringField(
        "Where the list comes from",
        description="The meaning of the columns is remembered under this name.",
        validators=[
            DataRequired("Enter a name for the system that the list comes from"),
            Length(max=LONGEST_SOURCE, message=f"Use at most {LONGEST_SOURCE} letters"),
        ],
        filters=[lambda name: " ".join((name or "").split())],
    )
    as_at = DayField(
        "The list shows our staff on",
        description="The day it was made, for example 27/3/2026.",
        validators=[a_day("Enter the day that the list shows")],
    )
    is_correction = RadioField(
        "What the list says otherwise than the portal",
        choices=[
            SelectChoice(CHANGED, "has changed: what was before stays in the history"),
            SelectChoice(ALWAYS_SO, "was always so: the portal had it wrong, and is put right"),
        ],
        default=CHANGED,
    )
    is_everyone = BooleanField(
        "This list is everyone",
        description="Whoever works here and is not in it has left. You will see them by name"
        " before anything happens.",
    )

    def validate_as_at(self, field: DayField) -> None:
        """A list shows what is or was, not what will be."""
        if field.data and field.data > today():
            raise ValidationError("This day has not come yet. Enter today, or a day before it")

    def columns(self) -> list[Any]:
        """The selects, one for each field that a staff list may fill."""
        return [self[column.field] for column in COLUMNS]

    def mapping(self) -> Mapping:
        """The chosen column of each field that has one."""
        chosen = ((column.field, self[column.field].data) for column in COLUMNS)
        return {field: int(number) for field, number in chosen if number}

    def is_clear(self, headings: Sequence[str]) -> bool:
        """Whether each field that is needed has a column of its own; else it is told beside it."""
        wrong = problems(self.mapping(), headings)
        for field, sentence in wrong.items():
            self[field].errors = [sentence]
        return not wrong

    def told(self) -> Told:
        """What was said about the list."""
        return Told(
            source_name=self.source_name.data or "",
            as_at=self.as_at.data or today(),
            is_everyone=self.is_everyone.data,
            is_correction=self.is_correction.data == ALWAYS_SO,
        )


def columns_form(upload: StaffListUpload, mapping: Mapping, source_name: str) -> ColumnsForm:
    """The form for this file, with everything filled in as far as it is known."""
    choices = [SelectChoice("", "Not in this file")]
    choices += [
        SelectChoice(str(number), _shown(number, heading, samples))
        for number, (heading, samples) in enumerate(
            zip(upload.headings, upload.samples, strict=False)
        )
    ]
    fields: dict[str, Any] = {
        column.field: SelectField(
            column.label if column.required else f"{column.label} (optional)", choices=choices
        )
        for column in COLUMNS
    }
    form: type[ColumnsForm] = type("ColumnsOfThisFile", (ColumnsForm,), fields)
    return form(
        data={
            **{field: str(number) for field, number in mapping.items()},
            "source_name": source_name,
            "as_at": upload.as_at,
            "is_everyone": upload.is_everyone,
            "is_correction": ALWAYS_SO if upload.is_correction else CHANGED,
        }
    )


def _shown(number: int, heading: str, samples: Sequence[str]) -> str:
    """A column as a choice: its heading and two of its values."""
    name = heading[:60] or f"Column {number + 1}"
    few = [_cut(sample) for sample in samples]
    return f"{name}: {', '.join(few)}" if few else f"{name}: empty"


def _cut(sample: str) -> str:
    return sample if len(sample) <= LONGEST_SAMPLE else f"{sample[:LONGEST_SAMPLE].rstrip()}…"
