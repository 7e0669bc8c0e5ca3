"""What people fill in about themselves."""

from typing import Any

from wtforms import RadioField, SelectMultipleField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, StopValidation

from portal.clock import today
from portal.people import reaching, strengths
from portal.people.forms.cells import CellField
from portal.people.models import Person
from portal.people.sought import DAYS
from portal.people.staff_list import cells
from portal.web.fields import DayField
from portal.web.forms import EditingForm

RIGHT, ANOTHER = "right", "another"
ONCE_OWNED = ("known_as", "base", "working_days")
AT_MOST_80 = Length(max=80, message="Use at most 80 letters")


class ProfileForm(EditingForm):
    """What somebody says about themself. A field that the staff list keeps is taken out."""

    known_as = CellField(
        "What colleagues call you",
        description="Your first name, if they use another than your contract.",
        reading=cells.name,
        unknown="",
        validators=[AT_MOST_80],
    )
    phone = CellField(
        "Work telephone",
        description="For example, 01632 960 001 or 01632 960001 ext 12.",
        reading=reaching.phone,
        unknown="",
        render_kw={"type": "tel", "inputmode": "tel", "autocomplete": "off"},
    )
    reach_me = TextAreaField(
        "How best to reach you",
        description="In a few words, at most 300 letters. For example: ring before ten, or send a "
        "message; on Thursdays I am in court.",
        render_kw={"rows": "3"},
    )
    base = CellField("Base", reading=cells.text, unknown="", validators=[AT_MOST_80])
    working_days = SelectMultipleField(
        "Days you work", choices=[SelectChoice(day, name) for day, name in DAYS.items()]
    )
    strengths = SelectMultipleField(
        "What colleagues can ask you about",
        choices=[SelectChoice(key, each.label) for key, each in strengths.STRENGTHS.items()],
    )
    qualified = RadioField(
        "Is this the day you qualified?",
        choices=[SelectChoice(RIGHT, "Yes, that is right"), SelectChoice(ANOTHER, "Another day")],
        validate_choice=False,
    )
    qualified_on = DayField(
        "The day you qualified as a social worker",
        description="The day of the qualifying award, like 13/07/2023. Leave it empty if it does "
        "not apply or you do not know.",
    )

    def show(self, person: Person, kept_strengths: list[str]) -> None:
        """Fill in what the portal knows of this person."""
        self.strengths.data = kept_strengths
        self.qualified_on.data = None
        if "working_days" in self:
            self.working_days.data = person.working_days.split()
        if person.qualified_confirmed_on:
            self.qualified.data = RIGHT

    def ask(self, person: Person) -> None:
        """Ask only for what people here say themselves, and only what is known to confirm."""
        for name in ONCE_OWNED:
            if name not in person.organisation.portal_owns:
                del self[name]
        if person.qualified_on is None:
            del self.qualified

    def validate_reach_me(self, field: Any) -> None:
        try:
            field.data = reaching.words(field.data or "")
        except cells.UnclearError as unclear:
            sentence = str(unclear)
            raise ValidationError(sentence[0].upper() + sentence[1:]) from None

    def validate_qualified_on(self, field: Any) -> None:
        if field.data and field.data > today():
            raise StopValidation("The day you qualified cannot lie ahead")
        chosen = self.qualified.data if "qualified" in self else None
        if chosen == ANOTHER and not field.data and not field.errors:
            raise StopValidation("Write the day you qualified")
        if chosen == RIGHT and field.data:
            raise StopValidation("Choose “Another day”, or leave this empty if the day is right")

    def said(self, person: Person) -> dict[str, Any]:
        """The answers as the portal keeps them."""
        answers = self.answers()
        if "working_days" in answers:
            chosen = answers["working_days"] or ()
            answers["working_days"] = " ".join(day for day in DAYS if day in chosen)
        answers["strengths"] = strengths.known(answers["strengths"] or ())
        is_right = answers.pop("qualified", "") == RIGHT
        day = person.qualified_on if is_right else answers["qualified_on"]
        if day is None:
            del answers["qualified_on"]
        else:
            answers["qualified_on"] = day
        return answers
