"""What somebody fills in to go on after a year."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from portal.induction.programmes import Programme
from portal.web.forms import CreatingForm


class NextForm(CreatingForm):
    """The programme to go on with."""

    programme = RadioField("Go on with", validators=[InputRequired("Choose a programme")])

    def __init__(self, *args: Any, offered: Sequence[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {f"{each.key} {each.version}": each for each in offered}
        self.programme.choices = [SelectChoice(key, it.name) for key, it in self.known.items()]
