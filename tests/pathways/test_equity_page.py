"""The page about fairness: what panels decided by group, never of fewer than ten people."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from portal import clock
from portal.database import db
from portal.pathways.models import Application, Outcome
from portal.people.operations import keep_equality_answers
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.panels import a_panel, an_application
from tests.factories.people import a_person

Open = Callable[..., Browser]
PAGE = "/pathways/equity"
SENT, DAY = date(2025, 9, 11), date(2025, 11, 20)
MARKER = "Quillfeather"
BUTTON = "Work out the figures of this year"


def decided(application: Application, decision: str, number: int = 1) -> None:
    """One outcome of an application, a later one in place of the one before."""
    paid = {"pay_rule": "panel", "paid_from_on": DAY} if decision == "progress" else {}
    db.session.add(
        Outcome(
            organisation_id=application.organisation_id, application_id=application.id,
            number=number, decision=decision, reason="Because.", feedback="Go on.",
            superseding_reason="It was misread." if number > 1 else "", decided_on=DAY,
            decided_by_id=application.person_id, appeal_by=DAY, letter="Dear", **paid,
        )
    )  # fmt: skip
    db.session.flush()


def decisions(cast: Cast, people: int, progressed: int, **said: str) -> list[Application]:
    """So many people with a decision of November 2025, ten weeks after they applied."""
    meets = date(2026, 12, 17) + timedelta(days=len(said) * 100 + people)
    panel, made = a_panel(cast, meets_on=meets), []
    for nth in range(people):
        person = a_person(cast.hr, given=f"{MARKER}{nth}", family="Decided")
        if said:
            keep_equality_answers(person, said)
        days = {"sent_on": SENT, "decided_on": DAY, "settled_on": DAY}
        made.append(an_application(person, panel_id=panel.id, **days))
        decided(made[-1], "progress" if nth < progressed else "not yet")
    return made


def test_groups_of_ten_and_more_are_shown_without_a_name(cast: Cast, browser: Open) -> None:
    decisions(cast, 20, 14, sex="female")
    decisions(cast, 12, 6, sex="male")
    decisions(cast, 4, 0)
    page = browser(as_=cast.principal).visit("/pathways").follow("Is progression fair?")
    assert "not worked out yet" in page.text
    page.submit(BUTTON)
    assert (
        "Of about 35 people with a decision from Saturday 1 April 2023 to Tuesday 31 March 2026, "
        "about 55% progressed. Half of them waited 10 weeks or less." in page.text
    )
    assert "Female 20 about 70% 10" in page.text
    assert "Not said, Male 15 about 40% 10" in page.text
    assert "Ethnic group" not in page.text
    assert MARKER not in page.html


def test_an_outcome_that_superseded_another_counts_in_its_place(cast: Cast, browser: Open) -> None:
    made = decisions(cast, 12, 0)
    for application in made[:6]:
        decided(application, "progress", number=2)
    assert "about 50% progressed" in browser(as_=cast.hr).visit(PAGE).submit(BUTTON).text


def test_fewer_than_ten_decisions_are_not_shown_and_the_page_says_what_will_be(
    cast: Cast, browser: Open
) -> None:
    decisions(cast, 9, 5, sex="female")
    page = browser(as_=cast.hr).visit(PAGE).submit(BUTTON)
    assert "Fewer than ten people had a decision" in page.text
    assert "55%" not in page.text


def test_nothing_that_people_answer_change_or_delete_afterwards_moves_a_figure(
    cast: Cast, browser: Open
) -> None:
    made = decisions(cast, 20, 14, sex="female") + decisions(cast, 12, 6, sex="male")
    page = browser(as_=cast.hr).visit(PAGE).submit(BUTTON)
    before = page.visit(PAGE).text
    for application in made[:6]:
        keep_equality_answers(application.person, {"sex": "male"})
    for application in made[20:24]:
        keep_equality_answers(application.person, {})
    decisions(cast, 11, 11, sex="other")
    page.post("/pathways/equity/years")
    assert page.visit(PAGE).text == before
    with clock.set_to(day=date(2027, 4, 1)):
        assert "about 35 people" in page.visit(PAGE).text or "about 30 people" in page.text
        page.submit(BUTTON)
        assert page.text != before
        assert "Worked out on Thursday 1 April 2027." in page.text


@pytest.mark.parametrize(
    "name", ["worker", "manager", "panel", "coordinator", "admin", "evaluator"]
)
def test_nobody_else_opens_it(cast: Cast, browser: Open, name: str) -> None:
    assert browser(as_=getattr(cast, name)).visit(PAGE).status == 403
