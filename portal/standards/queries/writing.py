"""Writing as pages list it: mine, what others share with me, revisions, comments."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, defer, lazyload, selectinload

from portal.clock import today
from portal.database import db
from portal.people.models import Person
from portal.people.queries import named
from portal.standards.models.writing import (
    Piece,
    PieceComment,
    PieceReader,
    PieceRevision,
    WritingChoice,
)
from portal.web.lists import Page, page_of, pages_of

BY_LAST_WORK = [Piece.worked_at, Piece.id]
BY_DELETION = [Piece.deleted_at, Piece.id]
BY_NAMING = [PieceReader.named_at, PieceReader.id]
BY_NUMBER = [PieceRevision.number]
MOST_COMMENTS = 200
MOST_FOUND = 20


def pieces_page(person: Person, after: str | None) -> Page:
    """Somebody's own pieces, the one last written in first."""
    return page_of(_mine(person), keys=BY_LAST_WORK, after=after, descending=True)


def every_piece_of(person: Person) -> Iterator[Page]:
    """All of somebody's own pieces: for a file."""
    return pages_of(_mine(person), keys=BY_LAST_WORK, descending=True)


def deleted_page(person: Person, after: str | None) -> Page:
    """What somebody deleted and may still bring back, the last deleted first."""
    return page_of(_deleted(person), keys=BY_DELETION, after=after, descending=True)


def every_deleted(person: Person) -> Iterator[Page]:
    """All that somebody deleted and may still bring back: for a file."""
    return pages_of(_deleted(person), keys=BY_DELETION, descending=True)


def shared_with(person: Person, after: str | None) -> Page:
    """What others share with somebody today, last shared first; with who wrote it."""
    return page_of(_shared_with(person), keys=BY_NAMING, after=after, descending=True)


def everything_shared_with(person: Person) -> Iterator[Page]:
    """Everything that others share with somebody: for a file."""
    return pages_of(_shared_with(person), keys=BY_NAMING, descending=True)


def revisions_page(piece: Piece, after: str | None) -> Page:
    """The revisions of a piece, last first, without their texts."""
    found = (
        select(PieceRevision)
        .where(PieceRevision.piece_id == piece.id)
        .options(defer(PieceRevision.text), lazyload(PieceRevision.piece))
    )
    return page_of(found, keys=BY_NUMBER, after=after, descending=True)


def every_revision(piece: Piece) -> Iterator[Page]:
    """All revisions of a piece with their texts: for a file."""
    found = select(PieceRevision).where(PieceRevision.piece_id == piece.id)
    return pages_of(found.options(lazyload(PieceRevision.piece)), keys=BY_NUMBER, descending=True)


def revision_of(piece_id: UUID, number: int | None) -> PieceRevision | None:
    """The revision of that number."""
    return db.session.scalar(
        select(PieceRevision)
        .where(PieceRevision.piece_id == piece_id, PieceRevision.number == number)
        .options(lazyload(PieceRevision.piece))
    )


def last_revision(piece_id: UUID) -> PieceRevision | None:
    """The last revision that was kept."""
    return db.session.scalar(
        select(PieceRevision)
        .where(PieceRevision.piece_id == piece_id)
        .options(lazyload(PieceRevision.piece))
        .order_by(PieceRevision.number.desc())
        .limit(1)
    )


def comments_on(piece: Piece) -> list[PieceComment]:
    """What was said about a piece, in the order in which it was said."""
    found = (
        select(PieceComment)
        .where(PieceComment.piece_id == piece.id)
        .options(lazyload(PieceComment.piece))
        .order_by(PieceComment.said_at, PieceComment.id)
        .limit(MOST_COMMENTS)
    )
    return list(db.session.scalars(found))


def piece_answering(person_id: UUID, subject_type: str, subject_id: UUID) -> Piece | None:
    """Somebody's piece that answers a thing."""
    return db.session.scalar(
        select(Piece).where(
            Piece.person_id == person_id,
            Piece.subject_type == subject_type,
            Piece.subject_id == subject_id,
        )
    )


def pieces_answering(
    person_id: UUID, subject_type: str, subject_ids: Iterable[UUID]
) -> dict[UUID, Piece]:
    """Somebody's pieces that answer these things, by the thing's id, without their texts."""
    found = (
        select(Piece)
        .where(
            Piece.person_id == person_id,
            Piece.subject_type == subject_type,
            Piece.subject_id.in_(list(subject_ids)),
            Piece.deleted_at.is_(None),
        )
        .options(defer(Piece.text), lazyload(Piece.person), selectinload(Piece.readers))
    )
    return {piece.subject_id: piece for piece in db.session.scalars(found) if piece.subject_id}


def writing_choice(person_id: UUID) -> WritingChoice | None:
    """How somebody likes to write, where they said so."""
    return db.session.scalar(select(WritingChoice).where(WritingChoice.person_id == person_id))


def people_of(ids: Iterable[UUID]) -> list[Person]:
    """The people of these ids, by name."""
    wanted = list(ids)
    if not wanted:
        return []
    found = select(Person).where(Person.id.in_(wanted))
    return list(db.session.scalars(found.order_by(Person.sort_key, Person.id).limit(100)))


def colleagues_named(person: Person, q: str) -> list[Person]:
    """Whoever works here and is called so, without the person who asks; nobody for no name."""
    asked = [Person.id.in_(found) for found in named(person.organisation_id, q)]
    if not asked:
        return []
    found = select(Person).where(
        Person.organisation_id == person.organisation_id,
        Person.id != person.id,
        Person.working_here(today()),
        *asked,
    )
    return list(db.session.scalars(found.order_by(Person.sort_key, Person.id).limit(MOST_FOUND)))


def _deleted(person: Person) -> Select[Piece]:
    return (
        select(Piece)
        .where(Piece.person_id == person.id, Piece.deleted_at.is_not(None))
        .options(defer(Piece.text), lazyload(Piece.person))
    )


def _mine(person: Person) -> Select[Piece]:
    return (
        select(Piece)
        .where(Piece.person_id == person.id, Piece.deleted_at.is_(None))
        .options(defer(Piece.text), lazyload(Piece.person), selectinload(Piece.readers))
    )


def _shared_with(person: Person) -> Any:
    return (
        select(PieceReader, Piece)
        .join(Piece, Piece.id == PieceReader.piece_id)
        .join(Piece.person)
        .where(
            PieceReader.person_id == person.id,
            PieceReader.ended_at.is_(None),
            Piece.shared_number.is_not(None),
        )
        .options(lazyload(PieceReader.person), defer(Piece.text), contains_eager(Piece.person))
    )
