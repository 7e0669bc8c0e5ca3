"""The sentences we send about panels and applications: deeds and days, never words or scores."""

from portal.pathways.models import Appeal, Application, Panel
from portal.people.models import Person
from portal.web import days


def named(by: Person, panel: Panel) -> str:
    """To somebody who is to sit on a panel."""
    return f"{by.name} named you to the panel of {days.in_words(panel.meets_on)}."


def moved(panel: Panel) -> str:
    """To applicants, when the day of their panel has moved."""
    return f"Your panel now meets on {days.in_words(panel.meets_on)}."


def sent(application: Application, by_day: str) -> str:
    """To the manager, when one of their people has sent an application."""
    who = application.person.name
    return f"{who} applies to progress. Say by {by_day} whether you support it."


def manager_said(by: Person) -> str:
    """To the applicant, when their manager has said what they think."""
    return f"{by.name} has written their statement about your application. Read it."


def taken_to_chair(application: Application) -> str:
    """To the chair, when an applicant brings a manager's "not yet" to them."""
    return f"{application.person.name} asks you to look at their manager’s “not yet”."


def chair_answered(by: Person) -> str:
    """To the applicant, when the chair has answered."""
    return f"{by.name} has answered what you brought to the chair. Read it."


def withdrawn(application: Application) -> str:
    """To the manager and the chair, when an application is taken back."""
    return f"{application.person.name} has taken their application back."


def all_in(application: Application) -> str:
    """To the chair, when every member has handed their scores in."""
    return f"All scores for {application.person.name} are in. The panel can agree."


def too_few(application: Application) -> str:
    """To the chair, when all who may score have, and they are fewer than the quorum."""
    who = application.person.name
    return (
        f"All who may score {who} have, and they are fewer than the quorum. "
        "Ask HR to name another member, or to change the quorum."
    )


def no_chair(application: Application) -> str:
    """To human resources, where the chair has a conflict with an applicant."""
    who = application.person.name
    return f"The chair has a conflict with the application of {who}. Name another chair."


def decided(application: Application) -> str:
    """To the applicant: the decision itself stands on the page and in the letter."""
    return f"The panel has decided about your application to {application.place_title}. Read it."


def decided_for_manager(application: Application) -> str:
    """To the manager, when the panel has decided about one of their people."""
    return f"The panel has decided about the application of {application.person.name}."


def appealed(appeal: Appeal) -> str:
    """To human resources, when somebody appeals."""
    who, day = appeal.outcome.application.person.name, days.in_words(appeal.answer_by)
    return f"{who} appeals against an outcome. Answer by {day}."


def appeal_answered() -> str:
    """To the applicant, when their appeal is answered."""
    return "Your appeal is answered. Read it."


def appeal_upheld(application: Application) -> str:
    """To the chair, when an appeal brings an outcome back to the panel."""
    who = application.person.name
    return (
        f"The appeal of {who} was upheld. Look at it again with the panel, and write the outcome."
    )
