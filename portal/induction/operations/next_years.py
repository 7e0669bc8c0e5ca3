"""Asking to go on after a year: the coordinator is told, and enrols."""

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import queries
from portal.induction.models import Induction, NextProgrammeWish
from portal.induction.programmes import Programme
from portal.people.models import Person


def ask_for_next(by: Person, induction: Induction, programme: Programme) -> NextProgrammeWish:
    """Ask to go on with a programme after this year; asking again for the same changes nothing."""
    wish = queries.wish_of(induction.id)
    wanted = (programme.key, programme.version)
    if wish is not None and (wish.programme_key, wish.programme_version) == wanted:
        return wish
    wish = wish or NextProgrammeWish(
        organisation_id=induction.organisation_id, induction_id=induction.id
    )
    wish.programme_key, wish.programme_version = wanted
    wish.asked_on = today()
    db.session.add(wish)
    db.session.flush()
    audit.record(by, "induction.next_programme_asked", wish, programme=" ".join(wanted))
    link = f"/inductions/{induction.id}/next-year"
    for coordinator in queries.coordinators(induction.organisation_id):
        said = f"{induction.person.name} asks to go on with {programme.name}."
        notices.tell(coordinator, said, link=link, about=induction)
    return wish
