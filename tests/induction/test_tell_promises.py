"""Telling of missed promises: the worker first, the others days later, once each."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

from portal import clock
from portal.database import db
from portal.induction import commands
from portal.induction.models import PromiseTold
from portal.notices.models import Notice
from tests.factories.induction import an_induction
from tests.factories.promises import a_development_time, a_supervision

MONDAY = date(2026, 11, 16)


@pytest.fixture
def year(cast, commit):
    """A year in which the supervision promised until 15 November is the first one missing."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    for n in range(18):
        a_supervision(cast.manager, cast.nqsw, date(2026, 7, 2) + timedelta(days=7 * n))
    db.session.query(Notice).delete()
    commit()
    return year


def tell(day):
    with clock.set_to(day=day):
        return commands.tell_everywhere()


def told(*people):
    ids = {person.id: name for name, person in people}
    return sorted(ids[n.person_id] for n in db.session.query(Notice) if n.person_id in ids)


def everybody(cast):
    names = ("nqsw", "assessor", "coordinator", "manager")
    return [(name, getattr(cast, name)) for name in names]


def test_the_worker_hears_first_and_alone(cast, year):
    assert tell(MONDAY) == 1
    assert told(*everybody(cast)) == ["nqsw"]
    said = db.session.query(Notice).one().text
    assert said == (
        "No supervision is recorded between 2 November 2026 and 15 November 2026. "
        "Dan Okoro and the induction coordinator will be told on Monday 23 November 2026, "
        "unless another day is agreed by then."
    )


def test_the_others_are_told_five_working_days_later_and_the_manager_is_not(cast, year):
    for n in range(7):
        tell(MONDAY + timedelta(days=n))
    assert told(*everybody(cast)) == ["nqsw"]
    tell(date(2026, 11, 23))
    assert told(*everybody(cast)) == ["assessor", "coordinator", "nqsw"]


def test_everybody_is_told_once(cast, year):
    for n in range(12):
        tell(MONDAY + timedelta(days=n))
        tell(MONDAY + timedelta(days=n))
    assert told(*everybody(cast)) == ["assessor", "coordinator", "nqsw"]
    assert db.session.query(PromiseTold).count() == 1


def test_nobody_is_told_of_what_was_rebooked_meanwhile(cast, year, commit):
    tell(MONDAY)
    a_supervision(
        cast.manager, cast.nqsw, date(2026, 11, 12), state="missed", reason="other",
        moved_to_on=date(2026, 11, 25),
    )  # fmt: skip
    a_supervision(cast.manager, cast.nqsw, date(2026, 11, 25), state="planned")
    commit()
    tell(date(2026, 11, 23))
    assert told(*everybody(cast)) == ["nqsw"]


def test_two_halves_of_development_time_are_spoken_of(cast, year, commit):
    a_supervision(cast.manager, cast.nqsw, date(2026, 11, 12))
    a_development_time(year, date(2026, 11, 3), state="missed", reason="no room")
    commit()
    assert tell(MONDAY) == 0
    a_development_time(year, date(2026, 11, 10), state="missed", reason="no room")
    commit()
    assert tell(MONDAY) == 1
    assert "Development time was missed on 3 November 2026 and on 10 November 2026." in (
        db.session.query(Notice).one().text
    )


def test_a_year_that_is_paused_is_left_in_peace(cast, year, commit):
    year.stops = [["2026-11-16", None]]
    commit()
    assert tell(MONDAY) == 0


def test_two_senders_at_once_tell_once(app, cast, year):
    organisation_id = year.organisation_id
    db.session.close()
    start = Barrier(2)

    def send():
        with app.app_context():
            start.wait()
            told = commands.tell_everywhere()
            db.session.remove()
            return told

    with clock.set_to(day=MONDAY), ThreadPoolExecutor(2) as pool:
        told = [each.result() for each in [pool.submit(send), pool.submit(send)]]
    assert sorted(told) == [0, 1]
    rows = db.session.query(PromiseTold).filter_by(organisation_id=organisation_id)
    assert rows.count() == 1
