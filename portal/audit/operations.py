"""Writing the audit trail, in the transaction of the deed itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID, uuid4

from flask import current_app
from sqlalchemy import event

from portal.audit import chain, queries
from portal.audit.models import AuditEntry
from portal.clock import now
from portal.database import WRITING, commit, db, insert_many, lock, write

HEADS = "audit_heads"
DONE = "audit_done"


class Actor(Protocol):
    """Who did it."""

    @property
    def id(self) -> UUID:
        """The person's id."""


class Subject(Actor, Protocol):
    """What it was done to: a row of an organisation."""

    @property
    def organisation_id(self) -> UUID:
        """The organisation whose chain it goes into."""

    @property
    def __tablename__(self) -> str:
        """What kind of row it is."""


@dataclass(frozen=True)
class Pointer:
    """A row as an entry points at it: one written in bulk, or read in a transaction that ended."""

    id: UUID
    organisation_id: UUID
    __tablename__: str


class Deed(NamedTuple):
    """What somebody did to what, in the transaction that is running."""

    action: str
    actor_id: UUID | None
    subject_type: str
    subject_id: UUID


def record(by: Actor | None, action: str, subject: Subject, **particulars: Any) -> None:
    """Write down one deed: who, `area.past_participle`, on what, with ids and facts only."""
    record_many(by, action, [(subject, particulars)])


def record_many(
    by: Actor | None, action: str, deeds: Iterable[tuple[Subject, dict[str, Any]]]
) -> None:
    """Write down the same deed done to many subjects, in one statement."""
    record_deeds(by, [(action, subject, facts) for subject, facts in deeds])


def record_deeds(by: Actor | None, deeds: Iterable[tuple[str, Subject, dict[str, Any]]]) -> None:
    """Write down several deeds that belong together, in their order and in one statement."""
    given = list(deeds)
    _write(by, given)
    actor_id = by.id if by else None
    _done().extend(
        Deed(action, actor_id, subject.__tablename__, subject.id) for action, subject, _ in given
    )


def deeds_done() -> Sequence[Deed]:
    """The deeds that this transaction has written down so far; a look at something is none."""
    return tuple(_done())


def _write(by: Actor | None, deeds: Iterable[tuple[str, Subject, dict[str, Any]]]) -> None:
    db.session.flush()
    moment, key = now(), current_app.config["AUDIT_KEY"]
    actor_id = by.id if by else None
    heads = _heads()
    rows = [_entry(key, heads, moment, actor_id, *deed) for deed in deeds]
    if rows:
        insert_many(AuditEntry, rows)


def record_view(by: Actor, action: str, subject: Subject, **particulars: Any) -> None:
    """Write down that somebody looked at something or took it away as a file.

    For a request that only reads: call it last, when the answer is made. It ends the read and
    does the one short write that such a request may do, so rows read before must not be asked
    again. Where the database cannot take the entry there is no answer either. In a request that
    writes it is an ordinary entry of that request's transaction.
    """
    seen = Pointer(subject.id, subject.organisation_id, subject.__tablename__)
    actor = Pointer(by.id, subject.organisation_id, subject.__tablename__)
    if db.session.connection().get_execution_options().get(WRITING):
        record(actor, action, seen, **particulars)
        return
    db.session.rollback()
    write()
    _write(actor, [(action, seen, particulars)])
    commit()


def _entry(
    key: bytes,
    heads: dict[UUID, chain.Head],
    moment: datetime,
    actor_id: UUID | None,
    action: str,
    subject: Subject,
    particulars: dict[str, Any],
) -> dict[str, Any]:
    head = heads.get(subject.organisation_id) or _head(subject.organisation_id)
    link = chain.Link(
        organisation_id=subject.organisation_id,
        number=head.number + 1,
        previous=head.seal,
        at=moment,
        actor_id=actor_id,
        action=action,
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        particulars=particulars,
    )
    sealed = chain.seal(key, link)
    heads[link.organisation_id] = chain.Head(link.number, sealed)
    return {"id": uuid4(), **vars(link), "seal": sealed}


def _heads() -> dict[UUID, chain.Head]:
    """The heads this transaction has read or moved."""
    heads: dict[UUID, chain.Head] = db.session.info.setdefault(HEADS, {})
    return heads


def _done() -> list[Deed]:
    done: list[Deed] = db.session.info.setdefault(DONE, [])
    return done


def _head(organisation_id: UUID) -> chain.Head:
    """The head of a chain that this transaction has not moved yet."""
    lock(organisation_id)
    return queries.head(organisation_id) or chain.Head(0, chain.START)


@event.listens_for(db.session, "after_commit")
@event.listens_for(db.session, "after_soft_rollback")
def _forget(session: Any, *_: Any) -> None:
    """Another transaction may move the heads, and does deeds of its own."""
    session.info.pop(HEADS, None)
    session.info.pop(DONE, None)
