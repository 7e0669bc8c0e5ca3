"""Approving a conflict: the two by name, what they are to each other, and why."""

from datetime import date
from typing import Any
from uuid import UUID

from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from portal.mentoring.models import ASSESSOR, MANAGER
from portal.people.models import Person
from portal.people.queries.choosing import people_meant
from portal.web.forms import CreatingForm, plain_lines

LONGEST = 500
FINDING = "By staff number, work e-mail, or name."


class ConflictForm(CreatingForm):
    """Who supports whom, although they manage or assess them, and the reason."""

    coach = StringField(
        "Who will coach or mentor?", description=FINDING,
        validators=[DataRequired("Say who will coach or mentor"), Length(max=120)],
    )  # fmt: skip
    supported = StringField(
        "Whom will they support?", description=FINDING,
        validators=[DataRequired("Say whom they will support"), Length(max=120)],
    )  # fmt: skip
    conflict = RadioField(
        "What stands between them?",
        choices=[
            SelectChoice(MANAGER, "One manages the other"),
            SelectChoice(ASSESSOR, "One assesses the other"),
        ],
        validators=[InputRequired("Choose what stands between them")],
    )
    reason = TextAreaField(
        "Why is it right here all the same?",
        description="Both of them and the coordinator read this.",
        filters=[plain_lines],
        validators=[
            DataRequired("Say why"), Length(max=LONGEST, message=f"Use at most {LONGEST} letters"),
        ],
    )  # fmt: skip

    def look(self, organisation_id: UUID, day: date) -> bool:
        """Find the two whom the names mean; False where one of them is not clear."""
        self.found: dict[str, Person] = {}
        for field in (self.coach, self.supported):
            meant = people_meant(organisation_id, field.data, day)
            if len(meant) == 1:
                self.found[field.name] = meant[0].row
                continue
            several = "Several people are called so. Give a staff number or a work e-mail"
            nobody = "Nobody here is found by this. Give a staff number or a work e-mail"
            field.errors = [several if meant else nobody]
        if len(self.found) == 2 and self.found["coach"] is self.found["supported"]:
            self.supported.errors = ["Nobody supports themself. Name somebody else"]
        return not self.errors

    def approval(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return self.found | {"conflict": self.conflict.data, "reason": self.reason.data}
