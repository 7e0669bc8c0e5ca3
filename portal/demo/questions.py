"""Questions to the consultants of the demo: waiting, near its target, answered, thanked for.

The newly qualified worker of the cast has an answer that they have not looked at yet.
"""

import tomllib
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select, update

from portal import working_days
from portal.database import db
from portal.demo import past
from portal.demo.scene import Scene
from portal.demo.support import CONSULTANT
from portal.notices.models import Notice
from portal.people.models import Person
from portal.support import operations
from portal.support.models import Question

WORDS = tomllib.loads((Path(__file__).parent / "support_words.toml").read_text("utf-8"))
ANSWERED_AGO, THANKED_AGO = timedelta(weeks=3), timedelta(weeks=3) - timedelta(days=1)


def ask_consultants(scene: Scene) -> None:
    """Let the cast ask and answer, and two colleagues whose questions are open."""
    lead = next((o.person for o in scene.staff if o.member and o.job == CONSULTANT), None)
    nqsw, worker = next(scene.with_role("nqsw"), None), next(scene.with_role("worker"), None)
    if lead is None or nqsw is None or worker is None:
        return
    one, two, *_ = [o.person for o in scene.doing("Social Worker") if not o.member]
    before = _working_days_before(scene, 1)
    two_before = _working_days_before(scene, 2)
    with past.on(working_days.on_or_before(scene.today - ANSWERED_AGO)):
        answered = _ask(worker.person, "answered")
        _answer(lead, answered, "answered")
    with past.on(working_days.on_or_after(scene.today - THANKED_AGO)):
        operations.thank(worker.person, answered)
        _share(lead, answered)
    with past.on(two_before):
        operations.take_question(lead, _ask(one, "open"))
        hers = _ask(nqsw.person, "nqsw")
    with past.on(before):
        _answer(lead, hers, "nqsw")
        _ask(two, "waiting")
    _have_seen_what_was_taken(scene)


def _have_seen_what_was_taken(scene: Scene) -> None:
    """Mark as read what asked the consultants to take a question that one of them has."""
    taken = select(Question.id).where(
        Question.organisation_id == scene.organisation.id, Question.taken_at.is_not(None)
    )
    consultants = [one.person.id for one in scene.doing(CONSULTANT)]
    asked = update(Notice).where(
        Notice.subject_id.in_(taken), Notice.person_id.in_(consultants), Notice.read_at.is_(None)
    )
    db.session.execute(asked.values(read_at=Notice.told_at))


def _working_days_before(scene: Scene, number: int) -> date:
    day = scene.today
    for _ in range(number):
        day = working_days.on_or_before(day - timedelta(days=1))
    return day


def _ask(by: Person, which: str) -> Question:
    said = WORDS[which]
    told = {"kind": said["kind"], "urgency": said["urgency"], "words": said["words"]}
    return operations.ask_question(by, **told, consultant=None)


def _share(lead: Person, question: Question) -> None:
    """Both agree to a text for everybody."""
    said = WORDS["shared"]
    text = {"asked": said["asked"], "answered": said["answer"]}
    shared = operations.propose_answer(lead, question, **text, was_checked=False)
    operations.agree_to_answer(question.asker, shared, shared.number)
    operations.close_question(question.asker, question)


def _answer(by: Person, question: Question, which: str) -> None:
    operations.take_question(by, question)
    operations.answer_question(by, question, words=WORDS[which]["answer"], minutes=15)
