"""What one of two fills in who were proposed to each other: yes or no, and nothing else."""

from wtforms import StringField
from wtforms.validators import AnyOf

from portal.mentoring.models import NO, YES
from portal.web.forms import CreatingForm


class AnswerForm(CreatingForm):
    """Two buttons. Nobody is asked for a reason."""

    says = StringField("Your answer", validators=[AnyOf((YES, NO), message="Choose yes or no")])
