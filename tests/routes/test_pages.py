"""My route, everybody's routes, and that nobody on one is counted among the newly qualified."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from portal.audit.models import AuditEntry
from portal.clock import today
from portal.database import db
from portal.induction.models import Induction
from portal.notices.models import Notice
from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.queries import facts_of
from portal.people.models import DaysAway, Person
from portal.people.queries import newly_qualified
from portal.routes import operations
from portal.routes.models import Route
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.routes import START, a_route

Open = Callable[..., Browser]
# What answers with other words each time it is asked, or with none.
APART = {"induction.my_year"}


def held_until(route: Route, by: Person, day: date) -> None:
    for item in ("agreement", "review-1", "review-2"):
        operations.record_step(by, route, item, day)


def test_my_route_begins_with_where_i_stand_and_what_is_next(cast: Cast, browser: Open) -> None:
    held_until(a_route(cast.assistant, cast.hr), cast.hr, date(2026, 10, 20))
    page = browser(as_=cast.assistant).visit("/my-route")
    assert page.heading == "My route"
    assert (
        "Month 7 of 36. Next study day: Wednesday 2 December 2026. Next comes: "
        "Readiness for direct practice, by Friday 8 January 2027." in page.text
    )
    assert "First placement" in page.text
    assert "70 days of assessed practice" in page.text
    for wrong in ("newly qualified", "assessor", "your year"):
        assert wrong not in page.text.split("What you are promised")[0].lower(), wrong
    told = db.session.query(Notice).filter_by(person_id=cast.assistant.id).one()
    assert told.link == "/my-route"


def test_whoever_is_on_no_route_reads_which_there_are(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/my-route")
    assert "You are not on a route into social work." in page.text
    assert "Social worker degree apprenticeship" in page.text


def test_a_step_is_recorded_in_two_presses_corrected_and_taken_back(
    cast: Cast, browser: Open
) -> None:
    route = a_route(cast.assistant, cast.hr)
    page = browser(as_=cast.assistant).visit("/my-route").follow("Record it")
    page.submit("Record it", held_on="27/11/2026")
    assert page.status == 422
    assert "Choose today or an earlier day" in page.text
    page.submit("Record it", held_on="10/5/2026")
    assert page.status == 422
    assert "The route begins on 11 May 2026" in page.text
    assert 'value="10/5/2026"' in page.html
    page.submit("Record it", held_on="5/6/2026")
    assert "Recorded: Training plan signed" in page.text
    address = f"/routes/{route.id}/steps/agreement"
    one = browser(as_=cast.assistant).visit(address)
    two = browser(as_=cast.manager).visit(address)
    one.submit("Save the day", held_on="4/6/2026")
    two.submit("Save the day", held_on="3/6/2026")
    assert two.status == 409
    assert 'value="3/6/2026"' in two.html
    two.submit("It did not take place")
    assert "Not recorded any more" in two.text
    assert browser(as_=cast.hr).visit(f"/routes/{route.id}/steps/nothing").status == 404
    deeds = [each.action for each in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert deeds[-3:] == [
        "routes.step_recorded", "routes.step_corrected", "routes.step_taken_back"
    ]  # fmt: skip


def test_human_resources_puts_an_assistant_on_a_route_once(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit("/routes")
    assert "Nobody is on a route yet." in page.text
    page.follow("Put somebody on a route").follow("Kofi Owusu")
    page.submit("Put on the route", started_on="", study_weekday="2")
    assert page.status == 422
    assert "Choose a route" in page.text
    page.submit("Put on the route", template="degree-apprenticeship 2026", started_on="11/5/2026")
    assert page.heading == "The route of Kofi Owusu"
    assert "1 person is on a route." in page.visit("/routes").text
    assert "Kofi Owusu" not in page.visit("/routes/new").text
    part = page.send("get", "/routes/new?q=leila", headers={"HX-Request": "true"}).get_data(True)
    assert part.lstrip().startswith('<div id="results"')
    assert "Leila Taylor" in part
    page.visit(f"/people/{cast.assistant.id}/route")
    page.submit("Put on the route", template="first-step 2026", started_on="1/12/2026")
    assert page.status == 422
    assert "Kofi Owusu is on a route already" in page.text
    assert db.session.query(Route).count() == 1


def test_a_pause_moves_the_days_and_leave_moves_them_too(cast: Cast, browser: Open) -> None:
    route = a_route(cast.assistant, cast.hr)
    held_until(route, cast.hr, date(2026, 10, 20))
    page = browser(as_=cast.coordinator).visit(f"/routes/{route.id}").follow("Pause the route")
    page.submit("Save", started_on="1/5/2026", ended_on="")
    assert page.status == 422
    assert "after the first day of the route" in page.text
    page.submit("Save", started_on="2/11/2026", ended_on="")
    assert "The route is paused since Monday 2 November 2026." in page.text
    assert "Nothing" in page.visit("/routes").text
    page.visit(f"/routes/{route.id}").follow("Say when the pause ends")
    page.submit("Save", ended_on="1/11/2026")
    assert page.status == 422
    page.submit("Save", ended_on="22/11/2026")
    assert "Readiness for direct practice, by Friday 29 January 2027." in page.text
    away = DaysAway(organisation_id=cast.assistant.organisation_id, person_id=cast.assistant.id,
                    started_on=date(2026, 11, 30), ended_on=date(2026, 12, 4))  # fmt: skip
    db.session.add(away)
    mine = browser(as_=cast.assistant).visit("/my-route")
    assert "Next study day: Wednesday 9 December 2026." in mine.text


def test_the_end_offers_the_induction_year_as_the_next_step(cast: Cast, browser: Open) -> None:
    route = a_route(cast.assistant, cast.hr)
    page = browser(as_=cast.coordinator).visit(f"/routes/{route.id}").follow("end it")
    page.submit("End the route", ended_as="completed", ended_on="1/5/2026")
    assert page.status == 422
    assert "The route begins on 11 May 2026" in page.text
    page.submit("End the route", ended_as="completed", ended_on="25/11/2026")
    assert "The next step is the induction year." in page.text
    assert page.follow("Enrol Kofi Owusu on the induction year").heading == "Enrol people"
    assert browser(as_=cast.manager).visit(f"/routes/{route.id}").status == 403
    assert "The route is completed" in browser(as_=cast.assistant).visit("/my-route").text


def test_who_does_not_accompany_a_route_reads_nothing_of_it(cast: Cast, browser: Open) -> None:
    route = a_route(cast.assistant, cast.hr)
    for person in (cast.worker, cast.coach, cast.assessor, cast.admin, cast.principal):
        assert browser(as_=person).visit(f"/routes/{route.id}").status == 403, person.name
    assert browser(as_=cast.harbour_hr).visit(f"/routes/{route.id}").status == 404
    assert browser(as_=cast.manager).visit(f"/routes/{route.id}").status == 200
    assert browser(as_=cast.manager).visit(f"/routes/{route.id}/pause").status == 403


def test_nobody_on_a_route_is_in_any_list_or_count_of_the_newly_qualified(
    app, cast: Cast, browser: Open
) -> None:
    """Every page of induction without a subject says the same with somebody on a route."""
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    readers = (cast.coordinator, cast.manager)
    addresses = sorted(
        rule.rule for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("induction.") and not rule.arguments
        and "GET" in (rule.methods or ()) and rule.endpoint not in APART
    )  # fmt: skip
    assert "/inductions" in addresses
    addresses.append("/")

    def said() -> dict[tuple[str, str], str]:
        found = {}
        for person in readers:
            reading = browser(as_=person)
            for address in addresses:
                answer = reading.send("get", address)
                if answer.status_code == 200:
                    found[person.name, address] = re.sub("<[^>]*>", "", answer.get_data(True))
        return found

    before = said()
    assert len(before) > len(addresses)
    route = a_route(cast.assistant, cast.hr, started_on=START)
    assert said() == before
    qualified = newly_qualified(cast.hr.organisation_id, today())
    held = db.session.query(Person).filter(qualified).all()
    assert cast.assistant not in held
    assert cast.nqsw in held
    operations.end_route(cast.hr, route, ended_on=today() - timedelta(1), ended_as="completed")
    assert said() == before
    assert db.session.query(Induction).filter_by(person_id=cast.assistant.id).count() == 0


def test_a_completed_route_is_not_the_outcome_of_the_first_year(cast: Cast, browser: Open) -> None:
    route = a_route(cast.assistant, cast.hr)
    operations.end_route(cast.hr, route, ended_on=date(2026, 11, 25), ended_as="completed")
    facts = facts_of(cast.assistant, catalogue_in_force(today()), today())
    assert facts.year_completed_on is None
    assert facts.year_ends_on is None
    page = browser(as_=cast.assistant).visit("/pathway/social-worker")
    assert "Completed on" not in page.text
    assert "You are not in an induction year" in page.visit("/my-year").text
