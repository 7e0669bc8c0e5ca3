"""What somebody fills in after six weeks: is this what you were promised?"""

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from portal.induction import beginning
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import EditingForm

LONGEST = 2000


class PromiseForm(LooksForIdentifiers, EditingForm):
    """One question, a few words if wanted, and who is to know."""

    answer = RadioField(
        "Is this what you were promised?",
        choices=[SelectChoice(key, words) for key, words in beginning.ANSWERS.items()],
        validators=[InputRequired("Choose yes, partly or no")],
    )
    words = TextAreaField(
        "What is different? (optional)",
        description="A few words. Not about any family: only about you and the job.",
        validators=[Length(max=LONGEST, message=f"Write at most {LONGEST:,} characters")],
    )
    told = RadioField(
        "Who is to know?",
        choices=[SelectChoice(key, words) for key, words in beginning.TOLD.items()],
        description="Your manager and your assessor do not see your answer in the portal.",
        validators=[InputRequired("Choose who is to know")],
    )
