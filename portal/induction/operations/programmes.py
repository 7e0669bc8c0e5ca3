"""What coordinators do with programmes: offer, copy, change, publish, close."""

from uuid import uuid4

from portal import audit
from portal.clock import today
from portal.database import db
from portal.induction import queries
from portal.induction.models import OwnProgramme, ProgrammeChoice
from portal.induction.operations.reckoning import iso, refuse
from portal.induction.programmes import FaultyProgrammeError, Programme, reading, writing
from portal.induction.programmes.faults import faults
from portal.induction.programmes.writing import Table
from portal.people.models import Organisation, Person


def offer_programme(by: Person, programme: Programme, *, is_offered: bool) -> None:
    """Offer a programme that ships with the portal, or no longer. Nobody who is on it is moved."""
    choice = queries.choice_of(by.organisation_id, programme.key, programme.version)
    if choice is None:
        choice = ProgrammeChoice(
            organisation_id=by.organisation_id,
            key=programme.key,
            programme_version=programme.version,
        )
    choice.is_offered, choice.chosen_by_id, choice.chosen_on = is_offered, by.id, today()
    db.session.add(choice)
    db.session.flush()
    word = "offered" if is_offered else "hidden"
    audit.record(by, f"induction.programme_{word}", choice, programme=_called(programme))


def copy_programme(by: Person, base: Programme) -> OwnProgramme:
    """Begin a programme of one's own as a copy; nobody can be on it until it is published."""
    here = db.session.get_one(Organisation, by.organisation_id)
    key = f"own-{uuid4().hex[:16]}"
    name = f"{base.name}, as at {here.name}"
    return _begun(by, base, key=key, number=1, name=name)


def begin_version(by: Person, own: OwnProgramme) -> OwnProgramme:
    """Begin the next version of one's own programme; one that is being written goes on."""
    draft = queries.draft_of(own.key)
    if draft is not None:
        return draft
    number = queries.latest_number(own.key) + 1
    return _begun(by, own.programme, key=own.key, number=number, name=own.name)


def change_programme(by: Person, own: OwnProgramme, content: Table, part: str) -> None:
    """Put a changed part into a draft.

    Raises FaultyProgrammeError where the part that was changed does not hold. What it upsets in
    other parts is kept, shown on the draft's page, and mended before it is published.
    """
    content = content | {"key": own.key, "version": str(own.number)}
    known = set(own.faults)
    for fault in faults(reading.as_it_stands(content, "the draft")):
        if fault.part == part and fault not in known:
            raise FaultyProgrammeError(f"the draft: {fault.sentence}", fault.field, fault.what)
    own.content, own.name = content, content["name"]
    db.session.flush()
    audit.record(by, "induction.programme_changed", own, part=part)


def publish_programme(by: Person, own: OwnProgramme) -> None:
    """Publish a draft: from now on it never changes. Raises NotPossibleError with the fault."""
    try:
        reading.from_table(own.content, "the draft")
    except FaultyProgrammeError as fault:
        refuse(f"Nothing was published. {str(fault).partition(': ')[2]}")
    own.published_on = today()
    audit.record(by, "induction.programme_published", own, published_on=iso(own.published_on))


def close_programme(by: Person, own: OwnProgramme, *, is_offered: bool = False) -> None:
    """Offer it to nobody any more, or again where it was closed; who is on it stays on it.

    What is so already stays as it is: a second click undoes nothing.
    """
    if own.is_offered == is_offered:
        return
    own.closed_on = None if is_offered else today()
    word = "closed" if own.closed_on else "opened_again"
    audit.record(by, f"induction.programme_{word}", own, on=iso(today()))


def remove_draft(by: Person, own: OwnProgramme) -> None:
    """Throw a draft away; nobody was ever on it."""
    audit.record(by, "induction.programme_draft_removed", own, number=own.number)
    db.session.delete(own)
    db.session.flush()


def _begun(by: Person, base: Programme, *, key: str, number: int, name: str) -> OwnProgramme:
    content = writing.table_of(base) | {"key": key, "version": str(number), "name": name}
    own = OwnProgramme(
        organisation_id=by.organisation_id,
        key=key,
        number=number,
        name=name,
        content=content,
        base_key=base.key,
        base_version=base.version,
        begun_by_id=by.id,
        begun_on=today(),
    )
    db.session.add(own)
    db.session.flush()
    audit.record(by, "induction.programme_begun", own, base=_called(base))
    return own


def _called(programme: Programme) -> str:
    return f"{programme.key} {programme.version}"
