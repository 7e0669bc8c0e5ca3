"""What a coordinator brings in as a list: a file, or cells copied from a spreadsheet."""

from collections.abc import Callable, Mapping, Sequence

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

    def validate_file(self, field: FileField) -> None:
        """Read the list from the file, where one was given."""
        if field.data:
            self._keep(lambda: self._read(field.data.read()))

    def validate_rows(self, field: TextAreaField) -> None:
        """Read the list from what was pasted, where no file was given; show what was read."""
        if not self["file"].data:
            if not (field.data or "").strip():
                raise ValidationError("Choose a file, or paste the cells")
            self._keep(lambda: self.pasted_column(field.data) or self._read(field.data.encode()))
        if not self["file"].errors:
            self.not_read = cohort.not_read(self.table.headings, self.columns)[:MOST_SAID]
            field.data = cohort.as_pasted(self.table, self.columns)

    def _keep(self, reads: Callable[[], Table]) -> None:
        """Keep the table that was read; the field says why where it is none."""
        try:
            self.table = self._whole(reads())
        except reading.UnreadableFileError as fault:
            raise ValidationError(str(fault)) from None

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
