"""What people fill in about the organisation."""

from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice

from portal.people.areas import TITLES, WHAT_IT_HOLDS
from portal.web.forms import PortalForm


class AreasForm(PortalForm):
    """The areas that are on: whoever saves last decides."""

    areas = SelectMultipleField(
        "Areas that are on",
        choices=[SelectChoice(area, f"{TITLES[area]}: {WHAT_IT_HOLDS[area]}") for area in TITLES],
    )
