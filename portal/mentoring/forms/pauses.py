"""What one of a pair fills in to pause it: two days, and a reason only if they like."""

from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from portal.clock import today
from portal.mentoring import keeping
from portal.mentoring.models.pauses import REASONS
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm


class PauseForm(CreatingForm):
    """From when, until when if that is known, and a reason that nobody has to give."""

    started_on = DayField("From", default=today, validators=[a_day("Enter the first day")])
    ended_on = DayField(
        "Until (optional)",
        description="Leave it empty if you do not know yet. Either of you can go on at any time.",
        validators=[Optional()],
    )
    reason = RadioField(
        "Why? (optional)",
        choices=[SelectChoice("", "I would rather not say")]
        + [SelectChoice(key, words) for key, words in REASONS.items()],
        default="",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, then the days together."""
        if not super().validate(extra_validators):
            return False
        first = self.started_on.data
        said = first and keeping.pause_objection(first, self.ended_on.data, today())
        if said:
            self[said[0]].errors = [said[1]]
        return not said

    def pause(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        days = {"started_on": self.started_on.data, "ended_on": self.ended_on.data}
        return days | {"reason": self.reason.data or None}
