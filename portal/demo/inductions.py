"""The induction years of the demo: everybody enrolled on their first day, most things on time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from portal.demo import observations, past
from portal.demo.agreements import agree_years
from portal.demo.changes import change_years, taken_on
from portal.demo.evidence import keep_evidence, see_document
from portal.demo.first_weeks import begin_years
from portal.demo.pairings import COORDINATOR, NEWLY_QUALIFIED
from portal.demo.promises import keep_promises
from portal.demo.scene import Employee, Scene
from portal.demo.sessions import weekday
from portal.demo.writing import write
from portal.induction import operations, programmes, queries
from portal.induction.models import Induction, InductionItem
from portal.people.models import Person

PROGRAMME = "asye-child-and-family"
ASSESSOR = "Practice Educator"
JUST_DUE = timedelta(days=18)
SHARE_OPEN = 0.1

# What the year of the cast's newly qualified worker is made to show, by the code of the item.
SHOWN_WEEK = 22
WAS_DUE, DAYS_AGO = "document-2", 6
AGREED = "observation-2"
SEEN = "document-1"
THURSDAY = 3


@dataclass(frozen=True)
class Year:
    """One induction year, and who accompanies it."""

    one: Employee
    induction: Induction
    assessor: Person | None


@dataclass(frozen=True)
class Deed:
    """Something recorded in a year: an item that took place on a day."""

    day: date
    year: Year
    item: InductionItem


def hold_years(scene: Scene) -> None:
    """Enrol who is in a first year, and record what took place until today."""
    entrants = sorted(
        (one for one in scene.doing(NEWLY_QUALIFIED) if one.seat.week),
        key=lambda one: one.career.joined_on,
    )
    years = [_enrolled(scene, number, one) for number, one in enumerate(entrants)]
    deeds = [deed for year in years for deed in _deeds(scene, year)]
    for deed in sorted(deeds, key=lambda deed: (deed.day, deed.item.code)):
        by = deed.year.assessor if deed.item.owner != "nqsw" else None
        with past.on(deed.day):
            if deed.year.assessor and deed.item.kind in observations.KINDS:
                observations.took_place(scene, deed.year.assessor, deed.item, deed.day)
            else:
                operations.record_item_held(by or deed.year.one.person, deed.item, deed.day)
    for year in years:
        keep_evidence(year.induction, year.assessor, scene.today)
        if year.one.member:
            write(year.induction, year.assessor, scene.today)
        if year.one.member and year.one.seat.week == SHOWN_WEEK:
            _set_the_scene(scene, year)
    begin_years(scene, years)
    change_years(scene, years)
    keep_promises(scene, years)
    agree_years(scene, years)


def _enrolled(scene: Scene, number: int, one: Employee) -> Year:
    assessor = _assessor(scene, number, one)
    programme = next(each for each in programmes.every() if each.key == PROGRAMME)
    with past.on(taken_on(one) or one.career.joined_on):
        induction = operations.enrol(
            scene.doing(COORDINATOR)[0].person,
            one.person,
            programme=programme,
            started_on=one.career.joined_on,
            fte=one.career.fte if one.member is None else Decimal(1),
            assessor=assessor,
            taken_on_on=taken_on(one),
        )
    return Year(one, induction, assessor)


def _assessor(scene: Scene, number: int, one: Employee) -> Person | None:
    """The cast's assessor for the cast and for every other year, somebody else for the rest."""
    everybody = [assessor.person for assessor in scene.doing(ASSESSOR)]
    if not everybody:
        return None
    others = everybody[1:] or everybody
    return everybody[0] if one.member or number % 3 == 0 else others[number % len(others)]


def _deeds(scene: Scene, year: Year) -> Iterator[Deed]:
    """What took place: all that was due a while ago, and most of what was due lately."""
    for item in queries.items_of(year.induction):
        lately = item.due_on > scene.today - JUST_DUE
        is_open = lately and scene.chance.random() < SHARE_OPEN
        if year.one.member:
            is_open = item.code in (WAS_DUE, AGREED)
        if item.due_on < scene.today and item.is_waiting and not is_open:
            yield Deed(_day(scene, year, item), year, item)


def _day(scene: Scene, year: Year, item: InductionItem) -> date:
    """A working day near the one by which it was due, and never after yesterday."""
    day = item.due_on + timedelta(days=scene.chance.randint(-9, 1))
    latest = min(day, scene.today - timedelta(days=1))
    return max(weekday(latest), year.induction.started_on)


def _set_the_scene(scene: Scene, year: Year) -> None:
    """One thing that was agreed for last week, and an observation on the coming Thursday."""
    items = {item.code: item for item in queries.items_of(year.induction)}
    by = year.assessor or year.one.person
    see_document(year.induction, by, items[SEEN])
    agreed_for = weekday(scene.today - timedelta(days=DAYS_AGO))
    with past.on(agreed_for - timedelta(days=10)):
        operations.book_item(by, items[WAS_DUE], agreed_for)
    with past.on(scene.today - timedelta(days=1)):
        observations.plan_for(scene, year.induction, coming_thursday(scene.today))
    observations.feedback_under_way(scene, year.induction, by)


def coming_thursday(today: date) -> date:
    """The first Thursday after a day."""
    return today + timedelta(days=(THURSDAY - today.weekday() - 1) % 7 + 1)
