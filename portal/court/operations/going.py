"""Starting, offering and answering; steps and days; handing over; ending."""

from datetime import date
from uuid import uuid4

from sqlalchemy import delete

from portal import audit, notices
from portal.clock import today
from portal.court import notices as sentences
from portal.court import queries, tracking
from portal.court.models import CourtPoint, CourtSupport
from portal.court.tracking import Step
from portal.database import db
from portal.people.models import Person


class CourtError(ValueError):
    """What was asked for cannot be: the field that says so, and why, in a sentence."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def start_court(by: Person, consultant: Person) -> CourtSupport:
    """Begin a matter of one's own with a consultant, who is told."""
    support = _begin(by, consultant, by)
    support.accepted_on = today()
    _keep(by, support, "court.started")
    _tell(support, consultant, sentences.started(by))
    return support


def offer_court(by: Person, practitioner: Person) -> CourtSupport:
    """Offer to go with somebody, who says yes or no."""
    support = _begin(practitioner, by, by)
    _keep(by, support, "court.offered")
    _tell(support, practitioner, sentences.offered(by))
    return support


def answer_offer(by: Person, support: CourtSupport, *, says_yes: bool) -> None:
    """Say yes to an offer, or no: then nothing of it is kept."""
    consultant = support.consultant
    if says_yes:
        support.accepted_on = today()
        db.session.flush()
        audit.record(by, "court.accepted", support)
        _tell(support, consultant, sentences.answered(by, says_yes))
        return
    audit.record(by, "court.declined", support)
    _delete(support)
    notices.tell(consultant, sentences.answered(by, says_yes), link="/court")


def record_step(by: Person, support: CourtSupport, step: Step, day: date) -> None:
    """Keep on which day a step took place; the other of the two is told.

    Raises CourtError for a day to come, or where only the consultant can say it.
    """
    if step.is_of_consultant and by.id != support.consultant_id:
        raise CourtError("took_place_on", "The consultant says that they have checked the draft")
    wrong = tracking.objection(day, today())
    if wrong:
        raise CourtError("took_place_on", wrong)
    if support.done.get(step.key) == day:
        return
    setattr(support, f"{step.key}_on", day)
    db.session.flush()
    audit.record(by, "court.step_recorded", support, step=step.key)
    _tell(support, support.other_than(by), sentences.moved_on(by, support.letter))


def set_days(
    by: Person, support: CourtSupport, deadline: date | None, hearing: date | None
) -> bool:
    """Keep the days that the court has set; False where nothing is different."""
    if (support.deadline_on, support.hearing_on) == (deadline, hearing):
        return False
    support.deadline_on, support.hearing_on = deadline, hearing
    db.session.flush()
    audit.record(by, "court.days_set", support)
    return True


def hand_over_court(by: Person, support: CourtSupport, consultant: Person) -> None:
    """Let another consultant go on with somebody; who went before sees nothing of it any more."""
    support.consultant, support.consultant_id = consultant, consultant.id
    db.session.flush()
    audit.record(by, "court.handed_over", support)
    practitioner = support.practitioner
    _tell(support, consultant, sentences.taken_over(practitioner, support.letter))
    if by.id != practitioner.id:
        _tell(support, practitioner, sentences.handed_over(consultant, support.letter))


def end_court(by: Person, support: CourtSupport) -> None:
    """Delete everything of a matter."""
    audit.record(by, "court.ended", support)
    _delete(support)


def _begin(practitioner: Person, consultant: Person, by: Person) -> CourtSupport:
    if practitioner.id == consultant.id:
        raise CourtError("consultant", "Choose somebody other than yourself")
    there = queries.supports_of(practitioner)
    if any(each.consultant_id == consultant.id and not each.done for each in there):
        raise CourtError("consultant", "The two of you have begun one already. Go on with that")
    letter = tracking.next_letter(queries.letters_of(practitioner.id))
    if letter is None:
        raise CourtError("consultant", "There are as many as there are letters. End one first")
    return CourtSupport(
        id=uuid4(), organisation_id=practitioner.organisation_id, letter=letter,
        practitioner_id=practitioner.id, practitioner=practitioner,
        consultant_id=consultant.id, consultant=consultant, offered_by_id=by.id,
    )  # fmt: skip


def _keep(by: Person, support: CourtSupport, deed: str) -> None:
    db.session.add(support)
    db.session.flush()
    audit.record(by, deed, support)


def _tell(support: CourtSupport, reader: Person, said: str) -> None:
    notices.tell(reader, said, link=f"/court/{support.id}", about=support)


def _delete(support: CourtSupport) -> None:
    db.session.execute(delete(CourtPoint).where(CourtPoint.support_id == support.id))
    db.session.delete(support)
    db.session.flush()
