"""What a team works on: chosen by its manager, shown as tags, found in the list of teams."""

from collections.abc import Callable

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import PersonStrength
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.teams import team_of

Open = Callable[..., Browser]


def test_a_manager_says_what_the_team_works_on_and_hr_finds_it_by_that(
    cast: Cast, browser: Open
) -> None:
    unit = team_of(cast.worker)
    manager = browser(as_=cast.manager)
    manager.visit(f"/teams/{unit.id}/strands")
    manager.submit("Save", strands=["rural-work", "court-skills"])
    assert "Rural work" in manager.text
    hr = browser(as_=cast.hr).visit("/teams?strand=rural-work")
    assert unit.name in hr.text
    assert unit.name not in hr.visit("/teams?strand=neglect").text
    assert "No team that you may see has said that it works on neglect." in hr.text
    manager.visit(f"/teams/{unit.id}/strands")
    manager.submit("Save", strands=["court-skills"])
    assert unit.name not in browser(as_=cast.hr).visit("/teams?strand=rural-work").text
    deeds = [deed for (deed,) in db.session.query(AuditEntry.action)]
    assert deeds.count("teams.strands_chosen") == 2


def test_saving_what_was_chosen_already_leaves_no_trace(cast: Cast, browser: Open) -> None:
    unit = team_of(cast.worker)
    manager = browser(as_=cast.manager)
    for _ in range(2):
        manager.visit(f"/teams/{unit.id}/strands")
        manager.submit("Save", strands=["neglect"])
    deeds = [deed for (deed,) in db.session.query(AuditEntry.action)]
    assert deeds.count("teams.strands_chosen") == 1


def test_who_only_works_there_reads_what_colleagues_can_be_asked(cast: Cast, browser: Open) -> None:
    unit = team_of(cast.worker)
    db.session.add(
        PersonStrength(
            person_id=cast.coach.id, strength="clear-writing", sort_key=cast.coach.sort_key,
            organisation_id=unit.organisation_id,
        )
    )  # fmt: skip
    worker = browser(as_=cast.worker).visit(f"/teams/{unit.id}")
    assert "People here can be asked about: clear writing (1)." in worker.text
    assert worker.visit(f"/teams/{unit.id}/strands").status == 403
