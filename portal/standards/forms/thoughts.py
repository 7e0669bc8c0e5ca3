"""What is filled in for a thought: one box; where it goes can be said at once, later or never."""

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from portal.standards.models.thoughts import GOES_TO, LONGEST_THOUGHT
from portal.web.forms import CreatingForm, PortalForm, plain_lines


def _places() -> list[SelectChoice]:
    return [SelectChoice(key, words) for key, words in GOES_TO.items()]


class ThoughtForm(CreatingForm):
    """A thought, caught in a few seconds."""

    text = TextAreaField(
        "What is on your mind?",
        id="thought-text",
        description="What happened, what you noticed. No names. Only you can read it.",
        filters=[plain_lines],
        validators=[
            DataRequired("Write the thought first"),
            Length(max=LONGEST_THOUGHT, message=f"Use at most {LONGEST_THOUGHT:,} letters"),
        ],
        render_kw={"rows": "3"},
    )
    goes_to = RadioField("Where does it go? (optional)", choices=_places, default="")


class SortingForm(PortalForm):
    """Where a thought goes."""

    goes_to = RadioField("Where does it go?", choices=_places, default="")
