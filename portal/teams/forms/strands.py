"""What is chosen of what a team works on in particular."""

from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice

from portal.people.strengths import STRENGTHS
from portal.web.forms import PortalForm


class StrandsForm(PortalForm):
    """The strands of a team, any number of them."""

    strands = SelectMultipleField(
        "What this team works on",
        choices=[SelectChoice(key, each.label) for key, each in STRENGTHS.items()],
    )
