"""What was due before somebody was taken on: it happened, perhaps on a day, or is not known."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from portal.induction.models import Induction, InductionItem
from portal.induction.progress import HAPPENED, NOT_KNOWN
from portal.web.fields import DayField
from portal.web.forms import EditingForm

CHOICES = [SelectChoice(HAPPENED, "It happened"), SelectChoice(NOT_KNOWN, "Not known")]


class EarlierForm(EditingForm):
    """A choice and a day for each item; a day alone says that it happened."""

    def happened(self, items: Sequence[InductionItem]) -> list[UUID]:
        """The items of which it was said that they happened."""
        return [item.id for item in items if self[_choice(item)].data == HAPPENED]

    def days(self, items: Sequence[InductionItem]) -> dict[UUID, date]:
        """The days that were given, by item."""
        given = {item.id: self[_day(item)].data for item in items}
        return {key: day for key, day in given.items() if day is not None}

    def of(self, item: InductionItem) -> tuple[Any, Any]:
        """The two fields of an item."""
        return self[_choice(item)], self[_day(item)]

    def say_all_happened(self, items: Sequence[InductionItem]) -> None:
        """Choose for every item that it happened; nothing is saved by that."""
        for item in items:
            self[_choice(item)].data = HAPPENED


def earlier_form(induction: Induction, items: Sequence[InductionItem]) -> EarlierForm:
    """The form with two fields for each of these items."""
    fields: dict[str, Any] = {}
    given: dict[str, Any] = {"version": induction.version}
    for item in items:
        fields[_choice(item)] = RadioField(item.title, choices=CHOICES, validators=[Optional()])
        fields[_day(item)] = DayField("On which day? (optional)", validators=[Optional()])
        said = HAPPENED if item.held_on else item.earlier
        given |= {_choice(item): said, _day(item): item.held_on}
    made: type[EarlierForm] = type("EarlierForm", (EarlierForm,), fields)
    return made(data=given)


def _choice(item: InductionItem) -> str:
    return f"said_{item.id.hex}"


def _day(item: InductionItem) -> str:
    return f"day_{item.id.hex}"
