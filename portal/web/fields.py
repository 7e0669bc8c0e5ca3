"""Fields that WTForms does not have."""

from datetime import date
from typing import Any

from wtforms import IntegerField, StringField
from wtforms.validators import StopValidation

from portal.web import days

MOST = 1_000_000_000


class NumberField(IntegerField):
    """One text box for a whole number; one beyond any use counts as the greatest there is.

    So the sentence about what is possible is said of it too, where arithmetic would fail.
    """

    data: int | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None:
            self.data = max(-MOST, min(self.data, MOST))


class DayField(StringField):
    """One text box for a date, in any of the ways people write one."""

    data: date | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.data.strftime("%d/%m/%Y") if self.data else ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        written = valuelist[0].strip() if valuelist else ""
        self.data = days.read(written) if written else None


def a_day(message: str) -> Any:
    """The validator of a required day: refuses an empty box with this sentence."""

    def required(form: Any, field: DayField) -> None:
        if field.data is None and not field.errors:
            raise StopValidation(message)

    required.field_flags = {"required": True}  # type: ignore[attr-defined]
    return required


def a_day_where(choice: str, chosen: str, message: str) -> Any:
    """The validator of a day that is asked for only where that choice was made beside it."""

    def required(form: Any, field: DayField) -> None:
        if form[choice].data != chosen:
            field.errors = []
            raise StopValidation()
        if field.data is None and not field.errors:
            raise StopValidation(message)

    return required
