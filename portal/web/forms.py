"""The three kinds of form: plain, creating (sent once) and editing (nobody's words are lost)."""

from typing import Any
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField
from wtforms.widgets import HiddenInput

from portal.database import Versioned

KEPT_BACK = {"csrf_token", "form_key", "version"}
# What WTForms says on its own where no validator of ours is asked, in words that say what to do.
SAID_BY_WTFORMS = {
    "Not a valid integer value.": "Write a whole number in figures, like 12",
    "Not a valid time value.": "Enter the time in figures, like 14:30",
    "Not a valid choice.": "Choose one of those offered",
    "Invalid Choice: could not coerce.": "Choose one of those offered",
    "'%(value)s' is not a valid choice for this field.": "Choose only what is offered",
    "'%(value)s' are not valid choices for this field.": "Choose only what is offered",
}


class Sentences:
    """The words of WTForms in ours; a message of our own is left as it is."""

    def gettext(self, message: str) -> str:
        """One message."""
        return SAID_BY_WTFORMS.get(message, message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """A message for one or for many."""
        return self.gettext(one if number == 1 else many)


def plain_lines(written: str | None) -> str:
    """What was written with one kind of line end, without the space around it."""
    return (written or "").replace("\r\n", "\n").strip()


class PortalForm(FlaskForm):
    """What a person fills in. The token against forged requests is checked before any view."""

    class Meta:
        csrf = False

        def get_translations(self, form: Any) -> "Sentences":
            return Sentences()

    def answers(self) -> dict[str, Any]:
        """What the person answered, by name of field, without the form's own bookkeeping."""
        return {name: value for name, value in self.data.items() if name not in KEPT_BACK}


class CreatingForm(PortalForm):
    """A form that makes something new; its key makes a second sending harmless."""

    form_key = HiddenField(default=lambda: uuid4().hex)


class EditingForm(PortalForm):
    """A form that changes something; it knows which version the person was looking at."""

    version = IntegerField(widget=HiddenInput())

    def is_stale(self, row: Versioned) -> bool:
        """Whether somebody else has changed the row since this person opened the form."""
        return bool(self.version.data != row.version)

    def look_at(self, row: Versioned) -> None:
        """Show the person what the row says now: sending the form again then means it."""
        self.version.data, self.version.raw_data = row.version, None
