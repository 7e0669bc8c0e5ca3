"""Programmes of one's own: copied, changed on a page, published, and then never changed."""

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import operations, policies, programmes, queries
from portal.induction.entry import NotPossibleError
from portal.induction.models import OwnProgramme
from portal.induction.programmes import comparing, reading, writing
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.programmes import a_draft, a_published

ASYE = programmes.pinned("asye-child-and-family", "2026")


@pytest.mark.parametrize("programme", programmes.every(), ids=lambda each: each.key)
def test_a_programme_written_as_a_table_reads_as_itself(programme) -> None:
    again = reading.from_table(writing.table_of(programme), "again")
    assert comparing.differences(programme, again) == []
    assert again.items == programme.items
    assert again.first_weeks == programme.first_weeks
    assert again.workload == programme.workload


def test_an_item_stands_in_the_stage_in_which_it_is_due() -> None:
    table = writing.table_of(ASYE)
    item = table["stages"][0]["items"][0] | {"due": "week 30"}
    changed = reading.from_table(writing.with_item(table, "agreement", item), "x")
    assert next(i for i in changed.items if i.code == "agreement").stage == "six-to-twelve-months"


def test_stages_are_split_joined_and_moved_without_losing_an_item() -> None:
    table = writing.table_of(ASYE)
    split = writing.with_new_stage(table, title="Last quarter", from_month=9)
    four = reading.from_table(split, "x")
    assert [stage.to_month for stage in four.stages] == [3, 6, 9, 12]
    back = reading.from_table(writing.without_stage(split, four.stages[3].key), "x")
    assert {item.code for item in back.items} == {item.code for item in ASYE.items}
    moved = writing.with_stage(table, "first-three-months", title="First four", to_month=4)
    assert reading.from_table(moved, "x").stages[1].from_month == 4


def copied(browser, cast: Cast):
    page = browser(as_=cast.coordinator).visit("/inductions/programmes")
    page.follow("Assessed and supported year in employment: child and family")
    return page.submit("Copy it and change the copy")


def test_a_coordinator_copies_changes_and_publishes_a_programme(browser, cast: Cast) -> None:
    page = copied(browser, cast)
    assert "Nothing yet: it says the same" in page.text
    page.follow("Second direct observation")
    page.submit("Save", title="Observation two", unit="week", number="21")
    assert "“Second direct observation” is called “Observation two”." in page.text
    page.follow("Add an item").submit(
        "Save", title="Visit to court", kind="document", owner="both", unit="month", number="5"
    )
    assert "New: Visit to court, due month 5." in page.text
    page.submit("Publish it")
    assert "published. People can be enrolled on it now." in page.text
    page.visit("/inductions/new")
    assert "as at Riverside (version 1)" in page.text


def test_whoever_starts_on_a_version_keeps_it(browser, cast: Cast) -> None:
    own = a_published(cast.coordinator)
    year = an_induction(cast.nqsw, by=cast.coordinator, programme=own.programme)
    draft = operations.begin_version(cast.coordinator, own)
    content = writing.without_item(draft.content, "moderation")
    operations.change_programme(cast.coordinator, draft, content, "items")
    operations.publish_programme(cast.coordinator, draft)
    db.session.commit()
    assert draft.number == 2
    assert "moderation" in {item.code for item in year.programme.items}
    page = browser(as_=cast.nqsw).visit("/my-year")
    assert page.status == 200


def test_a_published_one_can_not_be_edited(browser, cast: Cast) -> None:
    own = a_published(cast.coordinator)
    page = browser(as_=cast.coordinator)
    assert page.visit(f"/own-programmes/{own.id}/about").status == 403
    assert not policies.edit_programme(cast.coordinator, own)


def test_what_does_not_hold_together_is_said_beside_the_field(browser, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    page = browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}/rules/workload")
    page.submit("Save", ramp="50, 60, 70", share="90")
    assert page.status == 422
    assert "The ramp has 3 months; it must have 12." in page.text
    assert "50, 60, 70" in page.html
    page.submit("Save", ramp="a lot")
    assert "Write whole numbers with commas between them" in page.text
    page.visit(f"/own-programmes/{own.id}/items/agreement")
    page.submit("Save", unit="month", number="14")
    assert page.status == 422
    assert "due outside its stage" in page.text


def test_two_who_edit_at_once_lose_no_words(browser, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    address = f"/own-programmes/{own.id}/about"
    one, other = browser(as_=cast.coordinator), browser(as_=cast.coordinator)
    one.visit(address)
    other.visit(address).submit("Save", name="Theirs")
    one.submit("Save", name="Ours")
    assert one.status == 409
    assert "Ours" in one.html
    one.submit("Save", name="Ours")
    db.session.expire_all()
    assert db.session.get_one(OwnProgramme, own.id).name == "Ours"


def test_every_part_of_a_draft_is_changed_and_taken_out_by_plain_forms(browser, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    page = browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}")
    page.follow("Add a stage").submit("Save", title="Last quarter", from_month="9")
    assert "Last quarter" in page.text
    page.follow("Add a task").submit("Save", title="Parking permit", side="before", number="3")
    assert "3 working days before day one" in page.text
    page.follow("Parking permit").submit("Take it out of the draft")
    assert "First weeks, new: Parking permit" not in page.text
    page.follow("Portfolio").submit("Take it out of the draft")
    assert "Left out: Portfolio." in page.text
    page.follow("Support and assessment agreement").submit("One place later")
    db.session.expire_all()
    items = db.session.get_one(OwnProgramme, own.id).programme.items
    assert items[1].code == "agreement"


def test_a_draft_is_thrown_away_and_a_published_one_closed(browser, cast: Cast) -> None:
    page = copied(browser, cast).submit("Throw the draft away")
    assert page.url == "/inductions/programmes"
    own = a_published(cast.coordinator)
    page.visit(f"/own-programmes/{own.id}").submit("Close it")
    assert own.key not in {each.key for each in queries.offered(cast.hr.organisation_id)}
    page.submit("Offer it again")
    actions = {entry.action for entry in db.session.query(AuditEntry).all()}
    assert {"induction.programme_closed", "induction.programme_opened_again"} <= actions


def test_closing_from_two_tabs_closes_it_and_does_not_open_it_again(browser, cast: Cast) -> None:
    own = a_published(cast.coordinator)
    tabs = [browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}") for _ in range(2)]
    for page in tabs:
        assert "no longer offered" in page.submit("Close it").text
    assert not db.session.get_one(OwnProgramme, own.id).is_offered
    assert db.session.query(AuditEntry).filter_by(action="induction.programme_closed").count() == 1


def test_a_programme_that_ships_is_hidden_and_offered_again(browser, cast: Cast) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/programmes/asye-adults/2026")
    page.submit("Do not offer it here")
    assert "ASYE" not in page.visit("/inductions/new").text or "adults" not in page.text
    page.visit("/inductions/programmes/supported-year-scotland/2024").submit("Offer it here")
    assert "Newly qualified supported year: Scotland" in page.visit("/inductions/new").text


def test_another_organisation_sees_nothing_of_it(browser, cast: Cast) -> None:
    own = a_published(cast.coordinator)
    assert browser(as_=cast.harbour_hr).visit(f"/own-programmes/{own.id}").status == 404
    assert queries.offered_as(cast.harbour_hr.organisation_id, f"{own.key} 1") == []
    assert own.key not in {each.key for each in queries.offered(cast.harbour_hr.organisation_id)}


def test_only_what_holds_together_is_published(cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    own.content = own.content | {"stages": []}
    with pytest.raises(NotPossibleError):
        operations.publish_programme(cast.coordinator, own)
