"""What a coordinator fills in to change one row of a draft: a rule, a part, a promise, a kind."""

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from portal.induction import explaining
from portal.induction.programmes.writing import Table
from portal.web.fields import NumberField
from portal.web.forms import EditingForm

SHORT = Length(max=120, message="Write at most 120 characters")
LONG = Length(max=500, message="Write at most 500 characters")
WORD = Length(max=60, message="Write at most 60 characters")


class RowForm(EditingForm):
    """One row of a list of the programme."""

    def row(self) -> Table:
        """The row as the programme's table holds it, without its key."""
        return {
            name: given.strip() if isinstance(given, str) else given
            for name, given in self.answers().items()
        }


class NotAloneForm(RowForm):
    """Work that nobody does alone, and up to which month."""

    title = StringField(
        "Which work?",
        description="For example, child protection work",
        validators=[DataRequired("Say which work"), SHORT],
    )
    until_month = NumberField(
        "Not alone up to the end of month",
        validators=[InputRequired("Give a month"), NumberRange(1, 60, "Give a month, 1 to 60")],
    )

    def row(self) -> Table:
        """The rule, which is a local one once it was changed here."""
        return super().row() | {"local": True}


class ReviewPartForm(RowForm):
    """One part of the record of a review."""

    title = StringField(
        "What is it about?", validators=[DataRequired("Say what it is about"), SHORT]
    )
    owner = SelectField(
        "Who writes it?",
        choices=[
            SelectChoice(key, words[:1].upper() + words[1:])
            for key, words in explaining.OWNERS.items()
            if key in ("nqsw", "assessor", "both", "manager", "coordinator")
        ],
    )
    prompt = TextAreaField("What helps to write it (optional)", validators=[LONG])


class EntitlementForm(RowForm):
    """A promise in words."""

    title = StringField("What is promised?", validators=[DataRequired("Say what"), SHORT])
    promise = TextAreaField(
        "The promise, in a sentence", validators=[DataRequired("Write the promise"), LONG]
    )


class KindForm(RowForm):
    """The words for a kind of item."""

    one = StringField(
        "One of them",
        description="For example, direct observation",
        validators=[DataRequired("Say how one of them is called"), WORD],
    )
    many = StringField(
        "Several of them",
        description="For example, direct observations",
        validators=[DataRequired("Say how several are called"), WORD],
    )
    done = StringField(
        "The word for one that took place",
        description="For example, held, written or received",
        validators=[DataRequired("Give the word for one that took place"), WORD],
    )
    counted = BooleanField("Count them at the top of My year")


class OutcomeForm(RowForm):
    """The words for one way to end."""

    words = StringField(
        "How is it called?",
        description="For example, Passed, Year completed or Withdrawn",
        validators=[DataRequired("Say how it is called"), WORD],
    )


# The form of a row, by the word of its list in an address.
ROWS: dict[str, type[RowForm]] = {
    "not-alone": NotAloneForm,
    "review-parts": ReviewPartForm,
    "promises": EntitlementForm,
    "kinds": KindForm,
    "outcome-words": OutcomeForm,
}
