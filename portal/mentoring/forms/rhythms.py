"""What the coordinator fills in: how often pairs mean to meet, and after how long they hear."""

from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from portal.mentoring.models import SchemeRhythm
from portal.mentoring.operations.rhythms import COLUMNS
from portal.web.forms import EditingForm

OFTEN = {1: "Every week", 2: "Every 2 weeks", 3: "Every 3 weeks", 4: "Every 4 weeks",
         6: "Every 6 weeks", 8: "Every 8 weeks", 12: "Every 12 weeks"}  # fmt: skip
LATER = {1: "1 week", 2: "2 weeks", 3: "3 weeks", 4: "4 weeks", 8: "8 weeks"}
HEARS = "A pair that has gone quiet hears it first. After how long do you hear it too?"


def _weeks(label: str, choices: dict[int, str], **given: Any) -> RadioField:
    offered = [SelectChoice(str(number), words) for number, words in choices.items()]
    return RadioField(label, choices=offered, **given)


class RhythmForm(EditingForm):
    """The gap between sessions and the wait after it, for coaching and for mentoring."""

    coaching_weeks = _weeks("How often do coaching pairs meet?", OFTEN)
    coaching_more = _weeks(HEARS, LATER)
    mentoring_weeks = _weeks("How often do mentoring pairs meet?", OFTEN)
    mentoring_more = _weeks(HEARS, LATER)

    def __init__(self, *args: Any, agreed: SchemeRhythm, **kwargs: Any) -> None:
        standing = {name: str(getattr(agreed, name)) for name in COLUMNS}
        super().__init__(*args, data={"version": agreed.version, **standing}, **kwargs)

    def agreed(self) -> dict[str, int]:
        """What was answered, as the operation takes it."""
        return {name: int(self[name].data) for name in COLUMNS}
