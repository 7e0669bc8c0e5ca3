"""Pairings and sessions for tests."""

from datetime import date

from portal.database import db
from portal.mentoring import keeping, operations
from portal.mentoring.models import (
    AgreedAction,
    ConflictApproved,
    HandOverNote,
    LookBack,
    PairAgreement,
    Pairing,
    PairPause,
    PairProposal,
    PlannedSession,
    Session,
    SessionNote,
)
from portal.notices.models import Notice
from portal.people.models import Person
from tests.cast import Cast


def a_pairing(
    *,
    coach: Person,
    supported: Person,
    kind: str = "coaching",
    started_on: date = date(2026, 4, 1),
    ended_on: date | None = None,
) -> Pairing:
    """Two people who work together, since April 2026 unless told otherwise."""
    pairing = Pairing(
        organisation_id=coach.organisation_id,
        coach_id=coach.id,
        coach=coach,
        supported_id=supported.id,
        supported=supported,
        kind=kind,
        started_on=started_on,
        ended_on=ended_on,
        started_by_id=coach.id,
    )
    db.session.add(pairing)
    db.session.flush()
    return pairing


def a_cover(
    pairing: Pairing,
    coach: Person,
    *,
    started_on: date = date(2026, 11, 23),
    ended_on: date = date(2026, 12, 11),
) -> Pairing:
    """Somebody who covers for the coach of these two, for three weeks in the winter."""
    cover = a_pairing(
        coach=coach, supported=pairing.supported, kind=pairing.kind, started_on=started_on,
        ended_on=ended_on,
    )  # fmt: skip
    cover.in_place_of_id, cover.in_place_of = pairing.id, pairing
    cover.notes_until = keeping.notes_until(ended_on)
    db.session.flush()
    return cover


def a_session(
    pairing: Pairing,
    *,
    held_on: date = date(2026, 11, 19),
    minutes: int = 45,
    medium: str = "in person",
    recorded_on: date | None = None,
    by: Person | None = None,
) -> Session:
    """A session of these two, logged by the coach on the day it was held."""
    session = Session(
        organisation_id=pairing.organisation_id,
        pairing_id=pairing.id,
        pairing=pairing,
        kind=pairing.kind,
        held_on=held_on,
        minutes=minutes,
        medium=medium,
        recorded_by_id=by.id if by else pairing.coach_id,
        recorded_on=recorded_on or held_on,
    )
    db.session.add(session)
    db.session.flush()
    return session


def a_noted_session(pairing: Pairing, words: str = "What we talked about.") -> Session:
    """A session with a note that the coach wrote."""
    session = a_session(pairing)
    session.notes_kept = 1
    db.session.add(SessionNote.of(session, words, number=1, by_id=pairing.coach_id))
    db.session.flush()
    return session


def an_action(pairing: Pairing, words: str = "Sit in on a panel.") -> AgreedAction:
    """Something that the person supported said they would do."""
    action = AgreedAction.of(
        pairing, words, owner_id=pairing.supported_id, by_id=pairing.coach_id, due_on=None
    )
    db.session.add(action)
    db.session.flush()
    return action


def a_pair_agreement(pairing: Pairing, goals: str = "Settle in well.") -> PairAgreement:
    """What the coach wrote and signed about working together; the other has still to sign."""
    agreement = PairAgreement(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing, number=1,
        written_by_id=pairing.coach_id, weeks_between=4, notice_hours=24,
        review_on=date(2027, 1, 7),
    )  # fmt: skip
    agreement.seal(goals)
    db.session.add(agreement)
    db.session.flush()
    return agreement


def a_proposal(cast: Cast, mentor: Person | None = None) -> PairProposal:
    """A mentor is proposed to Amira from next Monday, and nobody has been told of it."""
    made = operations.propose_each(
        cast.coordinator, [(mentor or cast.coach, cast.nqsw)], kind="mentoring",
        started_on=date(2026, 11, 30),
    )  # fmt: skip
    db.session.flush()
    db.session.query(Notice).filter_by(subject_id=made[0].id).delete()
    return made[0]


def a_planned_session(
    pairing: Pairing, *, meets_on: date = date(2026, 11, 26), by: Person | None = None
) -> PlannedSession:
    """The next session of a pair: planned for today unless told otherwise."""
    planned = PlannedSession(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing,
        meets_on=meets_on, planned_by_id=(by or pairing.coach).id,
    )  # fmt: skip
    db.session.add(planned)
    db.session.flush()
    return planned


def an_approved_conflict(cast: Cast, conflict: str = "manager") -> ConflictApproved:
    """Rosa may support Amira, whom she manages; nobody has been told of it."""
    made = ConflictApproved(
        organisation_id=cast.nqsw.organisation_id, coach_id=cast.manager.id, coach=cast.manager,
        supported_id=cast.nqsw.id, supported=cast.nqsw, conflict=conflict,
        reason="Nobody else here knows this work.", approved_by_id=cast.coordinator.id,
        approved_by=cast.coordinator,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made


def a_pause(
    pairing: Pairing, *, started_on: date = date(2026, 11, 2), ended_on: date | None = None
) -> PairPause:
    """A pause of these two since the beginning of the month."""
    made = PairPause(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing,
        started_on=started_on, ended_on=ended_on, reason="leave", paused_by_id=pairing.coach_id,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made


def an_ended_pairing(
    coach: Person,
    supported: Person,
    *,
    kind: str = "mentoring",
    ended_on: date = date(2026, 11, 20),
) -> Pairing:
    """Two who have ended a year of work on a day; their words are kept for twelve months more."""
    first = ended_on.replace(year=ended_on.year - 1)
    made = a_pairing(
        coach=coach, supported=supported, kind=kind, started_on=first, ended_on=ended_on
    )
    made.notes_until = keeping.notes_until(ended_on)
    db.session.flush()
    return made


def a_look_back(pairing: Pairing, words: str = "It went further than we thought.") -> LookBack:
    """What the coach wrote about the one goal of the two."""
    agreement = a_pair_agreement(pairing, "Grow in court work.")
    made = LookBack(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, agreement_id=agreement.id,
        written_by_id=pairing.coach_id,
    )  # fmt: skip
    made.seal([words])
    db.session.add(made)
    db.session.flush()
    return made


def a_hand_over_note(pairing: Pairing, words: str = "Begin with the court work.") -> HandOverNote:
    """What the coach who left wrote for the next one; nobody has chosen who reads it."""
    made = HandOverNote(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing
    )
    made.seal(words)
    db.session.add(made)
    db.session.flush()
    return made


def a_released_note(pairing: Pairing, next_coach: Person) -> HandOverNote:
    """A hand-over note that the person supported lets the next of that kind read."""
    note = a_hand_over_note(pairing)
    later = a_pairing(
        coach=next_coach, supported=pairing.supported, kind=pairing.kind,
        started_on=date(2026, 11, 23),
    )  # fmt: skip
    operations.choose_reader(pairing.supported, note, later)
    db.session.query(Notice).filter_by(subject_id=later.id).delete()
    return note
