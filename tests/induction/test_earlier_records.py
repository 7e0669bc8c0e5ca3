"""What took place before the portal comes from a spreadsheet: looked at first, then all at once."""

import io
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.clock import today
from portal.database import db
from portal.induction import earlier, operations, policies, queries
from portal.induction.models import EarlierRecord
from portal.notices.models import Notice
from portal.people.staff_list import reading
from tests.factories.agreements import a_review
from tests.factories.induction import ASYE, an_induction, item_of
from tests.induction.test_statements import MOST_FOR_A_SAVED_FORM

PAGE = "/inductions/earlier-records"
HEADINGS = "Work e-mail\tKind\tDate\tBy whom\tWhich one\n"


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def rows(text: str) -> list[earlier.Row]:
    table = reading.read((HEADINGS + text).encode(), lambda cells: len(earlier.where(cells)))
    return earlier.rows_of(table, today())


def found(cast, text: str) -> list[queries.Brought]:
    return queries.earlier_found(cast.coordinator.organisation_id, rows(text))


def bring_in(cast, text: str, source: str = "Tracker 2026") -> int:
    ready = queries.added(found(cast, text))
    number = operations.bring_in_earlier_records(cast.coordinator, ready, source=source)
    db.session.flush()
    return number


def states(cast, text: str) -> list[str]:
    return [each.finding.state for each in found(cast, text)]


def line(cast, *cells: str) -> str:
    return "\t".join((cast.nqsw.email, *cells)) + "\n"


def test_every_kind_of_a_programme_is_known_by_its_words():
    called = earlier.kinds_of(ASYE)
    words = ("review", "direct observation", "observations", "agreement", "hand-over")
    assert [called.get(word) for word in words] == [
        "review", "observation", None, "agreement", "hand_over",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("Review", "31/02/2026"), "not a date that exists"),
        (("Review", ""), "It says no date"),
        (("", "1/9/2026"), "It says no kind"),
        (("Court report", "1/9/2026"), "is no kind that the programme knows. Write: "),
        (("Review", "1/6/2026"), "The year began on 29 June 2026"),
        (("Review", "1/3/2027"), "This day has not come yet"),
        (("Review", "1/9/2026", "a" * 121), "Give names only"),
        (("Review", "1/9/2026", "", "Ninth review"), "Nothing called Ninth review"),
    ],
)
def test_a_row_that_cannot_be_brought_in_says_why_and_what_to_do(cast, year, cells, why):
    [one] = found(cast, line(cast, *cells))
    assert one.finding.state == earlier.REFUSED
    assert why in one.finding.sentence


def test_nobody_of_another_organisation_or_without_a_year_is_meant(cast, year):
    text = f"{cast.harbour_nqsw.email}\tReview\t1/9/2026\n{cast.worker.email}\tReview\t1/9/2026\n"
    said = [each.finding.sentence for each in found(cast, text)]
    assert said[0] == "Nobody who works here has this staff number or e-mail."
    assert "Enrol them first" in said[1]


def test_each_record_is_held_as_the_item_that_fits_its_day(cast, year):
    text = (
        line(cast, "Direct observation", "1/10/2026", "Dan Okoro")
        + line(cast, "Direct observation", "19/8/2026", "Nadia Bell")
        + line(cast, "Review", "25/9/2026", "Dan Okoro")
        + line(cast, "Support and assessment agreement", "6/7/2026")
    )
    assert bring_in(cast, text) == 4
    held = {item.code: item.held_on for item in queries.items_of(year) if item.held_on}
    assert held == {
        "agreement": date(2026, 7, 6),
        "observation-1": date(2026, 8, 19),
        "observation-2": date(2026, 10, 1),
        "review-3": date(2026, 9, 25),
    }
    kept = db.session.query(EarlierRecord).filter_by(kind="observation").all()
    assert {one.by_whom for one in kept} == {"Dan Okoro", "Nadia Bell"}


def test_the_item_that_a_row_names_is_the_one_that_counts(cast, year):
    text = line(cast, "Review", "25/9/2026", "", item_of(year, "review-6").title)
    bring_in(cast, text)
    assert item_of(year, "review-6").held_on == date(2026, 9, 25)
    assert year.next_on == queries.next_items([year])[year.id].on_day


def test_what_the_programme_does_not_ask_for_is_kept_as_a_fact(cast, year):
    bring_in(cast, line(cast, "Hand-over", "1/9/2026", "Nadia Bell"))
    [one] = queries.earlier_records_of(year)
    assert (one.title, one.item_id, one.by_whom) == ("Hand-over", None, "Nadia Bell")


def test_twice_is_once(cast, year):
    one = line(cast, "Review", "25/9/2026", "Dan Okoro")
    assert states(cast, one + one) == ["added", "unchanged"]
    bring_in(cast, one + one)
    assert states(cast, one) == ["unchanged"]
    assert db.session.query(EarlierRecord).count() == 1


def test_what_is_written_or_held_here_is_left_alone(cast, year):
    a_review(year, by=cast.assessor)
    operations.record_item_held(cast.assessor, item_of(year, "observation-1"), date(2026, 8, 19))
    db.session.flush()
    text = line(cast, "Direct observation", "19/8/2026") + line(cast, "Review", "25/9/2026")
    same, other = found(cast, text)
    assert same.finding.state == earlier.UNCHANGED
    assert other.finding.item is not item_of(year, "review-3")


def test_what_was_ticked_as_happened_gets_its_source(cast, year):
    year.taken_on_on = date(2026, 11, 2)
    item = item_of(year, "review-3")
    item.earlier = "not known"
    bring_in(cast, line(cast, "Review", "25/9/2026"))
    assert (item.earlier, item.held_on) == ("happened", date(2026, 9, 25))


def test_the_person_is_told_once_and_nothing_names_them_in_the_trail(cast, year):
    text = line(cast, "Review", "25/9/2026", "Nadia Bell")
    bring_in(cast, text + line(cast, "Hand-over", "1/9/2026", "Nadia Bell"))
    told = db.session.query(Notice).filter(Notice.text.contains("from before the portal")).all()
    assert [one.person_id for one in told] == [cast.nqsw.id]
    entries = [e for e in db.session.query(AuditEntry) if "earlier" in e.action]
    assert [e.particulars for e in entries] == [{"records": 2}]


def test_a_wrong_record_is_taken_back_and_its_item_waits_again(browser, cast, year):
    bring_in(cast, line(cast, "Review", "25/9/2026"))
    hers = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/earlier-records")
    assert "Tracker 2026" in hers.text
    assert "Take it back" not in hers.text
    page = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/earlier-records")
    page.submit("Take it back")
    assert "Nothing from before the portal was brought in" in page.text
    assert item_of(year, "review-3").held_on is None


def test_only_the_coordinator_brings_records_in(cast):
    who = [name for name, one in vars(cast).items() if policies.bring_in_earlier_records(one)]
    assert who == ["coordinator"]


def test_pasted_cells_are_looked_at_and_then_brought_in(browser, cast, year):
    page = browser(as_=cast.coordinator).visit("/inductions")
    page.follow("Bring in earlier agreements, observations and reviews")
    text = (
        HEADINGS
        + line(cast, "Review", "25/9/2026", "Dan Okoro")
        + "x@y.example\tReview\t1/9/2026\n"
    )
    page.submit("Look at the rows", rows=text, source="Tracker 2026")
    assert "Of 2 rows, 1 will be added, 1 is left out; each says why." in page.text
    assert "Nobody who works here has this staff number or e-mail." in page.text
    assert db.session.query(EarlierRecord).count() == 0
    page.submit("Bring in 1 record")
    assert "1 record brought in. The people are told. 1 row left out." in page.text
    hers = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/reviews")
    assert "Friday 25 September 2026, by Dan Okoro. From “Tracker 2026”" in hers.text


def test_a_file_is_read_and_named_and_a_second_press_adds_nothing(browser, cast, year):
    mine = browser(as_=cast.coordinator).visit(PAGE)
    content = (HEADINGS + line(cast, "Review", "25/9/2026")).encode()
    given = {"csrf_token": mine.token(), "form_key": "k"}
    fields = given | {"file": (io.BytesIO(content), "C tracker.csv"), "bring_in": "yes"}
    assert mine.send("post", PAGE, data=fields).status_code == 303
    [one] = db.session.query(EarlierRecord)
    assert one.source == "C tracker.csv"
    mine.post(PAGE, rows=content.decode(), bring_in="yes", form_key="another")
    assert db.session.query(EarlierRecord).count() == 1
    assert "1 is here already" in mine.text


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"PK\x03\x04 no zip", b"%PDF-1.7", b"Name,Colour\nWren,blue\n",
     b"Work e-mail,Kind,Date\n" + b"a@b.example,Review,1/9/2026\n" * 1001],
)  # fmt: skip
def test_a_file_that_is_no_list_is_answered_with_a_sentence(browser, cast, year, content):
    mine = browser(as_=cast.coordinator).visit(PAGE)
    given = {"csrf_token": mine.token(), "form_key": "k", "source": "My tracker"}
    answer = mine.send("post", PAGE, data=given | {"file": (io.BytesIO(content), "list.xlsx")})
    assert answer.status_code == 422
    assert "My tracker" in answer.text
    assert answer.text.count('href="#file"') == 1
    assert 'href="#rows"' not in answer.text


def test_a_list_of_any_length_is_told_how_many_rows_it_may_have(browser, cast):
    mine = browser(as_=cast.coordinator).visit(PAGE)
    content = b"Work e-mail,Kind,Date\n" + b"a,b,c\n" * 50_001
    given = {"csrf_token": mine.token(), "file": (io.BytesIO(content), "list.csv")}
    answer = mine.send("post", PAGE, data=given)
    assert "at most 1,000 rows at once" in answer.text
    assert "50,000" not in answer.text


def test_the_template_has_the_headings_that_are_read(browser, cast):
    answer = browser(as_=cast.coordinator).send("get", f"{PAGE}/template")
    headings = answer.get_data(as_text=True).lstrip("\ufeff").strip().split(",")
    assert len(earlier.where(headings)) == len(headings) == 5


def test_bringing_in_costs_the_same_for_one_and_for_many(browser, cast, year, statements):
    mine = browser(as_=cast.coordinator)
    costs = []
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    days = [f"{day}/9/2026" for day in range(1, 20)]
    for some in (["25/8/2026"], days):
        text = HEADINGS + "".join(line(cast, "Direct observation", day) for day in some)
        fields = {"csrf_token": mine.token(), "rows": text, "bring_in": "yes", "form_key": some[0]}
        mine.send("get", PAGE)
        statements.clear()
        assert mine.send("post", PAGE, data=fields).status_code == 303
        costs.append(len(statements))
    assert costs[1] <= costs[0] <= MOST_FOR_A_SAVED_FORM + more
