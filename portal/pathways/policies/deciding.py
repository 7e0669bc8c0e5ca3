"""Who speaks to an application: the manager, the chair, the members, and who sees their scores."""

from portal.pathways.models import Application
from portal.pathways.policies.applications import has_conflict, is_chair, sits_on
from portal.pathways.progression import stages
from portal.people.models import Person


def say_as_manager(person: Person, application: Application) -> bool:
    """Who manages the applicant or covers for that, once, while it is not decided."""
    said = application.manager_statement
    waits = said is not None and not said.view and application.is_open
    return waits and _manages(person, application)


def take_to_chair(person: Person, application: Application) -> bool:
    """The applicant, once the manager has said not yet."""
    said = application.manager_statement
    not_yet = said is not None and said.view == stages.NOT_YET and application.is_open
    return not_yet and person.id == application.person_id


def answer_as_chair(person: Person, application: Application) -> bool:
    """The chair of the panel without a conflict, of what an applicant brought to them."""
    taken = application.to_chair
    waits = taken is not None and not taken.answer and application.is_open
    return waits and _chairs(person, application)


def declare_conflict(person: Person, application: Application) -> bool:
    """Who sits on the panel, until the scores are open or they have declared one."""
    scored = application.scores_opened_at is not None
    declared = any(each.person_id == person.id for each in application.conflicts)
    return application.is_sent and not scored and not declared and sits_on(person, application)


def score_application(person: Person, application: Application) -> bool:
    """A member of the panel without a conflict, never the applicant's manager, until all are in."""
    return application.stage == stages.SCORING and _scores(person, application)


def close_scoring(person: Person, application: Application) -> bool:
    """The chair of the panel without a conflict, while scores are still out."""
    return application.stage == stages.SCORING and _chairs(person, application)


def see_scores(person: Person, application: Application) -> bool:
    """The panel without those in conflict, after all are in; the applicant after the decision."""
    if person.id == application.person_id:
        return application.decided_on is not None
    return application.scores_opened_at is not None and _scores(person, application)


def _manages(person: Person, application: Application) -> bool:
    return person.id != application.person_id and person.manages(application.posts)


def _scores(person: Person, application: Application) -> bool:
    return sits_on(person, application) and not has_conflict(person, application)


def _chairs(person: Person, application: Application) -> bool:
    return is_chair(person, application) and not has_conflict(person, application)
