"""What people do with evidence: add a piece, change it, take it off, say what it shows."""

from collections.abc import Collection
from datetime import date
from typing import Protocol
from uuid import UUID

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.people.models import Person
from portal.standards import queries
from portal.standards.frameworks import Framework
from portal.standards.models.evidence import CHOSEN, SUGGESTED, Evidence, StandardShown

LINK = "/evidence"


class Thing(Protocol):
    """What a piece of evidence points at: a row in the portal."""

    @property
    def id(self) -> UUID:
        """The row's id."""

    @property
    def __tablename__(self) -> str:
        """What kind of row it is."""


def add_evidence(
    by: Person | None,
    person: Person,
    *,
    kind: str,
    title: str,
    dated_on: date,
    note: str = "",
    thing: Thing | None = None,
) -> Evidence:
    """Put a piece of evidence on somebody's list. A thing that is on it already stays the one.

    What was withdrawn stays away. Without `by` the portal does it by itself.
    """
    first = queries.pointing_at(person.id, thing.__tablename__, thing.id) if thing else None
    if first is not None:
        return first if first.withdrawn_at else _back_on(by, first)
    piece = Evidence(
        organisation_id=person.organisation_id,
        person_id=person.id,
        kind=kind,
        title=title,
        dated_on=dated_on,
        note=note,
        subject_type=thing.__tablename__ if thing else "",
        subject_id=thing.id if thing else None,
        added_by_id=(by or person).id,
    )
    db.session.add(piece)
    db.session.flush()
    audit.record(by, "standards.evidence_added", piece, kind=kind, dated_on=dated_on.isoformat())
    return piece


def change_evidence(
    by: Person, evidence: Evidence, *, kind: str, title: str, dated_on: date, note: str
) -> None:
    """Put right what is said about a piece of evidence."""
    given = {"kind": kind, "title": title, "dated_on": dated_on, "note": note}
    changed = sorted(name for name, value in given.items() if getattr(evidence, name) != value)
    for name in changed:
        setattr(evidence, name, given[name])
    if changed:
        audit.record(by, "standards.evidence_changed", evidence, fields=changed)


def remove_evidence(by: Person, evidence: Evidence) -> None:
    """Take a piece off the list. What it showed is kept, so that it can come back whole."""
    if evidence.removed_at is None:
        evidence.removed_at = now()
        audit.record(by, "standards.evidence_removed", evidence)


def withdraw_evidence(by: Person, person: Person, thing: Thing, *, title: str) -> None:
    """Take a thing off somebody's list for good, because whoever agreed to it no longer does.

    What its owner noted about it goes too; that there was something on that day stays.
    """
    piece = queries.pointing_at(person.id, thing.__tablename__, thing.id)
    if piece is None or piece.withdrawn_at is not None:
        return
    piece.title, piece.note = title, ""
    piece.withdrawn_at = now()
    piece.removed_at = piece.removed_at or piece.withdrawn_at
    audit.record(by, "standards.evidence_withdrawn", piece)


def restore_evidence(by: Person, evidence: Evidence) -> None:
    """Put a piece that was taken off back on the list, with what it showed."""
    _back_on(by, evidence)


def choose_standards(
    by: Person, evidence: Evidence, framework: Framework, keys: Collection[str]
) -> None:
    """Say which standards of a framework a piece shows; what was suggested is settled with it."""
    wanted = {key for key in keys if key in framework.title_of}
    there = {mark.standard_key: mark for mark in _marks(evidence, framework)}
    before = sorted(key for key, mark in there.items() if mark.state == CHOSEN)
    for key, mark in there.items():
        if key not in wanted:
            db.session.delete(mark)
        elif mark.state == SUGGESTED:
            mark.state, mark.by_id = CHOSEN, by.id
    db.session.add_all(
        [_mark(by, evidence, framework, key, CHOSEN) for key in sorted(wanted - there.keys())]
    )
    if sorted(wanted) != before or len(there) != len(before):
        evidence.mapped_at = now()
        audit.record(
            by,
            "standards.evidence_mapped",
            evidence,
            framework=framework.key,
            standards=sorted(wanted),
            was=before,
        )


def suggest_standards(
    by: Person, evidence: Evidence, framework: Framework, keys: Collection[str]
) -> int:
    """Suggest standards that a piece shows too; the person decides. Answers how many are new."""
    there = {mark.standard_key for mark in _marks(evidence, framework)}
    new = sorted(key for key in set(keys) - there if key in framework.title_of)
    if not new:
        return 0
    db.session.add_all([_mark(by, evidence, framework, key, SUGGESTED) for key in new])
    audit.record(by, "standards.suggested", evidence, framework=framework.key, standards=new)
    person = db.session.get_one(Person, evidence.person_id)
    said = "a standard" if len(new) == 1 else f"{len(new)} standards"
    link = f"{LINK}/{evidence.id}/standards"
    notices.tell(
        person,
        f"{by.name} suggests {said} for a piece of your evidence.",
        link=link,
        about=evidence,
    )
    return len(new)


def _back_on(by: Person | None, evidence: Evidence) -> Evidence:
    if evidence.removed_at is not None:
        evidence.removed_at = None
        audit.record(by, "standards.evidence_restored", evidence)
    return evidence


def _marks(evidence: Evidence, framework: Framework) -> list[StandardShown]:
    return queries.marks_of([evidence.id], framework)[evidence.id]


def _mark(
    by: Person, evidence: Evidence, framework: Framework, key: str, state: str
) -> StandardShown:
    return StandardShown(
        organisation_id=evidence.organisation_id,
        evidence_id=evidence.id,
        person_id=evidence.person_id,
        framework_key=framework.key,
        standard_key=key,
        state=state,
        by_id=by.id,
    )
