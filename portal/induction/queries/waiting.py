"""What is open in induction years, for `waiting` to say whose turn it is: one statement for all."""

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    Uuid,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy import literal as word
from sqlalchemy.orm import aliased

from portal.clock import today
from portal.database import db
from portal.induction import giving, observing, signing, waiting
from portal.induction.models import (
    Agreement,
    ChangeAgreement,
    Feedback,
    HandOver,
    Induction,
    InductionChange,
    InductionItem,
    Observation,
    ObservationSection,
    ProgrammeMove,
    Review,
    ReviewComment,
    Signature,
)
from portal.induction.queries.years import assessed_by, managed_by
from portal.people.asker import ANYBODY, KEPT, given
from portal.people.models import Person
from portal.standards.models import Piece, PieceComment

MOST = 300
# A change calls the person whose year it is by another word than a signature does.
PARTS = {"worker": signing.NQSW}
STATES_TO_READ = (giving.TO_READ, giving.SAFETY)
# The statements are long; they are put together once, and their days are given with each question.
TODAY, AHEAD, LATELY = (bindparam(name, type_=Date) for name in ("today", "ahead", "lately"))


def open_in(induction: Induction, *, for_its_person: bool) -> list[waiting.Found]:
    """Everything that is open in one year; what was said about writing only for its writer."""
    asked = _asked(for_its_person)
    rows = db.session.execute(asked, {**_days(), "year": induction.id})
    return [_plain(*row) for row in rows]


def open_with(person: Person) -> list[tuple[waiting.Found, str, list[str]]]:
    """What is open in the years that somebody assesses or manages: whose year, and as what.

    Of observations only those that they observe themselves.
    """
    rows = db.session.execute(_asked_with(ANYBODY, today()), {**_days(), **given(person)})
    return [(_plain(*found), whose, [one, other]) for *found, whose, one, other in rows]


@lru_cache(KEPT)
def _asked_with(person: Any, _day: date) -> Any:
    """The statement for anybody, on one day."""
    years = _accompanied(person).cte("accompanied")
    which, worker = Induction.id.in_(select(years.c.id)), aliased(Person)
    mine = and_(which, Observation.observer_id == person.id)
    found = _found_first([*_texts(which), _changes(which), _parts(mine)])
    return (
        select(found, _name(worker).label("whose"), years.c.as_one, years.c.as_other)
        .join(years, years.c.id == found.c.induction_id)
        .join(worker, worker.id == years.c.person_id)
        .order_by(found.c.since, found.c.subject_id)
    )


def _accompanied(person: Person) -> Select[Any]:
    """The years under way that somebody assesses or manages, found once; and as what."""
    assesses, manages = assessed_by(person), managed_by(person)
    return select(
        Induction.id,
        Induction.person_id,
        case((assesses, signing.ASSESSOR), else_="").label("as_one"),
        case((manages, signing.MANAGER), else_="").label("as_other"),
    ).where(
        Induction.organisation_id == person.organisation_id,
        or_(Induction.ended_on.is_(None), Induction.ended_on >= today()),
        or_(assesses, manages),
    )


@cache
def _asked(for_its_person: bool) -> Select[Any]:
    """What is open in the year that is called `year`."""
    which = Induction.id == bindparam("year", type_=Uuid)
    asked = [*_open(which), _to_read(which)]
    if for_its_person:
        asked += [_let_through(which), _commented(which)]
    found = _found_first(asked)
    return select(found).order_by(found.c.since, found.c.subject_id)


def _days() -> dict[str, Any]:
    day = today()
    return {"today": day, "ahead": day + waiting.AHEAD, "lately": day - waiting.SOON}


def _found_first(asked: list[Select[Any]]) -> Any:
    """What is found in any of these ways, no more than what is open longest."""
    found = asked[0].union_all(*asked[1:])
    since, subject_id = found.selected_columns.since, found.selected_columns.subject_id
    return found.order_by(since, subject_id).limit(MOST).subquery()


def _plain(
    kind: str, year: UUID, subject: UUID, since: date, about: str, done_by: str, name: str
) -> waiting.Found:
    """A row of what is open, in the order of `_columns`."""
    return waiting.Found(kind, year, subject, since, about, PARTS.get(done_by, done_by), name)


def _open(which: ColumnElement[bool]) -> list[Select[Any]]:
    """What the people of a year ask of each other."""
    return [*_texts(which), _changes(which), _moves(which), _parts(which), _contexts(which)]


def _texts(which: ColumnElement[bool]) -> Iterator[Select[Any]]:
    """What is signed, and the comments that a review has."""
    yield _signed(waiting.AGREEMENT, Agreement, Agreement.begun_on).where(
        which, Agreement.signed_on.is_(None)
    )
    yield _signed(waiting.REVIEW, Review, Review.until, InductionItem.title).join(
        InductionItem, InductionItem.id == Review.item_id
    ).where(which, Review.signed_on.is_(None))  # fmt: skip
    yield (
        _found(waiting.COMMENT, Review, Review.until, InductionItem.title, ReviewComment.party)
        .join(InductionItem, InductionItem.id == Review.item_id)
        .join(ReviewComment, ReviewComment.review_id == Review.id)
        .where(which, Review.signed_on.is_(None), ReviewComment.shared_on.is_not(None))
    )
    begun = case((HandOver.from_on <= TODAY, waiting.BEGUN), else_="")
    yield _signed(waiting.HAND_OVER, HandOver, HandOver.planned_on, begun).where(
        which,
        HandOver.taken_back_on.is_(None),
        HandOver.confirmed_on.is_(None),
        HandOver.from_id.is_not(None),
    )


def _signed(kind: str, model: Any, since: Any, about: Any = None) -> Select[Any]:
    """A text to sign, a row for each signature that stands on it, or one where none does."""
    stands = and_(Signature.subject_id == model.id, Signature.voided_at.is_(None))
    found = _found(kind, model, since, about, func.coalesce(Signature.party, ""))
    return found.outerjoin(Signature, stands)


def _changes(which: ColumnElement[bool]) -> Select[Any]:
    proposed, part = InductionChange.proposed_at, func.coalesce(ChangeAgreement.part, "")
    day = func.date(proposed, type_=Date)
    found = _found(waiting.CHANGE, InductionChange, day, InductionChange.kind, part)
    return found.outerjoin(ChangeAgreement, ChangeAgreement.change_id == InductionChange.id).where(
        which, InductionChange.effective_at.is_(None), InductionChange.withdrawn_at.is_(None)
    )


def _moves(which: ColumnElement[bool]) -> Select[Any]:
    """Another programme that was proposed: only the person whose year it is answers."""
    found = _found(waiting.MOVE, ProgrammeMove, ProgrammeMove.proposed_on)
    return found.where(which, ProgrammeMove.answer == "")


def _parts(which: ColumnElement[bool]) -> Select[Any]:
    """Observations whose day has come, until both have finished their part."""
    worker, observer = Observation.worker_finished_on, Observation.observer_finished_on
    done = case(
        (worker.is_not(None), signing.NQSW),
        (observer.is_not(None), waiting.OBSERVER),
        else_="",
    )
    return _observations(waiting.PART, done).where(
        which, Observation.planned_on <= TODAY, or_(worker.is_(None), observer.is_(None))
    )


def _contexts(which: ColumnElement[bool]) -> Select[Any]:
    """Observations of the next days about whose context nothing is written yet."""
    context = and_(
        ObservationSection.observation_id == Observation.id,
        ObservationSection.key == "context",
        ObservationSection.saved_on.is_(None),
    )
    found = _observations(waiting.CONTEXT).join(ObservationSection, context)
    return found.where(which, Observation.planned_on > TODAY, Observation.planned_on <= AHEAD)


def _observations(kind: str, done: Any = None) -> Select[Any]:
    observer, number = aliased(Person), cast(Observation.number, String)
    found = _found(kind, Observation, Observation.planned_on, number, done, _name(observer))
    return found.join(observer, observer.id == Observation.observer_id).where(
        Observation.consent != observing.WITHDRAWN
    )


def _to_read(which: ColumnElement[bool]) -> Select[Any]:
    found = _found(waiting.TO_READ, Feedback, Feedback.received_on, Feedback.kind)
    return found.where(which, Feedback.state.in_(STATES_TO_READ))


def _let_through(which: ColumnElement[bool]) -> Select[Any]:
    """Feedback that came through within a week; nobody keeps when its person opened it."""
    came_on = func.coalesce(Feedback.read_on, Feedback.received_on)
    found = _found(waiting.LET_THROUGH, Feedback, came_on, Feedback.kind)
    return found.where(which, Feedback.state == giving.PASSED_ON, came_on >= LATELY)


def _commented(which: ColumnElement[bool]) -> Select[Any]:
    """Comments on the person's own writing that they have not settled: one for each commenter."""
    said = func.date(func.min(PieceComment.said_at), type_=Date)
    name = func.min(_name(Person))
    return (
        select(*_columns(waiting.WRITING, Induction.id, Piece.id, said, Piece.kind, None, name))
        .join_from(Piece, Induction, Induction.person_id == Piece.person_id)
        .join(PieceComment, PieceComment.piece_id == Piece.id)
        .join(Person, Person.id == PieceComment.by_id)
        .where(
            which,
            Piece.deleted_at.is_(None),
            PieceComment.settled_as == "",
            PieceComment.by_id != Piece.person_id,
        )
        .group_by(Induction.id, Piece.id, Piece.kind, PieceComment.by_id)
    )


def _found(
    kind: str, model: Any, since: Any, about: Any = None, done: Any = None, name: Any = None
) -> Select[Any]:
    columns = _columns(kind, model.induction_id, model.id, since, about, done, name)
    return select(*columns).join_from(model, Induction, Induction.id == model.induction_id)


def _columns(
    kind: str, induction_id: Any, subject_id: Any, since: Any, about: Any, done: Any, name: Any
) -> list[Any]:
    nothing = word("", String)
    return [
        word(kind, String).label("kind"),
        induction_id.label("induction_id"),
        subject_id.label("subject_id"),
        since.label("since"),
        (nothing if about is None else about).label("about"),
        (nothing if done is None else done).label("done_by"),
        (nothing if name is None else name).label("name"),
    ]


def _name(person: Any) -> Any:
    called = func.coalesce(func.nullif(person.known_as, ""), person.given_names)
    return called + " " + person.family_name
