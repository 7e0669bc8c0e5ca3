"""How leave counts: all of it, unless HR published a rule that says otherwise."""

from collections.abc import Callable
from datetime import date

import pytest

from portal import clock
from portal.database import db
from portal.pathways.models import PublishedLeaveRule
from portal.people.models import DaysAway
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.panels import a_panel
from tests.pathways.people_in_post import a_team, people

Open = Callable[..., Browser]
PAGE = "/panels/leave"
RULE = {"counts": "some", "months": "3", "since": "1/12/2026",
        "words": "Of one absence the first three months count, by the agreement of May."}  # fmt: skip


def test_without_a_rule_leave_counts_and_pages_say_so(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit("/panels/rules").follow("How leave counts")
    assert "All leave counts as time in a role." in page.text
    page.visit("/pathway/senior-social-worker")
    assert "Parental and sick leave count as time." in page.text


def test_a_published_rule_counts_for_the_person_and_for_hr_alike_and_can_be_ended(
    cast: Cast, browser: Open
) -> None:
    one = people(a_team(cast.hr), "Social Worker", 1)[0]
    one.registration_status = "registered"
    away = {"started_on": date(2026, 8, 1), "ended_on": date(2027, 3, 31)}
    db.session.add(DaysAway(organisation_id=one.organisation_id, person_id=one.id, **away))
    a_panel(cast, meets_on=date(2028, 1, 20), send_by=date(2028, 1, 6))
    db.session.commit()
    page = browser(as_=cast.hr)
    listed = "/pathways/eligibility?place=senior-social-worker&panel=2028-01-20"
    with clock.set_to(day=date(2026, 11, 26)):
        page.visit(listed)
        assert "from 31 December 2026" in page.text
        page.visit(PAGE).submit("Publish it", **RULE)
        assert "From Tuesday 1 December 2026 on, the first 3 months of one absence" in page.text
        # The days from 1 December to 31 March do not count: a month is missing until 30 April.
        page.visit(listed)
        assert "from 30 April 2027" in page.text
        assert RULE["words"] in page.text
        assert RULE["words"] in page.visit("/pathway/senior-social-worker").text
        page.visit(PAGE).submit("Publish it", counts="all", since="1/12/2026", words="")
        assert "All leave counts as time in a role." in page.text
        assert "from 31 December 2026" in page.visit(listed).text
    assert [each.months for each in db.session.query(PublishedLeaveRule)
            .order_by(PublishedLeaveRule.number)] == [3, None]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"months": "0"}, "Write a number from 1 to 24"),
        ({"months": ""}, "Write a number from 1 to 24"),
        ({"words": "  "}, "Write the rule as it was published"),
        ({"since": "1/11/2026"}, "A rule cannot take back time that has passed"),
        ({"since": ""}, "Enter the day from which the rule holds"),
    ],
)
def test_a_rule_that_is_not_whole_is_refused_and_what_was_typed_is_kept(
    changed: dict[str, str], said: str, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(PAGE)
    page.submit("Publish it", **(RULE | {"words": "By the agreement of May."} | changed))
    assert page.status == 422
    assert said in page.text
    assert "words" in changed or "By the agreement of May." in page.html
    assert db.session.query(PublishedLeaveRule).count() == 0
