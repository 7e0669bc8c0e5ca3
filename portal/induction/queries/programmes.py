"""Programmes as an organisation has them: its own, and those that ship, offered or not."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.induction import programmes
from portal.induction.models import Induction, OwnProgramme, ProgrammeChoice
from portal.induction.programmes import Programme

MOST_OWN = 100


def published(key: str, version: str) -> OwnProgramme | None:
    """The published programme of some organisation's own with that key and version."""
    if not version.isdecimal() or len(version) > 6:
        return None
    found = select(OwnProgramme).where(
        OwnProgramme.key == key,
        OwnProgramme.number == int(version),
        OwnProgramme.published_on.is_not(None),
    )
    return db.session.scalar(found)


def own_programmes(organisation_id: UUID) -> Sequence[OwnProgramme]:
    """Every programme of an organisation's own: drafts too, by name, the newest version first."""
    found = (
        select(OwnProgramme)
        .where(OwnProgramme.organisation_id == organisation_id)
        .order_by(OwnProgramme.name, OwnProgramme.key, OwnProgramme.number.desc())
        .limit(MOST_OWN)
    )
    return db.session.scalars(found).all()


def latest_number(key: str) -> int:
    """The number of the newest version, draft or not, of a programme of one's own."""
    found = select(OwnProgramme.number).where(OwnProgramme.key == key)
    return db.session.scalar(found.order_by(OwnProgramme.number.desc()).limit(1)) or 0


def draft_of(key: str) -> OwnProgramme | None:
    """The version that is being written, if one is."""
    found = select(OwnProgramme).where(OwnProgramme.key == key, OwnProgramme.published_on.is_(None))
    return db.session.scalar(found.limit(1))


def choice_of(organisation_id: UUID, key: str, version: str) -> ProgrammeChoice | None:
    """What was chosen here about a programme that ships, if anything was."""
    found = select(ProgrammeChoice).where(
        ProgrammeChoice.organisation_id == organisation_id,
        ProgrammeChoice.key == key,
        ProgrammeChoice.programme_version == version,
    )
    return db.session.scalar(found)


def choices(organisation_id: UUID) -> dict[tuple[str, str], bool]:
    """Which programmes that ship were switched on or off here."""
    found = (
        select(ProgrammeChoice.key, ProgrammeChoice.programme_version, ProgrammeChoice.is_offered)
        .where(ProgrammeChoice.organisation_id == organisation_id)
        .order_by(ProgrammeChoice.key)
        .limit(MOST_OWN)
    )
    return {(key, version): is_on for key, version, is_on in db.session.execute(found)}


def programmes_in_use(
    organisation_id: UUID, known: Sequence[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Key and version of each of these programmes that somebody here is or was on."""
    used = [
        select(Induction.id)
        .where(
            Induction.organisation_id == organisation_id,
            Induction.programme_key == key,
            Induction.programme_version == version,
        )
        .exists()
        for key, version in known
    ]
    row = db.session.execute(select(*used)).one() if used else ()
    return {each for each, is_used in zip(known, row, strict=True) if is_used}


def offered(organisation_id: UUID) -> list[Programme]:
    """What people can be enrolled on here: its own published ones, then those that ship."""
    chosen = choices(organisation_id)
    own = [each.programme for each in own_programmes(organisation_id) if each.is_offered]
    shipped = [
        each for each in programmes.every() if chosen.get((each.key, each.version), each.is_offered)
    ]
    return own + shipped


def offered_as(organisation_id: UUID, chosen: str) -> list[Programme]:
    """What a sent form chose by key and version, where it can be chosen here."""
    key, _, version = chosen.partition(" ")
    if programmes.is_shipped(key, version):
        return [programmes.pinned(key, version)]
    own = published(key, version)
    is_ours = own is not None and own.organisation_id == organisation_id and own.is_offered
    return [own.programme] if own is not None and is_ours else []


def usual(organisation_id: UUID, among: Sequence[Programme]) -> Programme | None:
    """The one to begin with: what somebody was last enrolled on here, or the usual one."""
    found = (
        select(Induction.programme_key, Induction.programme_version)
        .where(Induction.organisation_id == organisation_id)
        .order_by(Induction.started_on.desc(), Induction.id)
        .limit(1)
    )
    last = db.session.execute(found).first()
    wanted = tuple(last) if last else ()
    same = [each for each in among if (each.key, each.version) == wanted]
    return next(iter(same), None) or next((each for each in among if each.is_usual), None)
