"""What a coordinator brings in as a list: a file, or cells copied from a spreadsheet."""

from collections.abc import Mapping, Sequence

from flask_wtf.file import FileField
from wtforms import TextAreaField
from wtforms.validators import ValidationError

from portal.induction import cohort
from portal.people.staff_list import reading
from portal.people.staff_list.reading import Table
from portal.web.forms import CreatingForm

LARGEST = 2 * 1024 * 1024
MOST_SAID = 12


def a_file(description: str) -> FileField:
    """The field of a spreadsheet."""
    kinds = {"accept": ".csv,.txt,.xlsx,text/csv", "data-most": str(LARGEST)}
    return FileField("A spreadsheet", description=description, render_kw=kinds)


class ListForm(CreatingForm):
    """A list with headings. What was read is kept as cells, so that it is not chosen twice.

    Whoever uses it has the fields `file` and `rows`, and says in `columns` what headings mean.
    """

    columns: Mapping[str, str]
    most_rows: int
    too_many: str
    who: str
    not_read: Sequence[str] = ()
    no_who = "No column is headed Staff number or Work e-mail. Give the first row these headings"

    def pasted_column(self, text: str) -> Table | None:
        """The table in a single column, where the pasted text is one."""
        return None

    def validate_rows(self, field: TextAreaField) -> None:
        """Read the list, from the file where one was given."""
        chosen = self["file"]
        content = chosen.data.read() if chosen.data else (field.data or "").encode()
        if not content.strip() and not chosen.data:
            raise ValidationError("Choose a file, or paste the cells")
        try:
            column = None if chosen.data else self.pasted_column(field.data)
            self.table = self._whole(column or self._read(content))
        except reading.UnreadableFileError as fault:
            if not chosen.data:
                raise ValidationError(str(fault)) from None
            chosen.errors = [*chosen.errors, str(fault)]
            raise ValidationError("Look at the file above") from None
        self.not_read = cohort.not_read(self.table.headings, self.columns)[:MOST_SAID]
        field.data = cohort.as_pasted(self.table, self.columns)

    def _read(self, content: bytes) -> Table:
        try:
            return reading.read(content, self._known)
        except reading.TooManyRowsError:
            raise reading.UnreadableFileError(self.too_many) from None

    def _known(self, headings: Sequence[str]) -> int:
        return len(cohort.places(headings, self.columns))

    def _whole(self, table: Table) -> Table:
        """The table, where it names people and is short enough."""
        if self.who not in cohort.places(table.headings, self.columns):
            raise reading.UnreadableFileError(self.no_who)
        if len(table.lines) > self.most_rows:
            raise reading.UnreadableFileError(self.too_many)
        return table
