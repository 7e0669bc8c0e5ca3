"""The workload of a team in points: totals from five people on, one's own, and one's people."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from portal.database import db
from portal.people.models import Unit
from portal.teams.models import WorkloadCount
from portal.teams.workload import Carried, full_load, team_total
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.people import a_person, a_post
from tests.factories.teams import team_of

Open = Callable[..., Browser]


def carried(points: int | None, full: int = 100, agreed: int = 100) -> Carried:
    return Carried(uuid4(), points, date(2026, 11, 20), full, agreed)


@given(st.lists(st.tuples(st.none() | st.integers(0, 400), st.integers(1, 100)), max_size=30))
def test_a_total_counts_only_who_was_counted_and_is_hidden_below_five(rows):
    total = team_total([carried(points, agreed=agreed) for points, agreed in rows])
    known = [(points, agreed) for points, agreed in rows if points is not None]
    assert (total.counted, total.points) == (len(known), sum(points for points, _ in known))
    assert total.agreed == sum(agreed for _, agreed in known)
    assert total.above == sum(points > agreed for points, agreed in known)
    assert total.is_shown == (len(known) >= 5)
    assert (str(total.points) in total.words) or not total.is_shown or total.points >= 1000


def test_points_kept_free_are_what_programmes_agree_below_a_full_load():
    total = team_total([carried(80, agreed=90), carried(None, full=60, agreed=54), carried(100)])
    assert total.kept_free == 16


def test_a_full_load_follows_the_hours_and_an_unknown_share_counts_as_full_time():
    assert full_load([Decimal("0.6")]) == 60
    assert full_load([Decimal("0.6"), Decimal("0.6")]) == 100
    assert full_load([Decimal("0.6"), None]) == 100


def team_with_counts(cast: Cast, number: int) -> Unit:
    unit = team_of(cast.worker)
    for place in range(number):
        person = a_person(cast.hr, given=f"Ann{place}", family="Load")
        a_post(person, unit=unit)
        db.session.add(
            WorkloadCount(
                organisation_id=unit.organisation_id, person_id=person.id, points=95 + place,
                counted_on=date(2026, 11, 16), counted_by_id=cast.hr.id,
            )
        )  # fmt: skip
    db.session.flush()
    return unit


def box(page: Browser, person_id: UUID) -> str:
    """The name of the box in the row of somebody."""
    boxes = {each.get("value"): each.get("name") for each in page.all("input")}
    return str(boxes[str(person_id)]).replace("person", "points")


def test_a_total_is_shown_from_five_counts_on(cast: Cast, browser: Open) -> None:
    unit = team_with_counts(cast, 4)
    page = browser(as_=cast.worker).visit(f"/teams/{unit.id}/workload")
    assert "4 people have been counted lately. A total is shown from 5 on" in page.text
    team_with_counts(cast, 1)
    page = browser(as_=cast.worker).visit(f"/teams/{unit.id}/workload")
    assert "Together 481 points of 500 agreed: within what is agreed." in page.text
    assert "Ann0" not in page.text


def test_a_manager_counts_their_people_at_once_and_nobody_elses(cast: Cast, browser: Open) -> None:
    unit = team_with_counts(cast, 1)
    manager = browser(as_=cast.manager).visit(f"/teams/{unit.id}/workload")
    assert cast.worker.name in manager.text
    assert "Ann0" not in manager.text
    rows = {cast.worker.id: "104", cast.assistant.id: "30"}
    answers = {box(manager, person): points for person, points in rows.items()}
    manager.submit("Save these counts for today", **answers)
    assert "2 counts are kept for today." in manager.text
    kept = {each.person_id: each.points for each in db.session.query(WorkloadCount)}
    assert (kept[cast.worker.id], kept[cast.assistant.id]) == (104, 30)
    own = browser(as_=cast.worker).visit(f"/teams/{unit.id}/workload")
    assert "Yours: 104 points, 4 points above the 100 agreed" in own.text
    assert "30 points" not in own.text


def test_a_number_out_of_reason_is_refused_beside_its_box(cast: Cast, browser: Open) -> None:
    unit = team_of(cast.worker)
    worker = browser(as_=cast.worker).visit(f"/teams/{unit.id}/workload")
    worker.submit("Save these counts for today", **{"rows-0-points": "401"})
    assert worker.status == 422
    assert "Points are a number from 0 to 400" in worker.text
    assert db.session.query(WorkloadCount).count() == 0


def test_nobody_counts_a_colleague_by_sending_their_id(cast: Cast, browser: Open) -> None:
    unit = team_of(cast.worker)
    worker = browser(as_=cast.worker).visit(f"/teams/{unit.id}/workload")
    sent = {"rows-0-person": str(cast.assistant.id), "rows-0-points": "50"}
    worker.submit("Save these counts for today", **sent)
    assert "Nothing was counted" in worker.text
    assert db.session.query(WorkloadCount).count() == 0


def test_who_is_in_a_programme_has_points_kept_free(cast: Cast, browser: Open) -> None:
    an_induction(by=cast.coordinator, person=cast.nqsw, assessor=cast.assessor)
    unit = team_of(cast.nqsw)
    page = browser(as_=cast.manager).visit(f"/teams/{unit.id}/workload")
    assert "kept free for people in a programme" in page.text
