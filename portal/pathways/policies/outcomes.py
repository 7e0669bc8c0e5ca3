"""Who decides, reads the letter, appeals, and answers an appeal."""

from portal.pathways.models import Appeal, Application, Outcome
from portal.pathways.policies.applications import has_conflict, is_chair, sits_on
from portal.pathways.progression import stages
from portal.people.models import Person


def decide(person: Person, application: Application) -> bool:
    """The chair of the panel without a conflict, once the scores are open, and again later."""
    ripe = application.stage in (stages.AGREEING, stages.DECIDED)
    return ripe and is_chair(person, application) and not has_conflict(person, application)


def read_letter(person: Person, application: Application) -> bool:
    """The applicant, HR and the panel without those in conflict, once it is decided."""
    if application.decided_on is None:
        return False
    if person.id == application.person_id or person.has_role("hr"):
        return True
    return sits_on(person, application) and not has_conflict(person, application)


def appeal_against(person: Person, outcome: Outcome) -> bool:
    """The applicant, against the outcome of their application."""
    return person.id == outcome.application.person_id


def answer_appeal(person: Person, appeal: Appeal) -> bool:
    """Human resources, once; not who sat on the panel, applied, or manages the applicant."""
    application = appeal.outcome.application
    stands_apart = not sits_on(person, application) and not has_conflict(person, application)
    return not appeal.answer and person.has_role("hr") and stands_apart
