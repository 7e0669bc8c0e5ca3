"""What somebody alone is told at two to three years, until they say "not now"."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.audit.models import AuditEntry
from portal.database import db
from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.models import NotNow
from portal.pathways.moving_on import how_others_did_it, is_time
from portal.pathways.operations import set_goal
from portal.people.models import Post
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.panels import an_application
from tests.pathways.people_in_post import a_post, a_team, people

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)
CATALOGUE = catalogue_in_force(TODAY)
HERE = CATALOGUE.by_key["social-worker"]
STANDING = (
    "You qualified between two and three years ago, and have no goal and no panel date so far."
)
LATTICE = (
    "From here people become a practice supervisor, a senior social worker, a lead child "
    "protection practitioner or a practice educator, usually after 18 to 24 months in the role."
)


@pytest.mark.parametrize(
    ("qualified_on", "told"),
    [
        (date(2024, 11, 26), True),
        (date(2024, 11, 27), False),
        (date(2023, 11, 27), True),
        (date(2023, 11, 26), False),
        (date(2027, 1, 1), False),
        (None, False),
    ],
)
def test_it_is_said_from_the_second_anniversary_until_the_third(
    qualified_on: date | None, told: bool
) -> None:
    assert is_time(qualified_on, TODAY) == told


def test_doors_of_ten_and_more_are_named_and_the_others_only_together():
    moved = {"senior-social-worker": 23, "practice-supervisor": 12, "practice-educator": 6,
             "lead-child-protection-practitioner": 5}  # fmt: skip
    assert how_others_did_it(CATALOGUE, HERE, moved, 46) == (
        f"{STANDING} In the last five years about 45 people here moved on from being a social "
        "worker: about 20 by becoming a senior social worker, about 10 by becoming a practice "
        "supervisor and others by other doors."
    )


def test_below_ten_the_lattice_speaks_and_nobody_is_counted():
    assert how_others_did_it(CATALOGUE, HERE, {"practice-educator": 9}, 9) == (
        f"{STANDING} {LATTICE}"
    )


@given(st.dictionaries(st.sampled_from(HERE.up), st.integers(1, 40)))
def test_no_number_under_ten_and_none_but_fives_is_ever_said(moved):
    said = how_others_did_it(CATALOGUE, HERE, moved, sum(moved.values())).removeprefix(STANDING)
    if LATTICE in said:
        return
    numbers = [int(word) for word in said.replace(",", "").split() if word.isdigit()]
    assert all(number >= 10 and number % 5 == 0 for number in numbers)
    for key in HERE.up:
        if moved.get(key, 0) < 10:
            assert CATALOGUE.by_key[key].name_in_a_sentence not in said


@pytest.fixture
def third_year(cast: Cast) -> None:
    """Leila is in her third year as a social worker."""
    cast.worker.qualified_on = date(2024, 7, 1)
    db.session.commit()


@pytest.mark.usefixtures("third_year")
def test_only_the_person_reads_it_and_not_now_puts_it_away_for_good(
    cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.worker).visit("/")
    assert STANDING in page.text
    assert f"{STANDING} {LATTICE}" in page.visit("/pathway").text
    page.submit("Not now")
    assert "Put away. It does not come back." in page.text
    assert STANDING not in page.visit("/pathway").text + page.visit("/").text
    page.post("/pathway/not-now")
    assert db.session.query(NotNow).one().person_id == cast.worker.id
    assert db.session.query(AuditEntry).filter_by(action="pathways.sentence_put_away").count() == 1


@pytest.mark.usefixtures("third_year")
def test_nobody_else_is_told_of_it(cast: Cast, browser: Open) -> None:
    for reader in (cast.manager, cast.hr, cast.principal, cast.coordinator, cast.coach):
        page = browser(as_=reader)
        for path in ("/", f"/people/{cast.worker.id}", "/pathway", "/pathways/eligibility"):
            assert "no panel date so far" not in page.visit(path).text


@pytest.mark.usefixtures("third_year")
@pytest.mark.parametrize("way", ["application", "goal"])
def test_an_application_that_was_begun_or_a_goal_is_a_way_of_ones_own(
    way: str, cast: Cast, browser: Open
) -> None:
    if way == "goal":
        set_goal(cast.worker, CATALOGUE.by_key["practice-educator"])
    else:
        an_application(cast.worker)
    db.session.commit()
    assert STANDING not in browser(as_=cast.worker).visit("/pathway").text


@pytest.mark.usefixtures("third_year")
def test_how_many_moved_on_is_counted_from_posts_of_five_years(cast: Cast, browser: Open) -> None:
    team = a_team(cast.hr)
    moved = people(team, "Senior Social Worker", 13)
    for person in moved[:12]:
        a_post(team, "Social Worker", person, started_on=date(2021, 1, 1),
               ended_on=date(2024, 12, 31))  # fmt: skip
    # The last two have been senior for longer: they did not move within these years.
    for person in moved[11:]:
        a_post(team, "Senior Social Worker", person, started_on=date(2015, 1, 1),
               ended_on=date(2017, 12, 31))  # fmt: skip
    db.session.commit()
    said = "In the last five years about 10 people here moved on from being a social worker: "
    page = browser(as_=cast.worker).visit("/pathway")
    assert f"{said}about 10 by becoming a senior social worker." in page.text
    for post in db.session.query(Post).filter_by(person_id=moved[0].id):
        post.started_on, post.ended_on = date(2010, 1, 1), date(2012, 1, 1)
    for post in db.session.query(Post).filter_by(person_id=moved[1].id, job_title="Social Worker"):
        db.session.delete(post)
    db.session.commit()
    assert LATTICE in page.visit("/pathway").text


@pytest.mark.usefixtures("third_year")
def test_the_pages_stay_within_their_statements(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.worker)
    for path in ("/", "/pathway"):
        statements.clear()
        page.visit(path)
        assert len(statements) <= 12, path
