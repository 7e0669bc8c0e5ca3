"""What people may say about themselves for equality: a choice each, and none of it needed."""

from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from portal.people.equality import CHARACTERISTICS, NOT_SAID, RATHER_NOT, Characteristic, known
from portal.people.models import EqualityAnswers
from portal.web.forms import EditingForm


class EqualityForm(EditingForm):
    """A choice for each characteristic; its fields come from `equality.toml`."""

    def show(self, kept: EqualityAnswers | None) -> None:
        """Fill in what was said before."""
        self.version.data = kept.version if kept else 0
        for key, answer in (kept.answers if kept else {}).items():
            if key in CHARACTERISTICS:
                self[key].data = answer

    @property
    def asked(self) -> list[Any]:
        """The fields in the order in which they are asked."""
        return [self[key] for key in CHARACTERISTICS]

    def said(self) -> dict[str, str]:
        """What was answered."""
        return known({key: self[key].data for key in CHARACTERISTICS})


def _field(asked: Characteristic) -> SelectField:
    answers = [SelectChoice(key, label) for key, label in asked.answers.items()]
    rather_not = SelectChoice(RATHER_NOT, "I would rather not say")
    return SelectField(asked.label, choices=[SelectChoice("", NOT_SAID), *answers, rather_not])


for _asked in CHARACTERISTICS.values():
    setattr(EqualityForm, _asked.key, _field(_asked))
