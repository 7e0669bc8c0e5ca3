"""The sentences we send about agreements, hand-overs, reviews and extra support plans.

They name the thing and the day, and say nothing of what was written in it.
"""

from portal.induction.models import HandOver, Induction, SupportPlan
from portal.induction.notices import whose
from portal.induction.wording import ordinary
from portal.people.models import Person
from portal.web import days


def agreement_begun(by: Person, induction: Induction, number: int, to: Person) -> str:
    """To the three, when an agreement is begun."""
    what = "support and assessment agreement"
    anew = "began the next version of the" if number > 1 else "began the"
    year = f"{whose(induction.person, to)} year"
    return f"{by.name} {anew} {what} for {year}. Add your words to it."


def signed(by: Person, what: str) -> str:
    """To the three, when one of them has signed."""
    return f"{by.name} signed the {ordinary(what)}. Read it, and sign it if you agree."


def all_signed(what: str) -> str:
    """To the three, when all have signed."""
    return f"Everybody has signed the {ordinary(what)}."


def voided(by: Person, what: str) -> str:
    """To whoever had signed, when the words changed."""
    changed = f"{by.name} changed the {ordinary(what)}"
    return f"{changed}, so your signature is void. Read it, and sign it anew."


def comment_shared(by: Person, what: str) -> str:
    """To the three, when one shares a comment."""
    return f"{by.name} shared a comment on the {ordinary(what)}."


def reopened(by: Person, what: str) -> str:
    """To the three, when the coordinator opens a review again."""
    return f"{by.name} opened the {ordinary(what)} again. Read it, and sign it anew."


def hand_over_planned(hand_over: HandOver, to: Person) -> str:
    """To the three, when a hand-over is planned."""
    name, day = hand_over.after.name, days.in_words(hand_over.from_on)
    year = f"{whose(hand_over.induction.person, to)} year"
    return f"{name} assesses {year} from {day}. Read the hand-over, and confirm it."


def hand_over_taken_back(hand_over: HandOver, to: Person) -> str:
    """To the three, when a planned hand-over is taken back."""
    return f"The hand-over of {whose(hand_over.induction.person, to)} year is taken back."


def assessor_chosen(induction: Induction, assessor: Person) -> str:
    """To the person, when their first assessor is chosen."""
    return f"{assessor.name} is now your assessor."


def plan_started(plan: SupportPlan, to: Person) -> str:
    """To the person and the named supporter, the moment it starts."""
    name, last = _name(plan, to), days.in_words(plan.ends_on)
    return f"An extra support plan for {name} starts, until {last}. Open it to read all of it."


def plan_extended(plan: SupportPlan, to: Person) -> str:
    """To the person and the named supporter, when it is extended."""
    day = days.in_words(plan.ends_on)
    return f"The extra support plan for {_name(plan, to)} now lasts until {day}."


def plan_corrected(by: Person, plan: SupportPlan, to: Person) -> str:
    """To everybody who reads it, when its words are corrected."""
    name = _name(plan, to)
    return f"{by.name} corrected the extra support plan for {name}. What it said before is kept."


def plan_ended(plan: SupportPlan, to: Person) -> str:
    """To the person and the named supporter, when it ends early."""
    return f"The extra support plan for {_name(plan, to)} has ended."


def _name(plan: SupportPlan, to: Person) -> str:
    """Whom the plan is for, as this reader calls them."""
    return "you" if plan.induction.person_id == to.id else plan.induction.person.name
