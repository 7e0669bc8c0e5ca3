"""One row of each kind that a URL can name, tied to the standing cast.

Amira (nqsw) works with Priya (coach), is assessed by Dan (assessor) and managed by Rosa (manager).
A new kind of subject needs a line here, or the tests of access stop with its name. A route that
opens only for a row in some state (somebody who has left, a vacancy) needs a line in `IN_A_STATE`,
or the table of access says that nobody gets in.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import joinedload, selectinload

from portal import clock, notices
from portal.database import Base, db
from portal.identity import sessions
from portal.identity.models import Account, BrowserSession
from portal.induction import queries
from portal.induction.models import Induction
from portal.induction.operations import agree_to_change, propose_change
from portal.people.models import Person
from portal.standards import queries as queries_of_writing
from tests.cast import Cast
from tests.factories import agreements
from tests.factories.feedback import a_request, an_answer
from tests.factories.induction import an_induction
from tests.factories.observations import an_observation, section_of
from tests.factories.people import a_person
from tests.factories.programmes import a_draft, a_published
from tests.factories.promises import a_development_time, a_talk
from tests.factories.standards import a_document_seen, a_piece
from tests.factories.team_models import a_team_task
from tests.factories.teams import team_of
from tests.factories.writing import a_comment, a_shared_piece, a_thought
from tests.house import (
    examples_of_court,
    examples_of_learning,
    examples_of_matching,
    examples_of_pairs,
    examples_of_panels,
    examples_of_people,
    examples_of_practices,
    examples_of_support,
)

# So that rows may point at each other while they are put back.
TOGETHER = {
    "sqlite": "PRAGMA defer_foreign_keys = ON",
    "postgresql": "SET LOCAL session_replication_role = replica",
}
# What stands in a URL and is no subject.
WORDS = {
    "filename": "app.css",
    "token": "not-a-token",
    "place_key": "social-worker",
    "decision_key": "not-yet",
    "course_key": "court-skills",
    "requirement_key": "next-year",
    "role": "panel",
    "programme_key": "asye-child-and-family",
    "programme_version": "2026",
    "code": "agreement",
    "stage_key": "first-three-months",
    "task_key": "badge",
    "rule_key": "workload",
    "list_key": "not-alone",
    "row_key": "court",
    "model_key": "balanced",
    "part": "slots",
    "half_key": "2026-04",
    "quarter_key": "2026-07",
    "answer": "yes",
    "step": "shadowed",
    "account_id": UUID(int=0),
}


def rows(cast: Cast) -> dict[str, Any]:
    """The example row of every kind, by name of its model, and of some routes, by endpoint."""
    kinds = {name: make(cast) for name, make in MAKERS.items()}
    made = kinds | {name: make(cast) for name, make in IN_A_STATE.items()}
    db.session.commit()
    return {name: as_the_guard_does(row) for name, row in made.items()}


_KEPT: dict[str, Any] = {}


def rows_again(cast: Cast) -> dict[str, Any]:
    """The same rows, put back as they were made the first time: making them takes seconds.

    Only for a cast that nothing was done to: the whole database becomes what it was then.
    """
    if not _KEPT:
        made = rows(cast)
        _KEPT["ids"] = {name: (type(row), row.id) for name, row in made.items()}
        _KEPT["tables"] = [
            (table, [dict(each._mapping) for each in db.session.execute(select(table))])
            for table in Base.metadata.sorted_tables
        ]
        return made
    db.session.commit()
    db.session.execute(text(TOGETHER[db.engine.dialect.name]))
    for table in reversed(Base.metadata.sorted_tables):
        db.session.execute(delete(table))
    for table, each in _KEPT["tables"]:
        if each:
            db.session.execute(insert(table), each)
    db.session.commit()
    return {name: as_the_guard_does(db.session.get_one(kind, row_id))
            for name, (kind, row_id) in _KEPT["ids"].items()}  # fmt: skip


def read_roles() -> None:
    """Read everybody with their roles and organisation, as a request does for whoever asks."""
    whole = select(Person).options(selectinload(Person.roles_held), joinedload(Person.organisation))
    db.session.scalars(whole.execution_options(populate_existing=True)).all()


def as_the_guard_does(row: Any) -> Any:
    """The row, loaded as the guard loads it."""
    found = select(type(row)).where(type(row).id == row.id)
    return db.session.scalar(found.execution_options(populate_existing=True))


def _own_session(cast: Cast) -> BrowserSession:
    account = db.session.query(Account).filter_by(person_id=cast.nqsw.id).one()
    sessions.start_session(account, "Firefox on Windows", "127.0.0.1")
    return db.session.query(BrowserSession).filter_by(account_id=account.id).one()


def _year(cast: Cast) -> Any:
    return an_induction(by=cast.coordinator, person=cast.nqsw, assessor=cast.assessor)


def _item(cast: Cast) -> Any:
    year = db.session.query(Induction).filter_by(person_id=cast.nqsw.id).one()
    return queries.items_of(year)[0]


def _own_year(cast: Cast) -> Induction:
    return db.session.query(Induction).filter_by(person_id=cast.nqsw.id).one()


def _change(cast: Cast) -> Any:
    """A pause that the manager proposed and that waits for the other three."""
    year = db.session.query(Induction).filter_by(person_id=cast.nqsw.id).one()
    days = {"started_on": date(2027, 1, 11), "ended_on": date(2027, 1, 24)}
    return propose_change(cast.manager, year, kind="pause", reason="missing support", **days)


def _paused(cast: Cast) -> Any:
    """A deferral that is in force, with no day of return yet."""
    away = a_person(cast.hr, given="Pia", family="Paused")
    year = an_induction(by=cast.coordinator, person=away, assessor=cast.assessor)
    change = propose_change(away, year, kind="deferral", reason="career break",
                            started_on=date(2027, 1, 11))  # fmt: skip
    for person in (cast.assessor, cast.coordinator):
        agree_to_change(person, change)
    return change


def _over(cast: Cast) -> Any:
    """A year that was written down as over today."""
    done = a_person(cast.hr, given="Ola", family="Over")
    year = an_induction(by=cast.coordinator, person=done, assessor=cast.assessor)
    year.ended_on = year.end_noted_on = clock.today()
    year.ended_as = "completed"
    return year


def _taken_on(cast: Cast) -> Any:
    """A year that the portal took on in its middle."""
    new = a_person(cast.hr, given="Teo", family="Taken")
    year = an_induction(by=cast.coordinator, person=new, assessor=cast.assessor)
    year.taken_on_on = date(2026, 11, 2)
    return year


def _nearly_over(cast: Cast) -> Any:
    """A year whose planned end is next week."""
    year = db.session.scalar(select(Induction).where(Induction.person_id == cast.commissioner.id))
    if year is None:
        year = an_induction(by=cast.coordinator, person=cast.commissioner, assessor=cast.assessor)
    year.planned_end_on = date(2026, 12, 3)
    return year


def _task_of_it(cast: Cast) -> Any:
    return next(task for task in queries.tasks_of(_own_year(cast)) if task.owner == "it")


def _told(person: Person) -> Any:
    notice = notices.tell(person, "Priya Nair logged a session with you.")
    db.session.flush()
    return notice


def _seen(cast: Cast) -> Any:
    year = db.session.query(Induction).filter_by(person_id=cast.nqsw.id).one()
    return a_document_seen(year, by=cast.assessor)


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "Person": lambda cast: cast.nqsw,
    "Notice": lambda cast: _told(cast.nqsw),
    **examples_of_pairs.MAKERS,
    **examples_of_court.MAKERS,
    "Induction": _year,
    "InductionItem": _item,
    "InductionChange": _change,
    "Observation": lambda cast: an_observation(_own_year(cast), by=cast.nqsw, observer=cast.coach),
    "ObservationSection": lambda cast: section_of(MAKERS["Observation"](cast), "context"),
    "FeedbackRequest": lambda cast: a_request(_own_year(cast), by=cast.nqsw),
    "Feedback": lambda cast: an_answer(a_request(_own_year(cast), by=cast.nqsw)),
    "DevelopmentTime": lambda cast: a_development_time(_own_year(cast), date(2026, 11, 24)),
    "FirstWeeksTask": lambda cast: _task_of_it(cast),
    "OwnProgramme": lambda cast: a_draft(cast.coordinator),
    "TalkAsked": lambda cast: a_talk(_own_year(cast)),
    **agreements.MAKERS,
    "BrowserSession": _own_session,
    **examples_of_people.MAKERS,
    **examples_of_matching.MAKERS,
    **examples_of_panels.MAKERS,
    **examples_of_learning.MAKERS,
    **examples_of_support.MAKERS,
    **examples_of_practices.MAKERS,
    "Verification": _seen,
    "Evidence": lambda cast: a_piece(cast.nqsw, shows=("communication",)),
    "TeamTask": lambda cast: a_team_task(team_of(cast.assistant), cast.assistant, cast.worker),
    "Piece": lambda cast: a_shared_piece(cast.nqsw, cast.assessor),
    "PieceRevision": lambda cast: queries_of_writing.last_revision(
        a_shared_piece(cast.nqsw, cast.assessor).id
    ),
    "PieceComment": lambda cast: a_comment(cast.assessor, a_shared_piece(cast.nqsw, cast.assessor)),
    "Thought": lambda cast: a_thought(cast.nqsw),
    "Account": lambda cast: db.session.query(Account).filter_by(person_id=cast.nqsw.id).one(),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    **examples_of_pairs.IN_A_STATE,
    **examples_of_court.IN_A_STATE,
    "induction.begin_review": agreements.review_item,
    "induction.close_programme": lambda cast: a_published(cast.coordinator),
    "induction.begin_version": lambda cast: a_published(cast.coordinator),
    "induction.next_year": _nearly_over,
    "induction.ask_for_next": _nearly_over,
    "induction.name_return": _paused,
    "induction.reopen_induction": _over,
    "induction.note_earlier_items": _taken_on,
    **examples_of_people.IN_A_STATE,
    **examples_of_matching.IN_A_STATE,
    **examples_of_panels.IN_A_STATE,
    **examples_of_learning.IN_A_STATE,
    **examples_of_support.IN_A_STATE,
    **examples_of_practices.IN_A_STATE,
}
