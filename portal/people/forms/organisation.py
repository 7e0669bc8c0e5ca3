"""What people fill in about the organisation."""

from wtforms import SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from portal.people.areas import TITLES, WHAT_IT_HOLDS
from portal.web.forms import PortalForm


class AreasForm(PortalForm):
    """The areas that are on: whoever saves last decides."""

    areas = SelectMultipleField(
        "Areas that are on",
        choices=[SelectChoice(area, f"{TITLES[area]}: {WHAT_IT_HOLDS[area]}") for area in TITLES],
    )


class OrganisationNameForm(PortalForm):
    """What the organisation is called: whoever saves last decides."""

    name = StringField(
        "Name of the organisation",
        description="As people know it. On a wide screen it stands at the top of every page.",
        filters=[lambda name: " ".join((name or "").split())],
        validators=[
            DataRequired("Write the name of the organisation"),
            Length(max=100, message="Write a name of at most 100 letters"),
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
