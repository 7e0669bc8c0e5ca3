"""What is filled in about a team that is coached: its coach, an aim of it, what somebody knows."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from portal.clock import today
from portal.mentoring import established, when
from portal.mentoring.forms.sessions import offered
from portal.mentoring.models import MET, SET_ASIDE, KnowHow, TeamAim
from portal.mentoring.queries import Coach
from portal.people.models import Person, Unit
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

LONGEST_AIM, LONGEST_TITLE, LONGEST_NOTE = 300, 100, 2_000
BECAME = {MET: "We met it", SET_ASIDE: "We set it aside"}


class NameTeamCoachForm(CreatingForm):
    """Who coaches which team, and from when."""

    coach = SelectField("Coach", validators=[InputRequired("Choose a coach")], default="")
    team = SelectField("Team", validators=[InputRequired("Choose a team")], default="")
    started_on = DayField(
        "First day",
        description="For example, 30/11/2026",
        default=today,
        validators=[a_day("Enter the first day")],
    )
    has_asked = BooleanField(
        f"I have asked: they have been qualified for {established.YEARS} years or more",
        description="Only where the portal does not know when they qualified.",
    )

    def offer(self, coaches: Sequence[Coach], teams: Sequence[Unit]) -> None:
        """Give the form the coaches and teams it may choose from."""
        self.coaches = {str(each.person.id): each.person for each in coaches}
        self.teams = {str(each.id): each for each in teams}
        self.coach.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(key, f"{each.name}, {_experience(each)}")
            for key, each in self.coaches.items()
        ]
        self.team.choices = [SelectChoice("", "Choose a team")] + [
            SelectChoice(key, each.name) for key, each in self.teams.items()
        ]

    def named(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "coach": self.coaches[self.coach.data],
            "unit": self.teams[self.team.data],
            "started_on": self.started_on.data,
            "has_asked": self.has_asked.data,
        }


class EndTeamCoachForm(EditingForm):
    """The confirmation that the coaching of a team ends; it asks for no reason."""


class AboutAnAim(LooksForIdentifiers, PortalForm):
    """The fields of an aim: what, whose, by when."""

    words = TextAreaField(
        "What does the team want to learn?",
        description="About your practice. Nothing that says who a child or a family is",
        filters=[plain_lines],
        validators=[
            DataRequired("Say what the team wants to learn"),
            Length(max=LONGEST_AIM, message=f"Keep it to {LONGEST_AIM} letters"),
        ],
    )
    owner = SelectField("Whose is it?", default="")
    due_on = DayField(
        "By when?", description="For example, 31/3/2027", validators=[a_day("Enter the day")]
    )

    def offer(self, people: Sequence[Person]) -> None:
        """Give the form the people whose aim it may be."""
        self.people = {str(person.id): person for person in people}
        self.owner.choices = [SelectChoice("", "The whole team")] + [
            SelectChoice(key, each.name) for key, each in self.people.items()
        ]

    def aim(self) -> dict[str, Any]:
        """What was answered, as the operations take it."""
        owner = self.people.get(self.owner.data or "")
        return {"words": self.words.data, "owner": owner, "due_on": self.due_on.data}


class AimForm(AboutAnAim, CreatingForm):
    """An aim that is written down."""

    def validate_due_on(self, field: DayField) -> None:
        """Refuse a day that has passed or is too far away."""
        said = field.data and when.objection_to_planning(field.data, today())
        if said:
            raise ValidationError(said)


class AimChangeForm(AboutAnAim, EditingForm):
    """An aim that is changed; its day may have passed."""

    def __init__(self, *args: Any, aim: TeamAim, **kwargs: Any) -> None:
        told = {
            "words": aim.words,
            "owner": str(aim.owner_id) if aim.owner_id else "",
            "due_on": aim.due_on,
            "version": aim.version,
        }
        super().__init__(*args, data=told, **kwargs)


class AimSettlingForm(EditingForm):
    """What became of an aim."""

    became = RadioField(
        "What became of it?",
        choices=[SelectChoice(key, words) for key, words in BECAME.items()],
        validators=[offered("Choose what became of it")],
        validate_choice=False,
    )


class AboutKnowHow(LooksForIdentifiers, PortalForm):
    """The fields of a note of what somebody knows."""

    careful_fields: tuple[str, ...] = ("title", "words")

    title = StringField(
        "What is it about?",
        description="For example, Getting an interpreter at short notice",
        validators=[
            DataRequired("Say what it is about"),
            Length(max=LONGEST_TITLE, message=f"Keep it to {LONGEST_TITLE} letters"),
        ],
    )
    words = TextAreaField(
        "What do you know?",
        description="What helps a colleague. Nothing that says who a child or a family is",
        filters=[plain_lines],
        validators=[
            DataRequired("Write what you know"),
            Length(max=LONGEST_NOTE, message=f"Keep it to {LONGEST_NOTE:,} letters"),
        ],
    )


class KnowHowForm(AboutKnowHow, CreatingForm):
    """Something that somebody knows, shared with their team."""


class KnowHowChangeForm(AboutKnowHow, EditingForm):
    """What somebody shared, changed by them."""

    def __init__(self, *args: Any, note: KnowHow, **kwargs: Any) -> None:
        told = {"title": note.title, "words": note.words, "version": note.version}
        super().__init__(*args, data=told, **kwargs)


def whose(aim: TeamAim, people: Sequence[Person]) -> list[Person]:
    """Whose an aim may be: the team's people, and whose it is now though they have left it."""
    known: set[UUID] = {person.id for person in people}
    kept = [aim.owner] if aim.owner is not None and aim.owner_id not in known else []
    return [*people, *kept]


def _experience(person: Person) -> str:
    return established.IN_WORDS[established.experience(person.qualified_on, today())]
