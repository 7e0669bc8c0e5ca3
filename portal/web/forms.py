"""The three kinds of form: plain, creating (sent once) and editing (nobody's words are lost)."""

from typing import Any
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField
from wtforms.widgets import HiddenInput

from portal.database import Versioned

KEPT_BACK = {"csrf_token", "form_key", "version"}


class PortalForm(FlaskForm):
    """What a person fills in. The token against forged requests is checked before any view."""

    class Meta:
        csrf = False

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
