"""What people fill in about what they offer and look for. Nearly all of it is filled in already."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from portal.clock import today
from portal.matching.choices import GOALS, IDENTITY, LANGUAGES, PRACTICES, known
from portal.matching.models import SupportNeed, SupportOffer
from portal.mentoring.models import KINDS
from portal.people.models import Person
from portal.web.fields import DayField
from portal.web.forms import CreatingForm, EditingForm

PEOPLE = {"0": "Nobody now", **{str(n): str(n) for n in range(1, 7)}}
HOURS = {"1": "1 hour", "2": "2 hours", "4": "4 hours", "6": "6 hours", "8": "8 hours"}
IDENTITY_HINT = (
    "Only if you would like it to count: a round then looks for somebody who ticked the same. It "
    "is kept sealed. Nobody reads it, and the coordinator sees at most that two share something."
)


def _choices(labels: Mapping[str, str]) -> list[SelectChoice]:
    return [SelectChoice(key, label) for key, label in labels.items()]


def _nearest(number: int, among: Mapping[str, str]) -> str:
    """The choice that is nearest to a number that was said before."""
    return min(among, key=lambda key: abs(int(key) - number))


class _AboutOneself(EditingForm):
    """What both sides say: for what, area of practice, languages, and what they choose to tell."""

    practice = SelectField(
        "Area of practice", choices=[SelectChoice("", "Not said"), *_choices(PRACTICES)]
    )
    languages = SelectMultipleField(
        "Languages I could meet in, beside English", choices=_choices(LANGUAGES)
    )
    identity = SelectMultipleField(
        "About me", description=IDENTITY_HINT, choices=_choices(IDENTITY)
    )

    def about_oneself(self) -> dict[str, Any]:
        """These answers as the operations take them."""
        return {
            "practice": self.practice.data or "",
            "languages": known(self.languages.data, LANGUAGES),
            "identity": known(self.identity.data, IDENTITY),
        }


class OfferForm(_AboutOneself):
    """What a coach or mentor offers."""

    kinds = SelectMultipleField(
        "What for?", choices=[SelectChoice(kind, kind.capitalize()) for kind in KINDS]
    )
    people = RadioField(
        "How many people at once, with those you support already?", choices=_choices(PEOPLE)
    )
    hours = RadioField("How many hours a month, all together?", choices=_choices(HOURS))
    strengths = SelectMultipleField("What you can help with", choices=_choices(GOALS))
    trained_on = DayField(
        "The day of your training for this (optional)",
        description="For example, 14/05/2026. Rounds propose only those who have done it.",
        validators=[Optional()],
    )
    paused_until = DayField(
        "Nobody new until (optional)",
        description="The last day of your pause. Those you support already stay with you.",
        validators=[Optional()],
    )
    in_directory = BooleanField("Show on my page that I can be asked for this")

    def show(self, person: Person, offer: SupportOffer | None, strengths: list[str]) -> None:
        """Fill in what was said before, or else what the directory knows."""
        if offer is None:
            roles = {"coaching": "coach", "mentoring": "mentor"}
            self.kinds.data = [kind for kind, role in roles.items() if person.has_role(role)]
            self.people.data, self.hours.data = "2", "4"
            self.strengths.data = strengths
            self.version.data = 0
            return
        self.process(obj=offer)
        self.people.data = _nearest(offer.people, PEOPLE)
        self.hours.data = _nearest(offer.hours, HOURS)

    def validate_trained_on(self, field: DayField) -> None:
        """A training lies behind."""
        if field.data and field.data > today():
            raise ValidationError("The day of your training cannot lie ahead")

    def validate_paused_until(self, field: DayField) -> None:
        """A pause that is over is none."""
        if field.data and field.data < today():
            raise ValidationError("Write a day from today on, or leave it empty")

    def offer(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return self.about_oneself() | {
            "kinds": known(self.kinds.data, dict.fromkeys(KINDS)),
            "people": int(self.people.data),
            "hours": int(self.hours.data),
            "strengths": known(self.strengths.data, GOALS),
            "trained_on": self.trained_on.data,
            "paused_until": self.paused_until.data,
            "in_directory": bool(self.in_directory.data),
        }


class GoalsForm(_AboutOneself):
    """What somebody looks for."""

    kinds = SelectMultipleField(
        "What would you like?", choices=[SelectChoice(kind, kind.capitalize()) for kind in KINDS]
    )
    goals = SelectMultipleField("What you would like to work on", choices=_choices(GOALS))

    def show(self, need: SupportNeed | None) -> None:
        """Fill in what was said before."""
        if need is None:
            self.kinds.data, self.version.data = ["mentoring"], 0
        else:
            self.process(obj=need)

    def need(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return self.about_oneself() | {
            "kinds": known(self.kinds.data, dict.fromkeys(KINDS)),
            "goals": known(self.goals.data, GOALS),
        }


class RulingOutForm(CreatingForm):
    """Somebody with whom one should not be paired: found by name, then chosen."""

    q = StringField("Find somebody by name", render_kw={"autocomplete": "off"})
    other = RadioField("Who is it?", validate_choice=False)

    def offer(self, people: Any) -> None:
        """Give the form those who were found."""
        self.found = {str(person.id): person for person in people}
        self.other.choices = [SelectChoice(key, each.name) for key, each in self.found.items()]

    def validate_other(self, field: Any) -> None:
        """Somebody of those who were found."""
        if field.data not in self.found:
            raise ValidationError("Find the person by name, then choose them")
