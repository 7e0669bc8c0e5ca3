"""What a coordinator brings in to enrol a cohort: a file or pasted cells."""

from flask_wtf.file import FileField
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from portal.induction import cohort
from portal.induction.programmes import Programme
from portal.people.staff_list import reading
from portal.people.staff_list.reading import Table
from portal.web.forms import CreatingForm

LONGEST_LIST = 60_000
NO_WHO = "No column is headed Staff number or Work e-mail. Give the first row these headings"


class CohortForm(CreatingForm):
    """The programme, and the list: a file, or cells copied from a spreadsheet."""

    programme = RadioField("Which programme?", validators=[InputRequired("Choose a programme")])
    file = FileField(
        "A spreadsheet",
        description="A CSV file or an Excel workbook with at most 500 people.",
        render_kw={"accept": ".csv,.txt,.xlsx,text/csv"},
    )
    rows = TextAreaField(
        "Or paste the cells here",
        description="Copy them from a spreadsheet, with their headings: Staff number (or Work"
        " e-mail), and if you like First day, FTE, Taken on, Assessor. What you leave out is"
        " taken from each person’s post.",
        render_kw={"rows": 8},
        validators=[Length(max=LONGEST_LIST, message="This is too long. Bring it in as a file")],
    )

    def offer(self, programmes: list[Programme]) -> None:
        """Let these programmes be chosen."""
        self.known = {f"{each.key} {each.version}": each for each in programmes}
        self.programme.choices = [SelectChoice(key, it.name) for key, it in self.known.items()]

    def validate_rows(self, field: TextAreaField) -> None:
        """Read the list, from the file where one was given."""
        content = self.file.data.read() if self.file.data else (field.data or "").encode()
        given = self.file if self.file.data else field
        if not content.strip():
            raise ValidationError("Choose a file, or paste the cells")
        try:
            column = None if self.file.data else cohort.column_of(field.data)
            self.table = _whole(column or reading.read(content, cohort.known))
        except reading.UnreadableFileError as fault:
            given.errors = [*given.errors, str(fault)]
            raise (
                ValidationError("Look at the file above")
                if given is self.file
                else (ValidationError(str(fault)))
            ) from None
        field.data = cohort.as_pasted(self.table)

    @property
    def chosen(self) -> Programme:
        """The programme that was chosen, once the form is valid."""
        return self.known[self.programme.data]


def _whole(table: Table) -> Table:
    """The table, where it names people and is short enough."""
    if cohort.WHO not in cohort.places(table.headings):
        raise reading.UnreadableFileError(NO_WHO)
    if len(table.lines) > cohort.MOST_ROWS:
        most = f"at most {cohort.MOST_ROWS} people at once"
        raise reading.UnreadableFileError(f"Enrol {most}. Divide the list")
    return table
