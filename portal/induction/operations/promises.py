"""What people write down about the promises of a year: time to learn, and who stands beside."""

from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction.entry import NotPossibleError
from portal.induction.models import (
    DevelopmentTime,
    Induction,
    MonthConfirmed,
    TalkAsked,
    WorkBeside,
)
from portal.induction.operations.reckoning import iso, refuse, tell
from portal.induction.promises import development
from portal.induction.queries import promises as queries
from portal.induction.queries.changes import coordinators
from portal.mentoring import when
from portal.people.models import Person
from portal.web import days


def record_development_time(
    by: Person, induction: Induction, *, day: date, minutes: int
) -> DevelopmentTime:
    """Write down time to learn: booked where its day is to come, taken otherwise.

    Of one day there is one entry: the second answers with the first, put right. Raises
    NotPossibleError for a day outside the year.
    """
    _refuse_day(induction, day)
    entry = queries.development_on(induction, day)
    state = development.BOOKED if day > today() else development.TAKEN
    if entry is None:
        entry = DevelopmentTime(
            organisation_id=induction.organisation_id,
            induction_id=induction.id,
            induction=induction,
            day=day,
            minutes=minutes,
            state=state,
            recorded_by_id=by.id,
        )
        db.session.add(entry)
    entry.minutes, entry.state = minutes, state
    db.session.flush()
    facts = {"day": iso(day), "minutes": minutes, "state": state}
    audit.record(by, "induction.development_time_recorded", entry, **facts)
    return entry


def take_development_time(by: Person, entry: DevelopmentTime) -> None:
    """Say that booked time was taken. A second time changes nothing."""
    if entry.state == development.TAKEN:
        return
    refuse("This day is still to come." if entry.day > today() else "")
    entry.state, entry.reason, entry.moved_to_on = development.TAKEN, "", None
    db.session.flush()
    audit.record(by, "induction.development_time_taken", entry, day=iso(entry.day))


def miss_development_time(
    by: Person, entry: DevelopmentTime, *, reason: str, to_on: date | None
) -> None:
    """Say that booked time was missed, with a neutral reason, and perhaps book another day.

    Raises NotPossibleError for a day that has passed or is taken.
    """
    if to_on is not None:
        refuse(when.objection_to_planning(to_on, today()) or "")
        _refuse_day(entry.induction, to_on)
    entry.state, entry.reason, entry.moved_to_on = development.MISSED, reason, to_on
    db.session.flush()
    facts = {"day": iso(entry.day), "reason": reason, "to_on": iso(to_on)}
    audit.record(by, "induction.development_time_missed", entry, **facts)
    if to_on is not None:
        record_development_time(by, entry.induction, day=to_on, minutes=entry.minutes)


def decide_work_beside(
    by: Person,
    induction: Induction,
    *,
    kind: str,
    title: str,
    co_worker: Person | None,
    alone_from_on: date | None,
    reason: str,
) -> WorkBeside:
    """Name who stands beside somebody in a kind of work, or say from when they hold it alone."""
    if co_worker is not None and co_worker.id == induction.person_id:
        raise NotPossibleError("Nobody stands beside themself. Choose a colleague.")
    row = queries.beside_of(induction, kind)
    if row is None:
        row = WorkBeside(
            organisation_id=induction.organisation_id, induction_id=induction.id, kind=kind
        )
        db.session.add(row)
    row.co_worker_id, row.co_worker = (co_worker.id, co_worker) if co_worker else (None, None)
    row.alone_from_on, row.reason = alone_from_on, reason if alone_from_on else ""
    row.decided_by_id, row.decided_by = by.id, by
    db.session.flush()
    facts = {"kind": kind, "alone_from_on": iso(alone_from_on), "reason": row.reason}
    audit.record(by, "induction.work_beside_decided", row, **facts)
    if alone_from_on:
        said = f"{by.name} decided that you may hold this alone from"
        tell(by, induction, f"{title}: {said} {days.in_words(alone_from_on)}.")
    elif co_worker:
        tell(by, induction, f"{title}: {co_worker.name} stands beside you.")
    return row


def ask_in_confidence(by: Person, induction: Induction, about: str) -> TalkAsked:
    """Ask to speak with the coordinator: only the coordinator is told, and only that it is asked.

    What waits already is not asked twice.
    """
    for earlier in queries.talks_of(induction):
        if earlier.answered_on is None and earlier.about == about:
            return earlier
    talk = TalkAsked(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        about=about,
    )
    db.session.add(talk)
    db.session.flush()
    audit.record(by, "induction.talk_asked", talk)
    link = f"/inductions/{induction.id}/in-confidence"
    for coordinator in coordinators(induction.organisation_id):
        said = f"{induction.person.name} asks to speak with you in confidence."
        notices.tell(coordinator, said, link=link, about=talk)
    return talk


def answer_in_confidence(by: Person, talk: TalkAsked) -> None:
    """The coordinator says that they have spoken: only the worker is told."""
    if talk.answered_on is not None:
        return
    talk.answered_on, talk.answered_by_id = today(), by.id
    db.session.flush()
    audit.record(by, "induction.talk_answered", talk)
    link = f"/inductions/{talk.induction_id}/in-confidence"
    said = f"{by.name} noted that you two have spoken."
    notices.tell(talk.induction.person, said, link=link, about=talk)


def confirm_month(by: Person, induction: Induction, what: str) -> MonthConfirmed | None:
    """A manager confirms the workload or the supervision of this month; a second click is none."""
    month = today().replace(day=1)
    if (induction.id, what) in queries.confirmed_in([induction], month):
        return None
    row = MonthConfirmed(
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        month=month,
        what=what,
        confirmed_by_id=by.id,
    )
    db.session.add(row)
    db.session.flush()
    audit.record(by, "induction.month_confirmed", row, month=iso(month), what=what)
    return row


def _refuse_day(induction: Induction, day: date) -> None:
    last = max(induction.planned_end_on, today())
    if not induction.started_on <= day <= last:
        first, end = days.short(induction.started_on), days.short(last)
        raise NotPossibleError(f"The day must be between {first} and {end}")
