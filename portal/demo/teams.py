"""Coaches of whole teams in the demo: what their teams want to learn, know, and met for."""

from datetime import date, timedelta

from portal.database import db
from portal.demo import past
from portal.demo.pairings import COACH, COORDINATOR
from portal.demo.scene import Employee, Scene
from portal.demo.sessions import weekday
from portal.mentoring import gatherings, operations, relieved
from portal.mentoring.models import GIVEN, MET, NOT_GIVEN, TeamCoach
from portal.people.models import Person

SINCE = timedelta(weeks=26)
SESSIONS = 6
CALLED = ("", "Court skills", "", "Writing with families in mind", "", "")
AIMS = (
    ("Write assessments that families can read in ten minutes", timedelta(weeks=9)),
    ("Everybody has given evidence in court with somebody beside them", timedelta(weeks=22)),
)
AIM_MET = "Agree how we hand work over before leave"
KNOW_HOW = (
    ("Getting an interpreter at short notice", "Ring before ten and ask for the duty list."),
    ("Room for a quiet talk", "The second floor has one with a sofa. It can be had for an hour."),
)


def coach_teams(scene: Scene) -> None:
    """Name every coach by trade as the coach of their team, and let the team work with them."""
    for coach in scene.doing(COACH):
        people = [
            one.person
            for one in scene.staff
            if one.place == coach.place and one is not coach and one.seat != coach.place.seats[0]
        ]
        team = _named(scene, coach)
        _aim(scene, team, coach.person, people)
        for one, (title, words) in zip([coach.person, *people[:1]], KNOW_HOW, strict=False):
            with past.on(weekday(scene.today - timedelta(weeks=3))):
                operations.share_know_how(one, team, title=title, words=words)
        _meet(scene, team, coach.person, people)
        _relieve(scene, coach)


def _relieve(scene: Scene, coach: Employee) -> None:
    """Four hours a week less of casework, agreed at once; one of the months was not given."""
    manager = scene.manager_of(coach)
    if manager is None:
        return
    first = max(coach.career.posted_on, scene.today - SINCE)
    with past.on(first):
        relief = operations.plan_relief(coach.person, measure="hours", amount=4, started_on=first)
        operations.agree_to_relief(manager, relief)
    over = relieved.months(first, None, scene.today)[1:]
    for number, month in enumerate(over):
        became, reason = (NOT_GIVEN, "urgent work") if number == 2 else (GIVEN, "")
        with past.on(relieved.next_month(month)):
            operations.say_relief_month(
                coach.person, relief, month_on=month, became=became, reason=reason
            )
        db.session.expire(relief, ["months"])


def _named(scene: Scene, coach: Employee) -> TeamCoach:
    first = max(coach.career.posted_on, scene.today - SINCE)
    with past.on(first):
        return operations.name_team_coach(
            scene.doing(COORDINATOR)[0].person, coach.person, scene.units[coach.place.name],
            started_on=first, has_asked=True,
        )  # fmt: skip


def _aim(scene: Scene, team: TeamCoach, coach: Person, people: list[Person]) -> None:
    with past.on(weekday(scene.today - timedelta(weeks=8))):
        met = operations.write_aim(
            coach, team, words=AIM_MET, owner=None, due_on=weekday(scene.today)
        )
        for owner, (words, ahead) in zip(people, AIMS, strict=False):
            due_on = weekday(scene.today + ahead)
            operations.write_aim(coach, team, words=words, owner=owner, due_on=due_on)
    with past.on(weekday(scene.today - timedelta(weeks=2))):
        operations.settle_aim(coach, met, MET)


def _meet(scene: Scene, team: TeamCoach, coach: Person, people: list[Person]) -> None:
    """A team session every third week, and a conversation in the corridor in between."""
    for number in range(SESSIONS, 0, -1):
        day = weekday(scene.today - timedelta(weeks=3 * number, days=-6))
        if day < team.started_on:
            continue
        missing = scene.chance.choice(people)
        _log(team, coach, [one for one in people if one is not missing], day, gatherings.TEAM,
             60, CALLED[number - 1])  # fmt: skip
        later = weekday(day + timedelta(days=scene.chance.randint(3, 12)))
        if later < scene.today:
            _log(team, coach, [missing], later, gatherings.CORRIDOR, 15)


def _log(
    team: TeamCoach,
    coach: Person,
    there: list[Person],
    day: date,
    form: str,
    minutes: int,
    title: str = "",
) -> None:
    with past.on(day):
        operations.record_group(
            coach, there, held_on=day, minutes=minutes, form=form, title=title, unit=team.unit
        )
