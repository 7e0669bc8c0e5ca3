"""Dating: everything of a year moves together when something that its dates follow from does."""

from dataclasses import replace
from datetime import date
from typing import Any

from portal.database import db, rewrite
from portal.induction import queries
from portal.induction.forecast import Terms
from portal.induction.models import Induction
from portal.induction.moving import Moves
from portal.induction.operations.reckoning import reckon
from portal.people.models import Organisation, Person


def terms_of(induction: Induction, moves: Moves | None = None) -> Terms:
    """What the dates of a year follow from; under other moves than those in force, if given."""
    here = db.session.get_one(Organisation, induction.organisation_id)
    away = queries.away_in(induction)
    return Terms(
        programme=induction.programme,
        started_on=induction.started_on,
        fte=induction.fte,
        nation=here.nation,
        moves=replace(moves or induction.moves, away=away),
    )


def redate(induction: Induction) -> None:
    """Give every item its day, the year its last one, and lists the day of what is next.

    What took place keeps the day on which it did, and what is booked keeps its booked day.
    """
    terms = terms_of(induction)
    dates = terms.dates()
    induction.planned_end_on = terms.last_on
    items = queries.items_of(induction)
    rewrite({item: {"due_on": dates.get(item.code, item.due_on)} for item in items})
    reckon(induction, items)


def follow_days_away(person: Person) -> None:
    """Move what is due on days on which somebody is away, and back when they are not."""
    for induction in queries.inductions_of([person.id]):
        if induction.is_open:
            redate(induction)


def written(moves: Moves) -> tuple[list[list[Any]], list[list[Any]], list[list[str]]]:
    """Pauses, extensions and other hours as a year keeps them."""
    stops = [[each.started_on.isoformat(), _iso(each.ended_on)] for each in moves.stops]
    more = [[each.started_on.isoformat(), each.length] for each in moves.extensions]
    hours = [
        [each.started_on.isoformat(), str(each.share), each.settled_on.isoformat()]
        for each in moves.hours
    ]
    return stops, more, hours


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
