"""What people fill in about an item: the day on which it was held or will be."""

from datetime import date
from typing import Any

from portal.induction.models import InductionItem
from portal.web.fields import DayField, a_day
from portal.web.forms import EditingForm

AN_EXAMPLE = "For example, 26/11/2026"


class _ItemForm(EditingForm):
    """A form about one item: its fields are named for it, as several may be on one page."""

    def __init__(self, *args: Any, item: InductionItem, **kwargs: Any) -> None:
        super().__init__(*args, data={"version": item.version, **kwargs}, prefix="")
        for field in self:
            field.id = f"{field.id}-{item.id.hex[:8]}"


class HoldingForm(_ItemForm):
    """The day on which an item took place."""

    held_on = DayField(
        "Which day was it?", description=AN_EXAMPLE, validators=[a_day("Enter the day")]
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.held_on)


class BookingForm(_ItemForm):
    """The day that was agreed for an item."""

    booked_on = DayField(
        "Which day was agreed?", description=AN_EXAMPLE, validators=[a_day("Enter the day")]
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.booked_on)


class CorrectionForm(EditingForm):
    """The button that takes a record back; it asks for no reason."""


def day_of(field: DayField) -> date:
    """The day in a field that was found to hold one."""
    if field.data is None:
        raise ValueError("The form was not validated.")
    return field.data
