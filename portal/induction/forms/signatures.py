"""What people fill in to sign: a tick beside a statement, on the exact text they read."""

from typing import Any

from wtforms import BooleanField, HiddenField
from wtforms.validators import InputRequired

from portal.web.forms import PortalForm


class SigningForm(PortalForm):
    """The statement, ticked; the digest says which text was on the page."""

    digest = HiddenField()
    agree = BooleanField(
        "I agree", validators=[InputRequired("Tick the box to say that you agree")]
    )

    def __init__(self, *args: Any, statement: str, shown: str, **kwargs: Any) -> None:
        super().__init__(*args, data={"digest": shown}, **kwargs)
        self.agree.label.text = statement

    def show_again(self, shown: str) -> None:
        """The text that is on the page now has this digest; the tick has to be given anew."""
        self.digest.data, self.agree.data = shown, False
