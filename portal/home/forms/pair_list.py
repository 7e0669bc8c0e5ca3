"""What a coordinator brings in of pairs that work together already: a file or pasted cells."""

from wtforms import TextAreaField
from wtforms.validators import Length

from portal.home import pair_list
from portal.induction.cohort import WHO
from portal.induction.forms.lists import ListForm, a_file

LONGEST_LIST = 60_000


class PairListForm(ListForm):
    """The list: a file, or cells copied from a spreadsheet."""

    columns, most_rows, who = pair_list.COLUMN_OF, pair_list.MOST_ROWS, WHO
    too_many = f"Bring in at most {pair_list.MOST_ROWS} pairs at once. Divide the list"

    file = a_file("A CSV file or an Excel workbook with at most 500 pairs.")
    rows = TextAreaField(
        "Or paste the cells here",
        description="Copy them with their headings: Staff number (or Work e-mail) of the person"
        " supported, Coach or mentor (a number, an e-mail or a name), and if you like What for"
        " and First day. Other columns are left where they are.",
        render_kw={"rows": 8},
        validators=[Length(max=LONGEST_LIST, message="This is too long. Bring it in as a file")],
    )
