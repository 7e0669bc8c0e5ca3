"""What the manager says about an application, and what the chair answers to a "not yet"."""

from collections.abc import Sequence

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.pathways import panel_notices
from portal.pathways.models import Application, ToChair
from portal.pathways.operations.panels import NotPossibleError
from portal.people.models import Person
from portal.web import days


def say_as_manager(by: Person, application: Application, *, view: str, words: str) -> None:
    """Say as the applicant's manager whether one supports it, and why; said once.

    Raises NotPossibleError after the last day: by then it has gone on without.
    """
    said = application.manager_statement
    assert said is not None  # the policy asks
    if today() > said.due_on:
        last = days.in_words(said.due_on)
        raise NotPossibleError(
            "words", f"The day for it was {last}: it went on to the panel without"
        )
    said.view, said.words, said.said_on, said.said_by_id = view, words, today(), by.id
    db.session.flush()
    facts = {"view": view, "said_on": today().isoformat()}
    audit.record(by, "pathways.manager_said", application, **facts)
    _tell([application.person], panel_notices.manager_said(by), application)


def take_to_chair(by: Person, application: Application, words: str) -> None:
    """Bring a manager's "not yet" to the chair of the panel."""
    taken = ToChair(
        organisation_id=application.organisation_id, application_id=application.id, words=words,
        taken_at=now(),
    )  # fmt: skip
    db.session.add(taken)
    db.session.flush()
    audit.record(by, "pathways.taken_to_chair", application)
    assert application.panel is not None  # it was sent to one
    said = panel_notices.taken_to_chair(application)
    _tell([application.panel.chair], said, application)


def answer_as_chair(by: Person, application: Application, *, answer: str, words: str) -> None:
    """Answer what an applicant brought to the chair: it goes on to the panel, or not to this."""
    taken = application.to_chair
    assert taken is not None  # the policy asks
    taken.answer, taken.answer_words = answer, words
    taken.answered_on, taken.answered_by_id = today(), by.id
    db.session.flush()
    audit.record(by, "pathways.chair_answered", application, answer=answer)
    _tell([application.person], panel_notices.chair_answered(by), application)


def _tell(readers: Sequence[Person], said: str, application: Application) -> None:
    for reader in readers:
        notices.tell(reader, said, link=f"/applications/{application.id}", about=application)
