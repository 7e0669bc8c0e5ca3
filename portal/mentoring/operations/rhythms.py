"""The rhythm of the scheme is agreed, and who has gone quiet is told: the two first."""

from collections.abc import Sequence
from uuid import UUID

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import queries, quiet_notices, rhythm
from portal.mentoring.models import QuietSpell, SchemeRhythm
from portal.mentoring.queries import PairStanding
from portal.people.models import Person

SCHEME = "/scheme"
COLUMNS = ("coaching_weeks", "coaching_more", "mentoring_weeks", "mentoring_more")


def agree_rhythm(by: Person, agreed: SchemeRhythm, **weeks: int) -> bool:
    """Agree how often pairs mean to meet; whether anything is different now."""
    before = {name: getattr(agreed, name) for name in COLUMNS}
    if before == weeks and agreed.id:
        return False
    for name, number in weeks.items():
        setattr(agreed, name, number)
    db.session.add(agreed)
    db.session.flush()
    audit.record(by, "mentoring.rhythm_agreed", agreed, before=before, after=weeks)
    return True


def tell_quiet_pairs(organisation_id: UUID) -> int:
    """Tell who is to hear today of pairs that have gone quiet; answer how many pairs it was.

    The caller holds the organisation's pen, so that two of these at once tell once.
    """
    day = today()
    standing = queries.standings(organisation_id, day)
    hears = [(each, rhythm.who_hears(each.quiet, day)) for each in standing]
    pairs = [each for each, who in hears if who == rhythm.PAIR]
    late = [each for each, who in hears if who == rhythm.COORDINATOR]
    _tell_the_two(organisation_id, pairs)
    _tell_coordinators(organisation_id, late)
    return len(pairs) + len(late)


def _tell_the_two(organisation_id: UUID, quiet: Sequence[PairStanding]) -> None:
    if not quiet:
        return
    pairings = queries.pairings_with([each.pairing_id for each in quiet])
    spells = []
    for each in quiet:
        pairing = pairings[each.pairing_id]
        spells.append(
            QuietSpell(
                organisation_id=organisation_id, pairing_id=pairing.id,
                since_on=each.quiet.since_on, told_on=today(),
            )
        )  # fmt: skip
        for reader in (pairing.coach, pairing.supported):
            sentence = quiet_notices.gone_quiet(pairing, reader, each.last_on, each.quiet.more)
            notices.tell(reader, sentence, link=f"/pairings/{pairing.id}", about=pairing)
    db.session.add_all(spells)
    db.session.flush()
    audit.record_many(None, "mentoring.quiet_pair_told", [(each, {}) for each in spells])


def _tell_coordinators(organisation_id: UUID, late: Sequence[PairStanding]) -> None:
    """Tell each coordinator once of all pairs that are still quiet; their own is not among them."""
    if not late:
        return
    spells = queries.spells_of(late)
    for spell in spells.values():
        spell.coordinator_told_on = today()
    audit.record_many(
        None, "mentoring.quiet_pair_told_on", [(each, {}) for each in spells.values()]
    )
    for reader in queries.coordinators(organisation_id, today()):
        others = [each for each in late if reader.id not in (each.coach_id, each.supported_id)]
        if others:
            notices.tell(reader, quiet_notices.still_quiet(others), link=SCHEME)
