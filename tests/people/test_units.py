"""The organisation and its units on any day; adding, renaming, moving and closing a unit."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import insert

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Person, Post, Unit
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person, a_post

Open = Callable[..., Browser]


def a_unit(like: Person, name: str, kind: str = "team", of: Unit | None = None) -> Unit:
    unit = Unit(organisation_id=like.organisation_id, name=name, kind=kind,
                parent_id=of.id if of else None)  # fmt: skip
    db.session.add(unit)
    db.session.commit()
    return unit


@pytest.fixture
def tree(cast: Cast) -> dict[str, Unit]:
    """Families, with Early Help in it, with the Schools Team in that."""
    top = a_unit(cast.hr, "Families", "directorate")
    middle = a_unit(cast.hr, "Early Help", "service", top)
    return {"top": top, "middle": middle, "team": a_unit(cast.hr, "Schools Team", "team", middle)}


def fresh(unit: Unit) -> Unit:
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Unit, unit.id)


def test_everybody_sees_the_tree_with_posts_held_and_vacant(
    cast: Cast, tree: dict[str, Unit], browser: Open
) -> None:
    a_post(a_person(cast.hr), unit=tree["team"], fte="0.6")
    vacancy = a_post(a_person(cast.hr), unit=tree["team"])
    vacancy.person_id = None
    seen = browser(as_=cast.worker).visit("/units")
    assert "Today 14 posts are held and 1 stands vacant, in 4 units." in seen.text
    assert "Families Directorate 1 held, 1 vacant" in " ".join(seen.text.split())
    assert "Whole-time" not in seen.text
    assert "0.60 whole-time" in browser(as_=cast.hr).visit("/units").text


def test_a_unit_says_who_works_in_it_and_grades_are_for_the_few(cast: Cast, browser: Open) -> None:
    post = db.session.query(Post).filter_by(person_id=cast.worker.id).one()
    post.grade = "G9"
    path = f"/units/{post.unit_id}"
    assert "Today 13 people work here." in browser(as_=cast.coach).visit(path).text
    sees = {who: "grade G9" in browser(as_=getattr(cast, who)).visit(path).text
            for who in ("worker", "manager", "hr", "admin", "coach", "coordinator", "nqsw")}  # fmt: skip
    assert {who for who, said in sees.items() if said} == {"worker", "manager", "hr", "admin"}


def test_the_organisation_on_any_day_shows_former_holders_and_closed_units(
    cast: Cast, tree: dict[str, Unit], browser: Open
) -> None:
    wren = a_person(cast.hr, left_on=date(2025, 3, 31))
    a_post(wren, unit=tree["team"], job_title="Family Worker", started_on=date(2023, 1, 1),
           ended_on=date(2025, 3, 31))  # fmt: skip
    tree["team"].closed_on = date(2025, 6, 30)
    page = browser(as_=cast.worker).visit(f"/units/{tree['team'].id}?on=2025-03-31")
    assert "On Monday 31 March 2025 1 person worked here." in page.text
    assert "Wren Silva" in page.text
    assert "Family Worker" in page.text
    page.visit(f"/units/{tree['team'].id}")
    assert "Schools Team closed after Monday 30 June 2025." in page.text
    assert "Wren Silva" not in page.text
    assert "Schools Team" in page.visit("/units?on=31/3/2025").text
    assert "Schools Team" not in page.visit("/units").text


@pytest.mark.parametrize("on", ["31/2/2026", "never", "0001-01-01", "9999-99-99"])
def test_a_day_that_is_none_is_said_and_today_is_shown(on: str, cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit(f"/units?on={on}")
    assert page.status == 422
    assert "Today 13 posts are held" in page.text


def test_a_unit_is_added_renamed_and_moved(
    cast: Cast, tree: dict[str, Unit], browser: Open
) -> None:
    page = browser(as_=cast.hr).visit("/units/new")
    page.submit("Add this unit", name=" Pod  A ", kind="team", part_of=str(tree["team"].id))
    added = db.session.query(Unit).filter_by(name="Pod A").one()
    assert added.parent_id == tree["team"].id
    page.follow("Rename it or move it")
    page.submit("Save the unit", name="Pod One", part_of=str(tree["middle"].id))
    now = fresh(added)
    assert (now.name, now.parent_id, now.version) == ("Pod One", tree["middle"].id, 2)
    actions = [each.action for each in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert actions == ["people.unit_added", "people.unit_changed"]


def test_names_are_no_doubles_and_nothing_is_part_of_itself(
    cast: Cast, tree: dict[str, Unit], browser: Open
) -> None:
    page = browser(as_=cast.hr).visit("/units/new")
    page.submit("Add this unit", name="Early Help", kind="service", part_of=str(tree["top"].id))
    assert "There is such a service in that place already" in page.text
    page.submit("Add this unit", name="Adults", kind="directorate", part_of=str(tree["top"].id))
    assert "A directorate cannot be part of a directorate" in page.text
    pod = a_unit(cast.hr, "Pod A", "team", tree["team"])
    page.visit(f"/units/{tree['team'].id}/change")
    sent = {"name": "Schools Team", "version": "1"}
    page.post(page.url, **sent, part_of=str(pod.id))
    assert page.status == 422
    page.post(page.url, **sent, part_of=str(tree["team"].id))
    assert (page.status, "is itself part of it" in page.text) == (422, True)
    assert fresh(tree["team"]).parent_id == tree["middle"].id


def test_a_unit_alone_has_no_namesake_beside_it(cast: Cast, browser: Open) -> None:
    a_unit(cast.hr, "Adults", "directorate")
    page = browser(as_=cast.hr).visit("/units/new")
    page.submit("Add this unit", name="Adults", kind="directorate")
    assert "There is such a directorate in that place already" in page.text


def test_a_unit_closes_when_nothing_in_it_goes_on(
    cast: Cast, tree: dict[str, Unit], browser: Open
) -> None:
    post = a_post(a_person(cast.hr), unit=tree["team"])
    page = browser(as_=cast.hr).visit(f"/units/{tree['team'].id}/closing")
    assert "1 post goes on after today." in page.text
    page.submit("Close this unit", closed_on="31/3/2027")
    assert "1 post goes on after that day. Move or end them first" in page.text
    page.visit(f"/units/{tree['middle'].id}/closing").submit("Close this unit")
    assert "Schools Team is part of it and goes on. Move or close it first" in page.text
    post.ended_on = date(2027, 3, 31)
    page.visit(f"/units/{tree['team'].id}/closing")
    page.submit("Close this unit", closed_on="31/3/2027")
    assert fresh(tree["team"]).closed_on == date(2027, 3, 31)
    page.submit("Open this unit again")
    assert fresh(tree["team"]).closed_on is None


def test_the_second_of_two_is_told(cast: Cast, tree: dict[str, Unit], browser: Open) -> None:
    path = f"/units/{tree['team'].id}/change"
    first, second = browser(as_=cast.hr).visit(path), browser(as_=cast.admin).visit(path)
    first.submit("Save the unit", name="Schools")
    second.submit("Save the unit", name="School teams")
    assert second.status == 409
    assert 'value="School teams"' in second.html
    assert fresh(tree["team"]).name == "Schools"


def test_a_vacant_post_is_added_and_shown(cast: Cast, tree: dict[str, Unit], browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/units/{tree['team'].id}/vacancies/new")
    page.submit("Add this vacant post", job_title="Social Worker", started_on="1/11/2026")
    assert "Vacant since 1 November 2026" in page.text
    seen = browser(as_=cast.worker).visit(f"/units/{tree['team'].id}")
    assert "Vacant since 1 November 2026" in seen.text
    assert "Somebody takes it up" not in seen.text


@pytest.mark.parametrize("who", ["worker", "manager", "coordinator", "principal"])
def test_others_change_no_unit(who: str, cast: Cast, tree: dict[str, Unit], browser: Open) -> None:
    page = browser(as_=getattr(cast, who))
    unit = f"/units/{tree['team'].id}"
    for path in ("/units/new", f"{unit}/change", f"{unit}/closing", f"{unit}/vacancies/new"):
        assert page.visit(path).status == 403
        assert page.post(path, name="X").status == 403


def test_a_large_organisation_is_shown_two_hundred_units_at_a_time(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    own = {"organisation_id": cast.hr.organisation_id, "version": 1}
    services = [{**own, "id": uuid4(), "name": f"Service {n:03}", "kind": "service"}
                for n in range(30)]  # fmt: skip
    teams = [{**own, "id": uuid4(), "name": f"Team {n:03}", "kind": "team",
              "parent_id": services[n % 30]["id"]} for n in range(570)]  # fmt: skip
    db.session.execute(insert(Unit), services)
    db.session.execute(insert(Unit), teams)
    page = browser(as_=cast.worker)
    statements.clear()
    page.visit("/units")
    assert len(statements) <= 8, "\n".join(statements)
    names = []
    for _ in range(4):
        names += [a.text for a in page.all("a") if (a.text or "").startswith(("Team ", "Service "))]
        if "Next page" not in page.text:
            break
        page.follow("Next page")
    assert len(names) == len(set(names)) == 600


def test_the_first_of_very_many_people_are_shown_and_the_rest_a_page_on(
    cast: Cast, tree: dict[str, Unit], browser: Open
) -> None:
    for n in range(60):
        a_post(a_person(cast.hr, family=f"Crowd{n:02}", sort_key=f"crowd{n:02}"), unit=tree["team"])
    page = browser(as_=cast.worker).visit(f"/units/{tree['team'].id}?on=2026-11-01")
    assert "60 people worked here" in page.text
    page.follow("Next page")
    assert "Crowd59" in page.text
    assert "On Sunday 1 November 2026" in page.text
