"""What people fill in about one step of an agreement."""

from typing import Any

from wtforms import TextAreaField
from wtforms.validators import Length

from portal.induction import agreeing
from portal.induction.models import AgreementPart
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import EditingForm, plain_lines


class AgreementPartForm(LooksForIdentifiers, EditingForm):
    """The words of one step. It may be left empty until it is signed."""

    words = TextAreaField(
        validators=[
            Length(max=agreeing.LONGEST, message="Write at most 5,000 letters. Take some out")
        ],
        render_kw={"rows": "7"},
    )

    def __init__(self, *args: Any, part: AgreementPart, **kwargs: Any) -> None:
        given = {"words": part.words, "version": part.version}
        super().__init__(*args, data=given, **kwargs)
        self.words.label.text = part.step.asked
        self.words.description = part.step.hint

    @property
    def written(self) -> str:
        """What was written, without the space around it."""
        return plain_lines(self.words.data)
