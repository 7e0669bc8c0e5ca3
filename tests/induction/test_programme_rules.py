"""The rules and lists of a draft: each on its own small page, said in words, mended by links."""

import pytest

from portal.database import db
from portal.induction import programmes
from portal.induction.forms import ROWS, RULES
from portal.induction.models import OwnProgramme
from portal.induction.programmes import comparing, reading, rows, writing
from portal.induction.programmes.faults import faults
from portal.induction.programmes.template import MONTH, Span
from tests.cast import Cast
from tests.factories.programmes import a_draft

ASYE = programmes.pinned("asye-child-and-family", "2026")
TABLE = writing.table_of(ASYE)


def read(table) -> programmes.Programme:
    return reading.from_table(table, "x")


def said(table) -> list[str]:
    return comparing.differences(ASYE, read(table))


def test_a_row_is_changed_added_moved_and_taken_out_and_the_others_stay() -> None:
    longer = rows.with_row(TABLE, "not_alone", "court", {"until_month": 9})
    assert said(longer) == [
        "Not alone yet, changed: Court work up to month 9, before Court work up to month 12."
    ]
    key = rows.new_key(TABLE, "entitlements")
    more = rows.with_row(TABLE, "entitlements", key, {"title": "A mentor", "promise": "One."})
    assert said(more) == ["Promised, new: “A mentor”, One."]
    assert said(rows.row_moved(TABLE, "reviews", "next", up=True)) == [
        "Parts of a review: in another order."
    ]
    less = rows.without_row(TABLE, "outcome_words", "deferred")
    assert said(less) == ["How it can end, left out: Deferred."]
    assert list(read(less).outcome_words) == ["pass", "fail", "withdrawn", "transferred"]


def test_the_words_of_a_kind_are_changed_and_a_kind_in_use_is_known_to_be() -> None:
    held = rows.with_row(TABLE, "kinds", "review", {"done": "done"})
    assert said(held) == [
        "Kinds of items, changed: review, reviews, done, before review, reviews, held."
    ]
    assert rows.in_use(TABLE, "kinds", "review") == 4
    assert rows.in_use(TABLE, "kinds", "own-1") == 0


def test_what_is_said_of_writing_and_of_who_may_start_is_compared() -> None:
    item = next(each for each in ASYE.items if each.code == "plan-1")
    table = writing.table_of(ASYE)
    written = table["stages"][0]["items"][2] | {"words": 500, "minutes": 30}
    assert written["code"] == item.code
    assert said(writing.with_item(table, "plan-1", written)) == [
        f"{item.title}: about 500 words or 30 minutes."
    ]
    assert said(table | {"eligibility": {"within_years": 2, "registration": False}}) == [
        "Who may start: within 2 years of qualifying.",
        "Who may start: registration is not checked.",
        "Who pays: nothing is said.",
    ]


def test_another_length_names_each_thing_that_no_longer_holds_with_its_place() -> None:
    shorter = reading.as_it_stands(writing.with_words(TABLE, months=9), "x")
    found = {(fault.part, fault.row) for fault in faults(shorter)}
    assert ("items", "review-final") in found
    assert ("not_alone", "court") in found
    assert ("supervision", "") in found


@pytest.mark.parametrize("each", programmes.every(), ids=lambda each: each.key)
def test_a_rule_saved_as_it_is_shown_changes_nothing(app, each: programmes.Programme) -> None:
    table = writing.table_of(each)
    for kind in (form for _, form in RULES.values()):
        with app.test_request_context(method="POST", data={}):
            form = kind(None, data=kind.shown(each))
            again = reading.from_table(form.changed(table), "again")
        assert comparing.differences(each, again) == []
        assert again.group_days is None or again.group_days.every == each.group_days.every


def test_every_list_of_a_draft_has_a_form() -> None:
    assert ROWS.keys() == rows.LISTS.keys()


def test_a_coordinator_changes_every_rule_on_its_own_page(browser, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    page = browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}")
    page.follow("Supervision").submit("Save", until_1="month 2")
    page.follow("Workload").submit("Save", share="80", ramp="")
    page.follow("Development time and group days").submit("Save", development="15", group_days="4")
    page.follow("Who may start").submit("Save", within_years="2")
    page.follow("Standards and source").submit("Save", standards_key="pcf-2018", standards="PCF")
    for sentence in (
        "Supervision is held in another rhythm: every week up to month 2, then every fortnight up to month 6",
        "The workload is 80%, not 90%.",
        "Development time is 15% of the week, not 10%.",
        "It has 4 group days, not 12.",
        "Who may start: within 2 years of qualifying.",
        "Its standards are “PCF” instead of",
    ):
        assert sentence in page.text
    db.session.expire_all()
    programme = db.session.get_one(OwnProgramme, own.id).programme
    assert programme.standards_key == "pcf-2018"
    assert programme.group_days.every == Span(1, MONTH)


def test_a_coordinator_changes_every_list_row_by_row(browser, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    page = browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}")
    page.follow("Add a rule").submit("Save", title="Visits at night", until_month="6")
    assert "Not alone yet, new: Visits at night up to month 6." in page.text
    page.follow("Court work").submit("Save", until_month="40")
    assert page.status == 422
    assert "The month must be between 1 and 12." in page.text
    page.submit("Save", until_month="10")
    page.follow("Add a part").submit("Save", title="Wellbeing", owner="nqsw")
    page.follow("Add a promise").submit("Save", title="A mentor", promise="From day one.")
    page.follow("Add a kind").submit("Save", one="visit", many="visits", done="made")
    page.follow("Add a way to end").submit("Save", words="Ended early")
    page.follow("Withdrawn").submit("Take it out of the draft")
    page.follow("Wellbeing").submit("One place earlier")
    db.session.expire_all()
    programme = db.session.get_one(OwnProgramme, own.id).programme
    assert [part.title for part in programme.reviews][-2:] == ["Wellbeing", "What happens next"]
    assert "withdrawn" not in programme.outcome_words
    page.follow("Add an item").submit(
        "Save", title="Visit to court", kind="own-1", owner="both", number="20", words="300"
    )
    assert "Only reflections, plans and self-assessments are written here" in page.text
    page.submit("Save", words="")
    assert "New: Visit to court, due week 20." in page.text


def test_a_kind_that_items_are_of_stays(browser, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    page = browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}/lists/kinds/review")
    page.submit("Take it out of the draft")
    assert "4 items are of this kind. Give them another kind first." in page.text


def test_what_a_change_upsets_elsewhere_is_listed_and_mended_by_its_links(browser, cast) -> None:
    own = a_draft(cast.coordinator)
    page = browser(as_=cast.coordinator).visit(f"/own-programmes/{own.id}/about")
    page.submit("Save", months="11")
    assert "do not hold together yet" in page.text
    assert "Publish it" not in page.text
    page.follow("Supervision: the last rhythm must end by month 11.")
    page.submit("Save", until_3="month 11")
    page.follow("Court work: the month must be between 1 and 11.")
    page.submit("Save", until_month="11")
    while "do not hold" in page.text or "does not hold" in page.text:
        page.follow("it is due outside its stage").submit("Save", unit="month", number="11")
    page.submit("Publish it")
    assert "published. People can be enrolled on it now." in page.text


def test_what_is_no_rule_and_no_list_is_no_page(browser, cast: Cast) -> None:
    own = a_draft(cast.coordinator)
    page = browser(as_=cast.coordinator)
    for path in ("rules/weather", "lists/weather/new", "lists/kinds/nothing"):
        assert page.visit(f"/own-programmes/{own.id}/{path}").status == 404
