"""What people fill in about drafts on their own computers."""

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from portal.web.forms import PortalForm


class LocalDraftsForm(PortalForm):
    """Whether drafts may wait on people's own computers: whoever saves last decides."""

    keeps = RadioField(
        "May words that are not saved yet wait on the computer or phone they are typed on?",
        choices=[
            SelectChoice("yes", "Yes, for at most 7 days"),
            SelectChoice("no", "No, keep them nowhere but in the portal"),
        ],
        validators=[InputRequired("Choose whether they may wait there")],
    )
