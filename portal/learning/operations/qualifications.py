"""Writing down what somebody holds and until when, putting it right, and setting it aside."""

from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.learning import sentences
from portal.learning.models import Qualification
from portal.people.folding import fold
from portal.people.models import Person


def record_qualification(
    by: Person,
    person: Person,
    *,
    kind: str,
    title: str,
    awarded_on: date,
    expires_on: date | None,
    key: str = "",
) -> Qualification:
    """Write down what somebody holds, and tell them."""
    made = Qualification(
        organisation_id=person.organisation_id, person_id=person.id, person=person, kind=kind,
        key=key or fold(title)[:60], title=title, awarded_on=awarded_on, expires_on=expires_on,
        recorded_by_id=by.id,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    audit.record(by, "learning.qualification_recorded", made, kind=kind, **_days(made))
    if by.id != person.id:
        said = sentences.recorded(by, made)
        notices.tell(person, said, link="/qualifications", about=made)
    return made


def change_qualification(
    by: Person, qualification: Qualification, *, awarded_on: date, expires_on: date | None
) -> None:
    """Put right since when somebody holds it, and until when."""
    if (qualification.awarded_on, qualification.expires_on) == (awarded_on, expires_on):
        return
    before = _days(qualification)
    qualification.awarded_on, qualification.expires_on = awarded_on, expires_on
    db.session.flush()
    after = _days(qualification)
    audit.record(by, "learning.qualification_changed", qualification, before=before, after=after)


def set_aside(by: Person, qualification: Qualification) -> None:
    """Let something no longer count: it has ended, or was written down in error."""
    qualification.set_aside_on = today()
    db.session.flush()
    audit.record(by, "learning.qualification_set_aside", qualification)


def _days(qualification: Qualification) -> dict[str, str | None]:
    until = qualification.expires_on
    since = qualification.awarded_on.isoformat()
    return {"awarded_on": since, "expires_on": until.isoformat() if until else None}
