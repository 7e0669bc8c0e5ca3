"""What people fill in to check registrations."""

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField

from portal.people.staff_list.reading import LARGEST_FILE
from portal.web.forms import CreatingForm


class RegisterForm(CreatingForm):
    """The regulator's list, and whether it was asked for everybody."""

    file = FileField(
        "The regulator’s list",
        description="An Excel workbook or a CSV file with registration numbers and names, and if"
        " there are any, status and registered until.",
        validators=[FileRequired("Choose the file that holds the regulator’s list")],
        render_kw={"accept": ".csv,.txt,.xlsx,.xlsm,text/csv", "data-most": str(LARGEST_FILE)},
    )
    is_everyone = BooleanField(
        "Everybody was looked up",
        description="Whoever is not in the list was not found. Leave this empty for a list of a"
        " few: the others stay as they are.",
    )
