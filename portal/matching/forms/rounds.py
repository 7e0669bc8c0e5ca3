"""What people fill in about rounds: opening one, its weights, and whom they would choose."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from portal.clock import today
from portal.matching.models import MatchPair, MatchRound
from portal.matching.values import LEAST, MOST, WISHES, Weights
from portal.mentoring.models import KINDS, MENTORING
from portal.mentoring.proposing import DAYS_TO_ANSWER, USUAL
from portal.people.models import Person
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LATEST = timedelta(days=365)
A_FORTNIGHT = timedelta(days=14)
MUCH = ("Not at all", "A little", "Some", "More", "Much", "Most")
WISHES_IN_WORDS = {
    "goals": "What they want to work on is offered",
    "ranking": "Whom they would choose themselves",
    "days": "They work on the same days",
    "practice": "The same area of practice",
    "base": "The same base",
    "experience": "Two years more experience",
    "declines": "Neither said no to the other before",
    "language": "A language in common, beside English",
    "identity": "What they chose to say about themselves",
}
PORTAL = "portal"
"""The answer that the portal chooses again."""


def _ahead(day: Any) -> None:
    if day and not today() <= day <= today() + LATEST:
        raise ValidationError("Write a day from today on, within a year")


class _AboutARound(PortalForm):
    """The name, the days and the weights of a round; each weight is a field of its own."""

    name = StringField(
        "What is it called?",
        description="For example, Spring 2027",
        validators=[DataRequired("Give the round a name"), Length(max=80)],
    )
    closes_on = DayField(
        "Last day to say what one offers and looks for",
        description="For example, 11/12/2026",
        default=lambda: today() + A_FORTNIGHT,
        validators=[a_day("Write the last day")],
    )
    days_to_answer = RadioField(
        "How long do the two have to answer?",
        choices=[SelectChoice(str(days), words) for days, words in DAYS_TO_ANSWER.items()],
        default=str(USUAL),
    )

    def validate_closes_on(self, field: DayField) -> None:
        """Within the year to come."""
        _ahead(field.data)

    @property
    def weighed(self) -> list[Any]:
        """The fields of the weights, in the order of the wishes."""
        return [self[wish] for wish in WISHES]

    def round(self) -> dict[str, Any]:
        """What was answered, as the operations take it."""
        return {
            "name": self.name.data,
            "closes_on": self.closes_on.data,
            "days_to_answer": int(self.days_to_answer.data),
            "weights": {wish: int(self[wish].data) for wish in WISHES},
        }


for _wish, _usual in asdict(Weights()).items():
    setattr(
        _AboutARound,
        _wish,
        SelectField(
            WISHES_IN_WORDS[_wish],
            choices=[SelectChoice(str(n), MUCH[n]) for n in range(LEAST, MOST + 1)],
            default=str(_usual),
        ),
    )


class RoundForm(_AboutARound, CreatingForm):
    """A round to open."""

    kind = RadioField(
        "What for?",
        choices=[SelectChoice(kind, kind.capitalize()) for kind in KINDS],
        default=MENTORING,
    )

    def round(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return super().round() | {"kind": self.kind.data}


class EditRoundForm(_AboutARound, EditingForm):
    """A round that is open, with other days or weights."""

    def __init__(self, *args: Any, round: MatchRound, **kwargs: Any) -> None:
        weights = {wish: str(weight) for wish, weight in round.weights.items()}
        said = {
            "name": round.name, "closes_on": round.closes_on, "version": round.version,
            "days_to_answer": str(round.days_to_answer),
        }  # fmt: skip
        super().__init__(*args, data=said | weights, **kwargs)
        self.keeps = round.closes_on

    def validate_closes_on(self, field: DayField) -> None:
        """Within the year to come, or as it was."""
        if field.data != self.keeps:
            _ahead(field.data)


class PairChoiceForm(EditingForm):
    """With whom somebody is to be paired in a round: one of those named, or as the portal finds."""

    coach = RadioField("With whom?", validate_choice=False)

    def offer(self, pair: MatchPair, names: dict[str, str]) -> None:
        """Give the form whom it may choose: the one proposed, the others, or the portal."""
        others = [UUID(each["id"]) for each in pair.alternatives]
        known = [each for each in (pair.coach_id, *others) if each is not None]
        self.known = {str(each): each for each in known}
        self.coach.choices = [
            *(SelectChoice(key, names.get(key, "Somebody who has left")) for key in self.known),
            SelectChoice(PORTAL, "Let the portal choose"),
        ]
        if not self.coach.raw_data:
            self.coach.data = str(pair.coach_id) if pair.is_locked else PORTAL

    @property
    def chosen(self) -> UUID | None:
        """Who was chosen; None where the portal is to choose."""
        return self.known.get(self.coach.data)

    def validate_coach(self, field: Any) -> None:
        """One of those offered."""
        if field.data not in {*self.known, PORTAL}:
            raise ValidationError("Choose one of those named")


class ChoicesForm(PortalForm):
    """Up to three people somebody would choose, the first choice first."""

    first = SelectField("First choice", validate_choice=False)
    second = SelectField("Second choice", validate_choice=False)
    third = SelectField("Third choice", validate_choice=False)

    def offer(self, people: Sequence[tuple[UUID, str]], chosen: Sequence[UUID]) -> None:
        """Give the form whom it may choose, and what was chosen before."""
        self.known = {str(key): key for key, _ in people}
        choices = [SelectChoice("", "Nobody"), *(SelectChoice(str(k), name) for k, name in people)]
        for place, field in enumerate((self.first, self.second, self.third)):
            field.choices = choices
            if not self.is_submitted():
                field.data = str(chosen[place]) if place < len(chosen) else ""

    def validate_third(self, field: Any) -> None:
        """Each of those offered, and nobody twice."""
        said = [each.data for each in (self.first, self.second, self.third) if each.data]
        if any(key not in self.known for key in said):
            raise ValidationError("Choose from those who are listed")
        if len(set(said)) < len(said):
            raise ValidationError("Choose each person once")

    def chosen(self) -> list[UUID]:
        """Whom they chose, in their order."""
        return [self.known[each.data] for each in (self.first, self.second, self.third)
                if each.data]  # fmt: skip


class FirstDayForm(CreatingForm):
    """The first day of pairs that are about to be proposed."""

    started_on = DayField(
        "First day of the pairs",
        description="For example, 04/01/2027. Whoever says yes later begins on that later day.",
        default=lambda: today() + A_FORTNIGHT,
        validators=[a_day("Write the first day")],
    )

    def validate_started_on(self, field: DayField) -> None:
        """Within the year to come."""
        _ahead(field.data)


class RematchForm(FirstDayForm):
    """Who leaves, and for what kind the others are to take over."""

    coach = SelectField("Who leaves?", validate_choice=False)
    kind = RadioField(
        "Of what?",
        choices=[SelectChoice(kind, kind.capitalize()) for kind in KINDS],
        default=MENTORING,
    )

    def offer(self, people: Sequence[Person]) -> None:
        """Give the form the coaches and mentors there are."""
        self.known = {str(each.id): each for each in people}
        self.coach.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(key, each.name) for key, each in self.known.items()
        ]

    def validate_coach(self, field: Any) -> None:
        """One of those offered."""
        if field.data not in self.known:
            raise ValidationError("Choose who leaves")
