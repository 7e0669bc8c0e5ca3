"""What people say they offer and look for, and with whom they should not be paired."""

from typing import Any

from portal import audit
from portal.database import db
from portal.matching import queries
from portal.matching.models import RuledOut, SupportNeed, SupportOffer
from portal.people.models import Person


def keep_offer(person: Person, *, identity: list[str], **said: Any) -> bool:
    """Keep what a coach or mentor offers; False when nothing is different."""
    offer = queries.offer_of(person) or SupportOffer(
        organisation_id=person.organisation_id, person_id=person.id, person=person
    )
    return _keep(person, offer, "matching.offer_kept", identity, said)


def keep_need(person: Person, *, identity: list[str], **said: Any) -> bool:
    """Keep what somebody looks for; False when nothing is different."""
    need = queries.need_of(person) or SupportNeed(
        organisation_id=person.organisation_id, person_id=person.id, person=person
    )
    return _keep(person, need, "matching.need_kept", identity, said)


def rule_out(person: Person, other: Person) -> RuledOut:
    """Write down that these two should not be paired; nobody is told, and nobody is asked why."""
    found = queries.ruled_out_by(person, other)
    if found is not None:
        return found
    made = RuledOut(
        organisation_id=person.organisation_id, person_id=person.id, other_id=other.id, other=other
    )
    db.session.add(made)
    db.session.flush()
    audit.record(person, "matching.ruled_out", made)
    return made


def end_ruling_out(person: Person, ruled_out: RuledOut) -> None:
    """Take it back: the two may be paired."""
    audit.record(person, "matching.ruling_out_ended", ruled_out)
    db.session.delete(ruled_out)
    db.session.flush()


def _keep(
    person: Person, row: SupportOffer | SupportNeed, deed: str, identity: list[str],
    said: dict[str, Any],
) -> bool:  # fmt: skip
    is_new = row.version is None
    changed = [name for name, value in said.items() if is_new or getattr(row, name) != value]
    if is_new or row.identity != identity:
        row.identity = identity
        changed.append("identity")
    if not changed:
        return False
    for name, value in said.items():
        setattr(row, name, value)
    db.session.add(row)
    db.session.flush()
    fields = [name for name in changed if name != "identity"]  # that it was touched says something
    audit.record(person, deed, row, fields=sorted(fields))
    return True
