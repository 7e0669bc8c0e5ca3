"""Staff lists on their way in: what their previews show, and what overtook them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select

from portal.audit.models import AuditEntry
from portal.clock import now
from portal.database import db
from portal.people.folding import words
from portal.people.models import Post
from portal.people.staff_list.plan import KINDS, NOTED
from portal.people.uploads import KEPT_FOR, StaffListEntry, StaffListSource, StaffListUpload

MOST_SOURCES = 20
MOST_ROWS = 100_000  # the rows of a list, and whoever is not in it
LARGEST_ROW = 2**31 - 1
MOST_CHANGES = 1000

# What a plan was worked out from, and what it writes to: people, where they stand and stood, the
# posts and roles that end when somebody leaves, and the units. Days away and strengths are not in
# staff lists and no list writes them; sessions, inductions and accounts neither.
WORKED_OUT_FROM = ("person", "post", "unit", "cover", "role_held")
# Deeds whose subject is another kind of row: a list may bring vacancies and units only, and what
# the portal keeps decides what a list may overwrite.
DEEDS = ("people.staff_list_imported", "people.field_owners_changed")
# Somebody looked or took a list away, and nothing changed.
ONLY_SEEN = ("%\\_viewed", "%\\_seen", "%\\_exported", "%\\_downloaded", "%\\_taken")


@dataclass(frozen=True, slots=True)
class Changes:
    """What others changed since a plan was worked out: how many people, and anything at all."""

    people: int = 0
    any: bool = False

    def __bool__(self) -> bool:
        return self.any


def sources(organisation_id: UUID) -> list[StaffListSource]:
    """The sources of the organisation's staff lists, the one used last in front."""
    own = select(StaffListSource).where(StaffListSource.organisation_id == organisation_id)
    latest = own.order_by(StaffListSource.used_at.desc(), StaffListSource.name)
    return list(db.session.scalars(latest.limit(MOST_SOURCES)))


def entries(upload: StaffListUpload, *, kind: str = "", query: str = "") -> Select[StaffListEntry]:
    """The rows of a preview: of one kind or noted ones, found by name or by their number."""
    found = select(StaffListEntry).where(StaffListEntry.upload_id == upload.id)
    if kind == NOTED:
        found = found.where(StaffListEntry.is_noted)
    elif kind in KINDS:
        found = found.where(StaffListEntry.kind == kind)
    if query.isascii() and query.isdigit():
        return found.where(StaffListEntry.number == min(int(query[:12]), LARGEST_ROW))
    for word in sorted(words(query)):
        found = found.where(StaffListEntry.folded.contains(f" {word}", autoescape=True))
    return found.order_by(StaffListEntry.place)


def rows_of(found: Select[StaffListEntry], *columns: Any) -> Iterator[Any]:
    """These columns of all the rows that were found, for a file."""
    some = found.with_only_columns(*columns).limit(MOST_ROWS)
    yield from db.session.execute(some.execution_options(yield_per=1000))


def kept_until(upload: StaffListUpload) -> datetime | None:
    """Until when the refused rows of a list that is in can be fetched; None when that is over."""
    until = upload.applied_at + KEPT_FOR if upload.applied_at else None
    return until if until and until > now() else None


def changed_since(organisation_id: UUID, number: int) -> Changes:
    """What others changed after this entry of the audit trail, of what a plan rests on.

    At most a thousand changes are looked at; more people than that are told as that many.
    """
    seen = or_(*(AuditEntry.action.like(ending, escape="\\") for ending in ONLY_SEEN))
    rests_on = AuditEntry.subject_type.in_(WORKED_OUT_FROM) & AuditEntry.action.like("people.%")
    later = (
        select(AuditEntry.subject_type, AuditEntry.subject_id)
        .where(
            AuditEntry.organisation_id == organisation_id,
            AuditEntry.number > number,
            or_(rests_on & ~seen, AuditEntry.action.in_(DEEDS)),
        )
        .order_by(AuditEntry.number)
        .limit(MOST_CHANGES)
    )
    found = db.session.execute(later).all()
    people = {subject for kind, subject in found if kind == "person"}
    posts = {subject for kind, subject in found if kind == "post"}
    return Changes(people=len(people | _holders(posts)), any=bool(found))


def _holders(posts: set[UUID]) -> set[UUID]:
    """Who holds these posts; nobody holds a vacant one."""
    if not posts:
        return set()
    held = select(Post.person_id).where(Post.id.in_(posts), Post.person_id.is_not(None))
    return {person_id for person_id in db.session.scalars(held) if person_id}
