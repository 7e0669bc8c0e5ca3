"""Who may see and do what: the page agrees with the table of access, which is what the cast gets."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from portal.database import db
from portal.home import asking, matrix, record_fields
from portal.people.models import ROLES, Organisation
from tests.browser import Browser
from tests.cast import RIVERSIDE, Cast
from tests.conftest import TODAY
from tests.house import examples
from tests.house.routes import names, visits
from tests.house.test_fields import EMPLOYMENT, MAY_READ

Open = Callable[..., Browser]
GETS_IN = {asking.EVERYBODY, asking.WHEN, asking.SOME, asking.OWN, asking.SEE}


def test_the_page_and_the_table_of_access_agree(app: Flask, cast: Cast) -> None:
    """Whoever gets in has a cell that says so; whoever's cell says all of them does get in."""
    rows = examples.rows(cast)
    examples.read_roles()
    faults = []
    for visit in visits(app):
        if visit.rule.policy is None or visit.route.endpoint.partition(".")[0] in matrix.ELSEWHERE:
            continue
        answers = asking.answers(visit.rule, is_demo=False, day=TODAY)
        for name, (_, _, _, roles) in RIVERSIDE.items():
            cells = {answers[role] for role in roles}
            may = visit.lets_in(rows, names(cast)[name])
            if may and not cells & GETS_IN:
                faults.append(f"{visit.name}: {name} gets in, and the page says {cells}")
            if asking.EVERYBODY in cells and not may:
                faults.append(f"{visit.name}: {name} does not get in, and the page says {cells}")
    assert not faults, "\n".join(faults)


def test_every_guarded_route_has_a_line_and_none_has_to_be_guessed(app: Flask, cast: Cast) -> None:
    house = db.session.get_one(Organisation, cast.hr.organisation_id)
    lines = [
        line for area in matrix.areas(app, house) for line in matrix.lines(app, house, TODAY, area)
    ]
    rules = {visit.rule.words for visit in visits(app) if visit.rule.policy is not None
             and visit.route.endpoint.partition(".")[0] not in matrix.ELSEWHERE}  # fmt: skip
    assert {line.rule for line in lines} == rules
    unsure = [line.rule for line in lines if asking.SEE in line.answers.values()]
    assert not unsure, unsure


def by_role(rule: Any) -> dict[str, str]:
    return asking.answers(matrix.Rule(**rule), is_demo=False, day=TODAY)


def sole(person: Any, other: Any) -> bool:
    """Only oneself."""
    return bool(person.id == other.id)


def owner(person: Any, held: Any) -> bool:
    """Only of panel members, by HR."""
    return bool(held.role == "panel" and person.has_role("hr"))


def broken(person: Any, other: Any) -> bool:
    """Something that only the database knows."""
    raise LookupError


def wrong(person: Any, other: Any) -> bool:
    """Something with a fault of its own, which nothing covers up."""
    return 1 / 0 > 0


def test_the_technique_tells_the_answers_apart() -> None:
    from portal.people.models import Person, RoleHeld

    own = by_role({"policy": sole, "model": Person})
    assert set(own.values()) == {asking.OWN}
    some = by_role({"policy": owner, "model": RoleHeld})
    assert (some["hr"], some["admin"]) == (asking.SOME, asking.NO)
    assert set(by_role({"policy": broken, "model": Person}).values()) == {asking.SEE}
    with pytest.raises(ZeroDivisionError):
        by_role({"policy": wrong, "model": Person})


def test_everybody_may_read_it_and_one_role_at_a_time(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.nqsw).visit("/organisation/access")
    assert page.heading == "Who may see and do what"
    page.submit("Show", part="induction")
    assert "Everybody in these roles: Induction coordinator" in page.text
    page.submit("Show", role="coach")
    assert "What somebody may do here who holds one role: Coach." in page.text
    assert "Everybody in this role" in page.text


def test_areas_that_are_off_are_left_out_and_said(cast: Cast, browser: Open) -> None:
    db.session.get_one(Organisation, cast.hr.organisation_id).areas = ["induction"]
    db.session.commit()
    page = browser(as_=cast.hr).visit("/organisation/access?role=nonsense&part=pathways")
    assert (
        "switched off at Riverside: Team models; Coaching and mentoring; Matching rounds; "
        "Consultant support; Consultant answers page; Career pathways" in page.text
    )
    assert "Career pathways" not in {each.text for each in page.all("option")}


def test_records_and_what_is_open_are_parts_too(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit("/organisation/access?part=record")
    assert {each.text for each in page.all("caption")} == {"A person's record: who sees which part"}
    page.visit("/organisation/access?part=open")
    assert {each.text for each in page.all("caption")} == {"Open without signing in"}


@pytest.mark.parametrize(
    ("column", "found"),
    [
        *((each, EMPLOYMENT) for each in ("staff_number", "registration_number", "qualified_on")),
        ("grade", EMPLOYMENT),
        ("scp", MAY_READ["SCP-MARK"]),
    ],
)
def test_the_table_of_fields_is_the_one_that_markers_are_searched_by(
    column: str, found: set[str]
) -> None:
    seen = {"self": {"nqsw"}, "manager": {"manager", "consultant"}, "keepers": {"hr", "admin"}}
    field = next(each for each in record_fields.FIELDS if each.column == column)
    assert set().union(*(seen[reader] for reader in field.seen_by)) == found


def test_words_are_kept_for_routes_that_there_are(app: Flask) -> None:
    unknown = set(matrix.DEEDS) - set(app.view_functions)
    assert not unknown, unknown
    assert set(asking.ASKED) == {"", *ROLES}
