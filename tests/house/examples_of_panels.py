"""One row of each kind that a URL of panels and applications can name, tied to the cast.

Rosa manages Leila; the others apply without a manager whom the portal knows, so that their
applications are with the panel at once. Ivan is in the chair.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.database import db
from portal.pathways.models import Application, ApplicationItem, CatalogueVersion, CheckIn, Outcome
from portal.pathways.operations import appeal_against, say_in_check_in, take_to_chair
from portal.people.models import Person
from tests.cast import Cast
from tests.factories.catalogue import a_draft
from tests.factories.goals import a_check_in, a_goal, a_step
from tests.factories.panels import a_panel, an_application, decided, said_by, scored_by
from tests.factories.people import a_person, a_post
from tests.factories.routes import a_placement, a_route


def _panel(cast: Cast, day: int) -> Any:
    return a_panel(cast, meets_on=date(2027, 2, day), send_by=date(2027, 1, 28))


def _item(person: Person) -> Any:
    draft = an_application(person)
    own = db.session.query(ApplicationItem).filter_by(application_id=draft.id)
    return own.order_by(ApplicationItem.number).first()


def _alone(cast: Cast, given: str, day: int) -> Application:
    """An application of somebody without a manager: the panel scores it."""
    person = a_person(cast.hr, given=given, family="Applicant")
    return an_application(person, _panel(cast, day))


def _not_yet(cast: Cast, person: Person, day: int) -> Application:
    """An application of which Rosa says not yet."""
    sent = an_application(person, _panel(cast, day))
    said_by(cast.manager, sent, view="not yet")
    return sent


def _with_chair(cast: Cast) -> Application:
    person = a_person(cast.hr, given="Tia", family="Applicant")
    a_post(person, manager_id=cast.manager.id)
    sent = _not_yet(cast, person, 22)
    take_to_chair(person, sent, "Please look at it.")
    return sent


def _scored(cast: Cast, given: str, day: int) -> Application:
    """An application that the one member of its panel has scored."""
    sent = _alone(cast, given, day)
    scored_by(cast.panel, sent)
    return sent


def _decided(cast: Cast, person: Person, day: int) -> Outcome:
    """The outcome of an application of one of Rosa's people, or of somebody without a manager."""
    sent = an_application(person, _panel(cast, day))
    if sent.stage == "with the manager":
        said_by(cast.manager, sent)
    scored_by(cast.panel, sent)
    return decided(cast, sent)


def _drafts(cast: Cast) -> CatalogueVersion:
    """A draft of the catalogue at Riverside, and one at Harbour."""
    a_draft(cast.harbour_hr)
    return a_draft(cast.hr)


def _compared(cast: Cast) -> CheckIn:
    """A check-in of which both have said theirs."""
    found = a_check_in(a_goal(cast.worker, cast.manager), cast.manager)
    for person in (cast.worker, cast.manager):
        say_in_check_in(person, found, {})
    return found


def _appealed(cast: Cast) -> Any:
    person = a_person(cast.hr, given="Zoe", family="Applicant")
    return appeal_against(person, _decided(cast, person, 11), "I think it is wrong.")


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "Panel": lambda cast: _panel(cast, 18),
    "Application": lambda cast: an_application(cast.worker, _panel(cast, 19)),
    "ApplicationItem": lambda cast: _item(cast.nqsw),
    "Outcome": lambda cast: _decided(cast, cast.admin, 9),
    "Appeal": _appealed,
    "CatalogueVersion": _drafts,
    "PathwayGoal": lambda cast: a_goal(cast.worker, cast.manager),
    "GoalStep": lambda cast: a_step(a_goal(cast.worker, cast.manager)),
    "Route": lambda cast: a_route(cast.assistant, cast.hr),
    "Placement": lambda cast: a_placement(a_route(cast.assistant, cast.hr), cast.assessor),
    "CheckIn": lambda cast: a_check_in(a_goal(cast.worker, cast.manager), cast.manager),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "pathways.write_application": lambda cast: an_application(cast.coach),
    "pathways.send_application": lambda cast: an_application(cast.consultant),
    "pathways.take_to_chair": lambda cast: _not_yet(cast, cast.assistant, 21),
    "pathways.answer_as_chair": _with_chair,
    "pathways.declare_conflict": lambda cast: _alone(cast, "Uma", 23),
    "pathways.score_application": lambda cast: _alone(cast, "Vic", 24),
    "pathways.close_scoring": lambda cast: _alone(cast, "Wim", 25),
    "pathways.decide": lambda cast: _scored(cast, "Yan", 10),
    "pathways.letter": lambda cast: _decided(cast, cast.commissioner, 8).application,
    "pathways.agree_in_check_in": _compared,
    "pathways.scores": lambda cast: _scored(cast, "Xia", 26),
}
