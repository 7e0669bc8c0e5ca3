"""Fields that WTForms does not have."""

from datetime import date
from typing import Any

from wtforms import StringField
from wtforms.validators import StopValidation

from portal.web import days


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
