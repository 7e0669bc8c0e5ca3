"""The areas of an organisation, switched on and off by page."""

from collections.abc import Callable

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people import operations
from portal.people.areas import TITLES, WHAT_IT_HOLDS
from portal.people.models import Organisation
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]
PAGE = "/organisation/areas"


def riverside(cast: Cast) -> Organisation:
    db.session.expire_all()
    return db.session.get_one(Organisation, cast.admin.organisation_id)


def switched() -> list[AuditEntry]:
    entries = db.session.query(AuditEntry).filter_by(action="people.areas_switched")
    return entries.order_by(AuditEntry.number).all()


def test_an_administrator_switches_an_area_off_and_its_pages_are_gone(
    cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.admin).visit(PAGE)
    assert "Every area is on at Riverside." in page.text
    kept = [each for each in TITLES if each not in {"teams", "pathways"}]
    page.submit("Save areas", areas=kept)
    assert "The areas are switched." in page.text
    assert "Switched off at Riverside: Team models; Career pathways." in page.text
    assert riverside(cast).areas == kept
    worker = browser(as_=cast.worker)
    assert worker.visit("/pathway").status == 404
    assert "My pathway" not in worker.visit("/").text


def test_an_area_comes_back(cast: Cast, browser: Open) -> None:
    riverside(cast).areas = []
    page = browser(as_=cast.admin).visit(PAGE)
    page.submit("Save areas", areas=list(TITLES))
    assert riverside(cast).areas == list(TITLES)
    assert browser(as_=cast.worker).visit("/pathway").status == 200


def test_all_may_be_off_and_the_portal_still_stands(cast: Cast, browser: Open) -> None:
    browser(as_=cast.admin).visit(PAGE).submit("Save areas", areas=[])
    assert riverside(cast).areas == []
    for person in (cast.admin, cast.hr, cast.coordinator, cast.nqsw):
        assert browser(as_=person).visit("/").status == 200


def test_the_trail_says_what_went_on_and_off(cast: Cast, browser: Open) -> None:
    operations.switch_areas(riverside(cast), cast.admin, areas=["pathways"])
    browser(as_=cast.admin).visit(PAGE).submit("Save areas", areas=["induction"])
    first, second = switched()
    off = [each for each in TITLES if each != "pathways"]
    assert first.particulars == {"on": [], "off": off}
    assert second.particulars == {"on": ["induction"], "off": ["pathways"]}
    assert (second.actor_id, second.subject_id) == (cast.admin.id, cast.admin.organisation_id)


def test_saving_what_is_so_already_leaves_no_trace(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.admin).visit(PAGE).submit("Save areas")
    assert "Nothing was changed." in page.text
    assert switched() == []


def test_an_area_that_does_not_exist_is_refused(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.admin).visit(PAGE)
    page.post(PAGE, areas=["identity"])
    assert page.status == 422
    assert riverside(cast).areas == list(TITLES)


def test_another_organisations_areas_stay_as_they_are(cast: Cast, browser: Open) -> None:
    browser(as_=cast.admin).visit(PAGE).submit("Save areas", areas=[])
    harbour = db.session.get_one(Organisation, cast.harbour_hr.organisation_id)
    assert harbour.areas == list(TITLES)


def test_only_administrators_switch_areas(cast: Cast, browser: Open) -> None:
    for person in (cast.hr, cast.coordinator, cast.principal):
        assert browser(as_=person).visit(PAGE).status == 403


def test_every_area_says_what_it_holds() -> None:
    assert TITLES.keys() == WHAT_IT_HOLDS.keys()
