"""The invented people: who they are, the posts they hold, the roles they have."""

from datetime import date, timedelta
from typing import Any

from portal import audit
from portal.database import db
from portal.demo import data
from portal.demo.careers import Career, career, full_time
from portal.demo.data import Cast, Job, Place, Seat
from portal.demo.names import Names, address
from portal.demo.scene import Employee, Scene
from portal.people.folding import found_by
from portal.people.models import Person, PersonWord, Post, RoleHeld

FIRST_NUMBER = 100_200
# England: a registration lasts to 30 November and is renewed in the 90 days before.
REGISTRATIONS_END = date(2026, 11, 30)
RENEWAL = timedelta(days=90)


def settle(scene: Scene) -> None:
    """Put somebody in every seat that is taken, and leave the others vacant."""
    cast = [member for member in data.cast() if member.organisation == scene.establishment.key]
    names = Names(scene.chance, {(m.given_names, m.family_name) for m in data.cast()})
    for place in scene.establishment.places:
        for seat in place.seats:
            if not seat.is_vacant:
                scene.staff.append(_employee(scene, place, seat, _part(cast, place, seat), names))
    db.session.flush()
    for one in scene.staff:
        _appoint(scene, one)
    _leave_vacant(scene)
    _write_down(scene)


def _part(cast: list[Cast], place: Place, seat: Seat) -> Cast | None:
    """The member of the cast who takes this seat: the first free one that fits."""
    for member in cast:
        if (member.team, member.job) == (place.name, seat.job):
            cast.remove(member)
            return member
    return None


def _employee(
    scene: Scene, place: Place, seat: Seat, member: Cast | None, names: Names
) -> Employee:
    job = data.jobs()[seat.job]
    given, family = (member.given_names, member.family_name) if member else names.draw()
    dates = career(seat, job, scene.today, scene.chance, settled=member is not None)
    person = Person(
        id=scene.new_id(),
        organisation_id=scene.organisation.id,
        staff_number=f"{FIRST_NUMBER + 7 * len(scene.staff):08d}",
        given_names=given,
        family_name=family,
        email=member.email if member else address(given, family, scene.establishment.domain),
        **_registration(scene, job, settled=member is not None),
        qualified_on=dates.qualified_on,
        service_started_on=dates.joined_on,
        base=place.base,
        working_days=dates.working_days,
        phone=_phone(len(scene.staff)),
    )
    db.session.add(person)
    return Employee(person, place, seat, dates, member)


def _phone(number: int) -> str | None:
    """A number of the range that is kept for stories and rings nowhere; some have said none."""
    return f"01632 960 {100 + number}" if number % 5 else None


def _registration(scene: Scene, job: Job, *, settled: bool) -> dict[str, Any]:
    """A number, and what the regulator's list said three weeks ago: in autumn most have renewed."""
    if not job.qualified:
        return {}
    digits = scene.chance.randint(61_000, 198_000)
    looked_up = {
        "registration_number": f"SW{digits}",
        "registration_checked_on": scene.today - timedelta(days=21),
    }
    if digits % 29 == 0 and not settled:
        return {**looked_up, "registration_status": "another name"}
    end = REGISTRATIONS_END.replace(year=scene.today.year)
    has_renewed = scene.today > end - RENEWAL and digits % 11 != 0
    until = end.replace(year=end.year + 1) if has_renewed or scene.today > end else end
    return {**looked_up, "registration_status": "registered", "registered_until": until}


def _appoint(scene: Scene, one: Employee) -> None:
    """Give somebody their post, the roles of their job and part, and words to be found by."""
    manager = scene.manager_of(one)
    db.session.add(_post(scene, one.place, one.seat, one.career, one.person, manager))
    given = one.member.roles if one.member else ()
    for role in dict.fromkeys((*data.jobs()[one.job].roles, *given)):
        held = RoleHeld(
            id=scene.new_id(),
            organisation_id=scene.organisation.id,
            person_id=one.person.id,
            role=role,
            started_on=one.career.posted_on,
        )
        db.session.add(held)
    db.session.add_all(
        PersonWord(person_id=one.person.id, organisation_id=scene.organisation.id, **found)
        for found in found_by(one.person.given_names, "", one.person.family_name)
    )


def _leave_vacant(scene: Scene) -> None:
    for place in scene.establishment.places:
        for seat in place.seats:
            if seat.is_vacant:
                since = scene.today - timedelta(days=scene.chance.randint(20, 140))
                pattern = full_time(since)
                leader = scene.leader_of(place)
                db.session.add(_post(scene, place, seat, pattern, None, leader))


def _post(
    scene: Scene,
    place: Place,
    seat: Seat,
    dates: Career,
    holder: Person | None,
    manager: Person | None,
) -> Post:
    job = data.jobs()[seat.job]
    return Post(
        id=scene.new_id(),
        organisation_id=scene.organisation.id,
        person_id=holder.id if holder else None,
        unit_id=scene.units[place.name].id,
        job_title=seat.job,
        grade=job.grade,
        scp=str(job.scp),
        fte=dates.fte,
        hours=dates.hours,
        contract=dates.contract,
        cost_code=_cost_code(scene, place),
        manager_id=manager.id if manager else None,
        started_on=dates.posted_on,
    )


def _cost_code(scene: Scene, place: Place) -> str:
    return f"CS{1000 + 37 * scene.establishment.places.index(place)}"


def _write_down(scene: Scene) -> None:
    db.session.flush()
    audit.record_many(None, "people.person_added", [(one.person, {}) for one in scene.staff])
