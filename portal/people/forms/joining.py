"""What HR fills in about somebody who starts, leaves, or comes back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import BooleanField

from portal.clock import today
from portal.people.forms.cells import CellField, needed
from portal.people.forms.posts import AddPostForm, day_of
from portal.people.models import Person
from portal.people.staff_list import cells
from portal.web.fields import DayField, a_day
from portal.web.forms import EditingForm

ABOUT = ("given_names", "family_name", "known_as", "staff_number", "email")


class JoiningForm(AddPostForm):
    """Somebody who starts, with their first post."""

    given_names = CellField(
        "First names", reading=cells.name, validators=[needed("Write the first names")]
    )
    family_name = CellField(
        "Family name", reading=cells.name, validators=[needed("Write the family name")]
    )
    known_as = CellField(
        "Known as (optional)",
        reading=cells.name,
        unknown="",
        description="The first name that colleagues use, if it is another.",
    )
    staff_number = CellField(
        "Staff number (optional)",
        reading=cells.staff_number,
        description="As payroll writes it, so that the next staff list knows them.",
        render_kw={"class": "govuk-input--width-10"},
    )
    email = CellField(
        "Work e-mail (optional)",
        reading=cells.email,
        description="They are invited to this address. It can be added later.",
        render_kw={"type": "email"},
    )
    anyway = BooleanField("This is somebody else: write them down")

    def person(self) -> dict[str, Any]:
        """What was answered about the person, as the operation takes it."""
        return {name: self[name].data for name in ABOUT}

    def refuse_double(self, known: Sequence[Person]) -> bool:
        """Say that somebody here may be the same person; False when that is settled."""
        for field in ("staff_number", "email"):
            mine = self[field].data
            other = next((each for each in known if mine and getattr(each, field) == mine), None)
            if other is not None:
                self[field].errors = [f"{other.name} has this already"]
        taken = bool(self.staff_number.errors or self.email.errors)
        if known and not taken and not self.anyway.data:
            self.anyway.errors = ["Look whether this is the same person, then tick this if not"]
        return bool(self.errors)


class ReturnForm(AddPostForm):
    """The post to which somebody comes back."""


class LeavingForm(EditingForm):
    """The last day of somebody, and whether their posts stand vacant afterwards."""

    last_on = DayField(
        "Last day",
        description="The last day on which they work here. It may lie ahead.",
        default=today,
        validators=[a_day("Write the last day")],
    )
    leaves_vacancies = BooleanField("Their posts stand vacant afterwards")

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.last_on)
