"""What is filled in to propose a contract, to answer it and to end it."""

from typing import Any

from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, NumberRange
from wtforms.widgets import CheckboxInput, ListWidget

from portal.practices import terms
from portal.practices.totals import GREATEST
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import CreatingForm, EditingForm, plain_lines

LONGEST_NAME, LONGEST = 254, 2000
TOO_LONG = f"Keep it to {LONGEST:,} letters"
POSSIBLE = f"Write a whole number from 1 to {GREATEST:,}"
AGREE, DECLINE = "agree", "decline"


class ProposeForm(LooksForIdentifiers, CreatingForm):
    """A contract that a council proposes."""

    addressed_to = StringField(
        "Which practice?",
        description="Its name here, or the address with which its administrator signs in",
        validators=[
            DataRequired("Write the practice’s name, or its administrator’s address"),
            Length(max=LONGEST_NAME, message=f"Keep it to {LONGEST_NAME} letters"),
        ],
    )
    ownership = RadioField(
        "Who owns it?",
        choices=[SelectChoice(e.key, f"{e.title}. {e.what}") for e in terms.OWNERSHIPS],
        validators=[DataRequired("Choose who owns it")],
    )
    started_on = DayField(
        "First day", description="For example, 1/4/2027", validators=[a_day("Enter the first day")]
    )
    ended_on = DayField(
        "Last day", description="For example, 31/3/2030", validators=[a_day("Enter the last day")]
    )
    functions_kept = SelectMultipleField(
        "What does the council keep doing itself?",
        choices=[SelectChoice(each.key, each.title) for each in terms.FUNCTIONS],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    children_for = NumberField(
        "For how many children is it?",
        validators=[DataRequired(POSSIBLE), NumberRange(min=1, max=GREATEST, message=POSSIBLE)],
    )
    paid_by = TextAreaField(
        "What is it paid, and by what outcomes?",
        description="In words, as the contract has it",
        validators=[
            DataRequired("Write what it is paid, and by what outcomes"),
            Length(max=LONGEST, message=TOO_LONG),
        ],
    )

    def said(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        given = self.answers()
        return {
            **given,
            "addressed_to": (given["addressed_to"] or "").strip(),
            "paid_by": plain_lines(given["paid_by"]),
        }


class AnswerForm(EditingForm):
    """Yes or no, for the practice."""

    answer = RadioField(
        "Does the practice agree?",
        choices=[
            SelectChoice(AGREE, "Yes, we agree to this contract"),
            SelectChoice(DECLINE, "No, we decline it"),
        ],
        validators=[DataRequired("Choose whether the practice agrees")],
    )


class EndContractForm(LooksForIdentifiers, EditingForm):
    """The last day of a contract that ends before its time, and why."""

    ended_on = DayField(
        "Last day", description="For example, 31/3/2027", validators=[a_day("Enter the last day")]
    )
    reason = TextAreaField(
        "Why does it end?",
        description="Both sides read this",
        validators=[DataRequired("Write why it ends"), Length(max=LONGEST, message=TOO_LONG)],
    )
