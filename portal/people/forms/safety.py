"""What is filled in about the local numbers to call: whose, which, and when it is answered."""

import re
from typing import Any

from wtforms import FieldList, Form, FormField, StringField
from wtforms.validators import Length

from portal.web.forms import PortalForm

MOST_NUMBERS = 5
A_NUMBER = re.compile(r"[+0-9][0-9 ()-]{1,23}")


class SafetyNumberForm(Form):
    """One number; a row that is left empty is none."""

    label = StringField("Who answers", validators=[Length(max=80, message="At most 80 letters")])
    number = StringField("Number", render_kw={"type": "tel", "class": "govuk-input--width-20"})
    when = StringField("When", validators=[Length(max=80, message="At most 80 letters")])

    def validate(self, extra_validators: Any = None) -> bool:
        """A row that says anything says who answers, and a number that can be called."""
        is_valid = bool(super().validate(extra_validators))
        if not any(self.said().values()):
            return is_valid
        if not self.said()["label"]:
            self.label.errors = ["Write who answers, or empty this row"]
        if not A_NUMBER.fullmatch(self.said()["number"]):
            self.number.errors = ["Write a number in figures, like 01234 567890"]
        return is_valid and not self.label.errors and not self.number.errors

    def said(self) -> dict[str, str]:
        """The three answers of the row, without the space around them."""
        return {name: (self[name].data or "").strip() for name in ("label", "number", "when")}


class SafetyNumbersForm(PortalForm):
    """All the numbers of an organisation, on one page."""

    numbers = FieldList(
        FormField(SafetyNumberForm), min_entries=MOST_NUMBERS, max_entries=MOST_NUMBERS
    )

    def said(self) -> list[dict[str, str]]:
        """The rows that say something, in their order."""
        return [row for row in (entry.form.said() for entry in self.numbers) if row["number"]]
