"""What people fill in about the nation of the organisation."""

from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from portal.web.forms import PortalForm

NATION_NAMES = {
    "ENG": "England",
    "WLS": "Wales",
    "SCT": "Scotland",
    "NIR": "Northern Ireland",
}


class NationForm(PortalForm):
    """Whose bank holidays count: whoever saves last decides. `seen` is what was looked at."""

    seen = HiddenField()

    nation = RadioField(
        "Whose bank holidays are no working days?",
        choices=[SelectChoice(key, name) for key, name in NATION_NAMES.items()],
        validators=[InputRequired("Choose a nation")],
    )
