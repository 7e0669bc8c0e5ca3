"""What is filled in about outcomes and payment."""

from decimal import Decimal

from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional, Regexp

from portal.practices import terms
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import EditingForm, plain_lines

LONGEST = 2000
TOO_LONG = f"Keep it to {LONGEST:,} letters"
POUNDS = r"^(?!0+(\.0{1,2})?$)[0-9]{1,9}(\.[0-9]{1,2})?$"
AN_AMOUNT = "Write an amount over 0 in pounds, in figures without commas, like 12500.00"


class RatingsForm(LooksForIdentifiers, EditingForm):
    """How each of the six outcomes is rated, and why."""

    def ratings(self) -> dict[str, tuple[str, str]]:
        """By outcome the rating and its reason."""
        return {
            each.key: (
                self[f"rating_{each.key}"].data,
                plain_lines(self[f"reason_{each.key}"].data),
            )
            for each in terms.OUTCOMES
        }


class ViewsForm(LooksForIdentifiers, EditingForm):
    """The practice's view beside each rating."""

    def views(self) -> dict[str, str]:
        """By outcome what the practice says."""
        return {each.key: plain_lines(self[f"view_{each.key}"].data) for each in terms.OUTCOMES}


for _each in terms.OUTCOMES:
    setattr(
        RatingsForm,
        f"rating_{_each.key}",
        RadioField(
            _each.title,
            choices=[SelectChoice(rating.key, rating.title) for rating in terms.RATINGS],
            validators=[DataRequired("Choose how it went")],
        ),
    )
    setattr(
        RatingsForm,
        f"reason_{_each.key}",
        TextAreaField(
            f"Why? {_each.title}",
            validators=[DataRequired("Write why"), Length(max=LONGEST, message=TOO_LONG)],
        ),
    )
    setattr(
        ViewsForm,
        f"view_{_each.key}",
        TextAreaField(
            f"{_each.title}: our view (optional)",
            validators=[Length(max=LONGEST, message=TOO_LONG)],
        ),
    )


class PaymentForm(LooksForIdentifiers, EditingForm):
    """What somebody decided to pay for a half-year, and why."""

    decision = RadioField(
        "What did you decide?",
        choices=[SelectChoice(each.key, each.title) for each in terms.DECISIONS],
        validators=[DataRequired("Choose what you decided")],
    )
    amount = StringField(
        "Amount in pounds (optional)",
        description="Where it is paid in part, like 12500.00",
        validators=[Optional(), Regexp(POUNDS, message=AN_AMOUNT)],
        render_kw={"inputmode": "decimal", "class": "govuk-input--width-10"},
    )
    reason = TextAreaField(
        "Why?",
        description="Both sides read this",
        validators=[DataRequired("Write why"), Length(max=LONGEST, message=TOO_LONG)],
    )

    def pounds(self) -> Decimal | None:
        """The amount, where one was written."""
        return Decimal(self.amount.data) if self.amount.data else None
