"""What a coordinator brings in of years that began before the portal: a file or pasted cells."""

from pathlib import PurePath

from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from portal.induction import earlier
from portal.induction.forms.lists import ListForm, a_file

LONGEST_LIST = 160_000
LONGEST_SOURCE = 80
PASTED = "Pasted cells"


class EarlierRecordsForm(ListForm):
    """The list, and what it is called: that stands beside each record."""

    columns, most_rows, who = earlier.COLUMN_OF, earlier.MOST_ROWS, earlier.WHO
    too_many = "Bring in at most 1,000 rows at once. Divide the list"

    file = a_file("A CSV file or an Excel workbook with at most 1,000 rows, of at most 2 MB.")
    rows = TextAreaField(
        "Or paste the cells here",
        description="Copy them with their headings: Staff number (or Work e-mail), Kind, Date, and"
        " if you like By whom and Which one. Other columns are left where they are.",
        render_kw={"rows": 8},
        validators=[Length(max=LONGEST_LIST, message="This is too long. Bring it in as a file")],
    )
    source = StringField(
        "What is this list called? (optional)",
        description="It stands beside each record, for example: ASYE tracker 2025. Left empty, it"
        " is the name of the file.",
        validators=[Length(max=LONGEST_SOURCE, message="Write at most 80 letters")],
    )

    def name_source(self) -> None:
        """Call the list after its file where nobody named it, so that the next press knows."""
        named = " ".join((self.source.data or "").split())
        file = self.file.data.filename if self.file.data else ""
        self.source.data = named or PurePath(file or "").name[:LONGEST_SOURCE] or PASTED
