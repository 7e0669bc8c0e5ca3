"""The sentences we send about coaches of whole teams, their teams' aims and their relief."""

from datetime import date

from portal.mentoring import reasons
from portal.mentoring.models import CoachRelief, ReliefMonth, TeamAim, TeamCoach
from portal.people.models import Person
from portal.web import days


def named(by: Person, team: TeamCoach) -> str:
    """To the coach, when the coordinator has named them."""
    first = days.in_words(team.started_on)
    return f"{by.name} named you coach of the whole team {team.unit.name}, from {first}."


def named_to_team(team: TeamCoach) -> str:
    """To everybody in the team and who manages it, when it has a coach."""
    first = days.in_words(team.started_on)
    return f"{team.coach.name} coaches the whole team {team.unit.name}, from {first}."


def ended(by: Person, team: TeamCoach) -> str:
    """To the coach, when somebody else has ended it."""
    assert team.ended_on is not None
    last = days.in_words(team.ended_on)
    return f"{by.name} ended your coaching of {team.unit.name}. The last day is {last}."


def aim_given(by: Person, aim: TeamAim) -> str:
    """To whoever an aim of the team is given to."""
    due = days.in_words(aim.due_on)
    return f"{by.name} put you down for an aim of {aim.unit.name}, by {due}."


def relief_planned(by: Person, relief: CoachRelief) -> str:
    """To who manages the coach, when the coach has written down what they need."""
    first = days.in_words(relief.started_on)
    return f"{by.name} asks for {relief.words} to coach, from {first}. Agree, or talk it over."


def relief_agreed(by: Person, relief: CoachRelief) -> str:
    """To the coach, when who manages them has agreed."""
    first = days.in_words(relief.started_on)
    return f"{by.name} agreed to {relief.words} for your coaching, from {first}."


def relief_not_given(by: Person, month: ReliefMonth) -> str:
    """To the coach first, when who manages them has said that a month's relief was not given."""
    when, why = in_month(month.month_on), reasons.in_words(month.reason)
    return f"{by.name} wrote down that your relief was not given in {when}: {why}."


def relief_ended(by: Person, relief: CoachRelief) -> str:
    """To the coach, when who manages them has ended it."""
    assert relief.ended_on is not None
    return f"{by.name} ended {relief.words}. The last day is {days.in_words(relief.ended_on)}."


def in_month(month: date) -> str:
    """A month in words: November 2026."""
    return f"{days.MONTHS[month.month - 1]} {month.year}"
