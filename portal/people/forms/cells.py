"""Boxes that are read as the cells of a staff list are, so that both ways in keep one form."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from wtforms import StringField
from wtforms.validators import StopValidation

from portal.people.staff_list.cells import UnclearError


class CellField(StringField):
    """A text box whose words are read as a cell; what cannot be read is said beside it."""

    def __init__(
        self, label: str, *, reading: Callable[[str], Any], unknown: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self.reading, self.unknown = reading, unknown

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        if isinstance(self.data, Decimal):
            return f"{self.data.normalize():f}"
        return str(self.data) if self.data is not None else ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = self.unknown
        try:
            read = self.reading(valuelist[0] if valuelist else "")
        except UnclearError as unclear:
            sentence = str(unclear)
            raise ValueError(sentence[0].upper() + sentence[1:]) from None
        self.data = self.unknown if read is None else read


def needed(message: str) -> Any:
    """The validator of a box that may not stay empty."""

    def required(form: Any, field: CellField) -> None:
        if not field.data and not field.errors:
            raise StopValidation(message)

    required.field_flags = {"required": True}  # type: ignore[attr-defined]
    return required
