"""Consultant support in the demo: slots over the last months and the next weeks, most of them used.

The consultant of the cast has one to say "held" of, and the newly qualified worker has booked one.
"""

from datetime import date, time, timedelta

from portal import working_days
from portal.demo import past
from portal.demo.scene import Scene
from portal.people.models import Person
from portal.support import operations, queries
from portal.support.kinds import KINDS
from portal.support.models import ConsultationSlot
from portal.support.slots import When

CONSULTANT = "Consultant Social Worker"
WHO_BOOKS = ("Social Worker", "Senior Social Worker", "Newly Qualified Social Worker")
SINCE = timedelta(weeks=23)
AT_ONCE = 12
TIMES = (time(14), time(10, 30), time(15), time(9, 30))
PLACES = ("", "Room 4, Civic Centre", "", "East Hub")
HOW_MANY_BOOK = 0.9
HOW_OFTEN = (9, 1, 7, 6, 1, 5, 1, 1)  # of each kind, in their order


def consult(scene: Scene) -> None:
    """Let the consultants open slots, and colleagues book most of them."""
    consultants = [one.person for one in scene.doing(CONSULTANT)]
    nqsw = next(scene.with_role("nqsw"), None)
    if not consultants or nqsw is None:
        return
    bookers = [one.person for one in scene.staff if one.job.startswith(WHO_BOOKS)]
    for number, person in enumerate(consultants):
        for each in _opened(scene, person, number):
            _use(scene, each, scene.chance.choice([b for b in bookers if b is not person]))
    lead = next(one.person for one in scene.staff if one.member and one.job == CONSULTANT)
    _with_the_cast(scene, lead, nqsw.person, next(b for b in bookers if b is not nqsw.person))


def _opened(scene: Scene, person: Person, number: int) -> list[ConsultationSlot]:
    """Slots on one day of the week, opened twelve weeks at a time."""
    first = scene.today - SINCE + timedelta(days=(number - scene.today.weekday()) % 7)
    made: list[ConsultationSlot] = []
    for batch in range(3):
        day = first + batch * timedelta(weeks=AT_ONCE)
        made += _open_from(scene, person, number, day)
    return made


def _open_from(scene: Scene, person: Person, number: int, day: date) -> list[ConsultationSlot]:
    """Twelve weeks of slots, from the first week on in which the consultant can be booked."""
    place, minutes = PLACES[number % 4], 30 if number % 2 else 45
    for week in range(AT_ONCE):
        on = working_days.on_or_after(day + timedelta(weeks=week))
        when = When(on, TIMES[number % 4], minutes)
        with past.on(min(on - timedelta(days=5), scene.today)):
            try:
                weeks = AT_ONCE - week
                return operations.open_slots(person, when=when, weeks=weeks, place=place).slots
            except operations.SlotNotPossibleError:
                continue
    return []


def _use(scene: Scene, slot: ConsultationSlot, by: Person) -> None:
    """A slot of the past is booked two days before, and held; most of them."""
    kind = scene.chance.choices(list(KINDS), HOW_OFTEN)[0]
    if slot.meets_on >= scene.today or scene.chance.random() > HOW_MANY_BOOK:
        return
    with past.on(slot.meets_on - timedelta(days=2)):
        if not queries.is_free_for(by, slot):
            return
        booked = operations.book_slot(by, slot, kind)
    with past.on(slot.meets_on):
        operations.hold_consultation(slot.consultant, booked)


def _with_the_cast(scene: Scene, lead: Person, nqsw: Person, other: Person) -> None:
    """One of the last working day to say "held" of; and the newly qualified worker's, next week."""
    last = working_days.on_or_before(scene.today - timedelta(days=1))
    with past.on(last - timedelta(days=4)):
        when = When(last, time(16), 30)
        slot = operations.open_slots(lead, when=when, weeks=1, place="").slots[0]
        operations.book_slot(other, slot, "weighing-risk")
    with past.on(_before(scene.today)):
        free = [each for each in queries.free_slots(lead) if each.meets_on > scene.today]
        operations.book_slot(nqsw, free[0], "hard-conversations")


def _before(day: date) -> date:
    return working_days.on_or_before(day - timedelta(days=1))
