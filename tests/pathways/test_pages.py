"""The pathway pages, as somebody without JavaScript sees them."""

from collections.abc import Callable

import pytest

from portal.database import db
from portal.people.models import Organisation, Post
from tests.browser import Browser
from tests.cast import Cast
from tests.inspection import text_of
from tests.pathways.people_in_post import a_post, a_team, people

Open = Callable[..., Browser]


def cards(page: Browser, kind: str) -> list[str]:
    """What the cards of this kind on the lattice say."""
    return [
        text_of(card) for card in page.all("li") if kind in card.attrib.get("class", "").split()
    ]


def test_a_newly_qualified_worker_sees_where_they_are_and_what_comes_next(
    browser: Open, cast: Cast
) -> None:
    page = browser(as_=cast.nqsw).visit("/pathway")
    assert page.heading == "My pathway"
    assert (
        "You are a newly qualified social worker. Next you could become a social worker: "
        "5 things to complete." in page.text
    )
    (here,) = cards(page, "place--here")
    assert "Newly qualified social worker" in here
    assert "You are here" in here
    assert "Leads to Social worker" in here
    (coming,) = cards(page, "place--next")
    assert "A next step" in coming
    assert "The outcome of the first-year programme." in page.text


def test_the_lattice_says_in_things_and_never_in_marks_what_is_still_to_show(
    browser: Open, cast: Cast
) -> None:
    page = browser(as_=cast.nqsw).visit("/pathway")
    (coming,) = cards(page, "place--next")
    assert "5 things to complete" in coming
    for word in ("missing", "%", "on track"):
        assert word not in page.text


def test_somebody_outside_the_lattice_can_look_at_all_of_it(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.admin).visit("/pathway")
    assert "Your job title, Systems Administrator, is not on the lattice." in page.text
    assert cards(page, "place--here") == []
    assert len(cards(page, "place")) == 17


def test_somebody_without_a_post_is_told_so(browser: Open, cast: Cast) -> None:
    db.session.query(Post).filter_by(person_id=cast.worker.id).delete()
    assert "You hold no post here today" in browser(as_=cast.worker).visit("/pathway").text


def test_a_card_leads_to_what_the_role_asks(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.nqsw).visit("/pathway").follow("Consultant social worker")
    assert page.heading == "Consultant social worker"
    assert "This comes later on your way." in page.text
    assert "What this role asks" in page.text
    assert "About 3 to 5 years. Set locally." in page.text
    assert "Consultant Practitioner, Unit Lead" in page.text
    assert "Last reviewed 5 October 2026." in page.text
    assert "See who holds this role" not in page.text
    assert page.follow("Principal social worker").heading == "Principal social worker"


@pytest.mark.parametrize("key", ["nowhere", "Social-worker", "social worker", "x" * 500])
def test_a_place_that_does_not_exist_is_not_found(browser: Open, cast: Cast, key: str) -> None:
    assert browser(as_=cast.hr).visit(f"/pathway/{key}").status == 404
    assert browser(as_=cast.hr).visit(f"/pathways/{key}/people").status == 404


def test_hr_sees_who_stands_where_and_opens_the_list(browser: Open, cast: Cast) -> None:
    team = a_team(cast.hr)
    people(team, "Social Worker", 3)
    a_post(team, "Social Worker")
    page = browser(as_=cast.hr).visit("/pathways")
    assert "13 people stand on the lattice and 1 post on it is vacant." in page.text
    assert "3 people have roles outside it." in page.text
    (card,) = [card for card in cards(page, "place") if "Social worker 4 people" in card]
    assert "1 vacant post" in card
    assert "Systems Administrator" in page.text
    page.follow("4 people: Social worker")
    assert page.heading == "Social worker"
    assert "4 people hold this role today." in page.text
    assert "Leila Taylor" in page.text
    assert "Family Support Pod A" in page.text
    assert "1 January 2024" in page.text
    assert "Vacant posts CLA North" in page.text


def test_the_principal_social_worker_sees_who_but_not_since_when(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.principal).visit("/pathways/social-worker/people")
    assert "Leila Taylor" in page.text
    assert "2024" not in page.text


def test_a_long_list_is_shown_fifty_at_a_time_and_ends(browser: Open, cast: Cast) -> None:
    people(a_team(cast.hr), "Social Worker", 120)
    page = browser(as_=cast.hr).visit("/pathways/social-worker/people")
    seen: list[str] = []
    for _ in range(4):
        seen += [text_of(row) for row in page.all("th") if row.attrib.get("scope") == "row"]
        if "Next page" not in page.text:
            break
        page.follow("Next page")
    assert len(seen) == len(set(seen)) == 121
    assert "Back to the first page" in page.text


def test_a_page_key_that_somebody_has_changed_begins_again(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.hr).visit("/pathways/social-worker/people?after=nonsense")
    assert page.status == 200
    assert "Leila Taylor" in page.text


def test_a_place_where_nobody_stands_says_what_will_be_here(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.principal).visit("/pathways/family-support-worker/people")
    assert "Nobody holds this role today." in page.text
    assert "People are listed here by their job title." in page.text


def test_an_organisation_without_posts_is_told_how_the_lattice_fills(
    browser: Open, cast: Cast
) -> None:
    db.session.query(Post).filter_by(organisation_id=cast.harbour_hr.organisation_id).delete()
    page = browser(as_=cast.harbour_hr).visit("/pathways")
    assert "Nobody stands on the lattice yet." in page.text


def test_nobody_but_hr_and_the_principal_sees_who_stands_where(browser: Open, cast: Cast) -> None:
    for person in cast:
        allowed = person in (cast.hr, cast.principal, cast.harbour_hr)
        page = browser(as_=person)
        assert page.visit("/pathways").status == (200 if allowed else 403)
        people_there = page.visit("/pathways/social-worker/people").status
        assert people_there == (200 if allowed else 403)
        assert page.visit("/pathway").status == 200


def test_hr_of_one_organisation_never_sees_people_of_another(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.harbour_hr).visit("/pathways/social-worker/people")
    assert "Leila Taylor" not in page.text
    assert "Nobody holds this role today." in page.text


def test_where_the_area_is_off_there_is_no_lattice(browser: Open, cast: Cast) -> None:
    organisation = db.session.get_one(Organisation, cast.hr.organisation_id)
    organisation.areas = [area for area in organisation.areas if area != "pathways"]
    page = browser(as_=cast.hr)
    for path in ("/pathway", "/pathway/social-worker", "/pathways"):
        assert page.visit(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/pathway",
        "/pathway/social-worker",
        "/pathways",
        "/pathways/social-worker/people",
    ],
)
def test_a_page_sends_as_many_statements_for_600_people_as_for_60(
    browser: Open, cast: Cast, statements: list[str], path: str
) -> None:
    team = a_team(cast.hr)
    people(team, "Social Worker", 60)
    page = browser(as_=cast.hr)
    page.visit(path)
    statements.clear()
    page.visit(path)
    few = len(statements)
    people(team, "Senior Social Worker", 270)
    people(team, "Social Worker", 270)
    db.session.commit()
    statements.clear()
    page.visit(path)
    assert len(statements) == few <= 12
