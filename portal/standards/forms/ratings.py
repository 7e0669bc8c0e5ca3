"""What people fill in to rate themselves, or to be rated: a word for each standard."""

from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from portal.standards.frameworks import Framework
from portal.web.forms import EditingForm


class RatingForm(EditingForm):
    """A word for each standard of the framework. Version 0: nobody has begun this view yet."""

    @classmethod
    def of(cls, framework: Framework) -> type["RatingForm"]:
        """The form for the standards of this framework."""
        choices = [SelectChoice(each.key, each.words) for each in framework.ratings]
        fields: dict[str, Any] = {
            field_of(each.key): RadioField(
                each.title, description=each.line, choices=choices, validators=[Optional()]
            )
            for each in framework.standards
        }
        return type("RatingForm", (cls,), fields)

    def words(self) -> dict[str, str]:
        """What was answered, by key of the standard."""
        return {
            field.name.removeprefix("rate_").replace("_", "-"): field.data
            for field in self
            if field.name.startswith("rate_") and field.data
        }

    def refuse(self, missing: tuple[str, ...]) -> None:
        """Say beside each standard without an answer that one is needed to finish."""
        for field in self:
            if field.label.text in missing:
                field.errors = [f"Choose a word for “{field.label.text}”, or save it for later"]


class SharingForm(EditingForm):
    """The button that shares one's own view."""


def field_of(key: str) -> str:
    """The name of the field for a standard."""
    return f"rate_{key.replace('-', '_')}"
