"""What a coordinator brings in to enrol a cohort: a file or pasted cells."""

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from portal.induction import cohort
from portal.induction.forms.lists import ListForm, a_file
from portal.induction.programmes import Programme
from portal.people.staff_list.reading import Table

LONGEST_LIST = 60_000


class CohortForm(ListForm):
    """The programme, and the list: a file, or cells copied from a spreadsheet."""

    columns, most_rows, who = cohort.COLUMN_OF, cohort.MOST_ROWS, cohort.WHO
    too_many = f"Enrol at most {cohort.MOST_ROWS} people at once. Divide the list"

    programme = RadioField("Which programme?", validators=[InputRequired("Choose a programme")])
    file = a_file("A CSV file or an Excel workbook with at most 500 people, of at most 2 MB.")
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

    def pasted_column(self, text: str) -> Table | None:
        """The table in a single column of numbers or addresses."""
        return cohort.column_of(text)

    @property
    def chosen(self) -> Programme:
        """The programme that was chosen, once the form is valid."""
        return self.known[self.programme.data]
