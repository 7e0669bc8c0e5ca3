"""Lists a page at a time: nobody left out, nobody twice, whatever the mark says."""

import base64
import json
from datetime import UTC, datetime, timedelta
from urllib.parse import quote
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Person, Unit
from portal.web.filters import url_with
from portal.web.lists import capped_count, page_of

OFTEN = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
KEYS = {
    "words": [Person.sort_key, Person.id],
    "moments": [Notice.told_at, Notice.id],
    "numbers": [Notice.tries, Notice.id],
}


def walk(statement, keys, size, descending=False):
    """Every page of a list, joined."""
    after, rows = None, []
    while True:
        page = page_of(statement, keys=keys, after=after, size=size, descending=descending)
        assert page.first == (after is None)
        assert len(page.rows) <= size
        rows += page.rows
        if page.next is None:
            return rows
        assert len(page.rows) == size
        after = page.next


def mark(*values):
    """A mark as the page itself would write it."""
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@OFTEN
@given(
    minutes=st.lists(st.integers(0, 4), max_size=12),
    size=st.integers(1, 5),
    descending=st.booleans(),
)
def test_the_pages_joined_are_the_whole_list_in_order(app, cast, minutes, size, descending):
    """Also where many rows share the first key."""
    start = datetime(2026, 11, 26, 9, tzinfo=UTC)
    db.session.query(Notice).delete()
    for minute in minutes:
        told_at = start + timedelta(minutes=minute, microseconds=minute)
        db.session.add(Notice(organisation_id=cast.hr.organisation_id, person_id=cast.hr.id,
                              text="A", told_at=told_at))  # fmt: skip
    db.session.flush()
    rows = walk(select(Notice), KEYS["moments"], size, descending)
    expected = sorted(db.session.query(Notice), key=lambda n: (n.told_at, n.id.hex))
    assert rows == (expected[::-1] if descending else expected)
    db.session.rollback()


def test_people_are_listed_by_name_in_both_directions(app, cast):
    everybody = select(Person).where(Person.organisation_id == cast.hr.organisation_id)
    forward = walk(everybody, KEYS["words"], 4)
    assert forward == walk(everybody, KEYS["words"], 4, descending=True)[::-1]
    assert [p.sort_key for p in forward] == sorted(p.sort_key for p in forward)
    assert len(forward) == 13


def test_rows_of_several_columns_come_as_tuples_without_the_keys(app, cast):
    names = select(Person.given_names, Person.base)
    page = page_of(names, keys=KEYS["words"], size=2)
    assert all(len(row) == 2 for row in page.rows)
    assert page_of(select(Person.given_names), keys=KEYS["words"], size=1).rows[0] == "Rosa"


def test_an_order_of_the_statement_itself_is_put_aside(app, cast):
    ordered = select(Person).order_by(Person.base.desc(), Person.id)
    assert walk(ordered, KEYS["words"], 3) == walk(select(Person), KEYS["words"], 50)


def test_rows_that_come_and_go_meanwhile_move_nobody_else(app, cast):
    everybody = select(Person).where(Person.organisation_id == cast.hr.organisation_id)
    first = page_of(everybody, keys=KEYS["words"], size=5)
    rest = walk(everybody, KEYS["words"], 50)[5:]
    db.session.add(Person(organisation_id=cast.hr.organisation_id, given_names="Al",
                          family_name="Aardvark"))  # fmt: skip
    db.session.flush()
    assert list(page_of(everybody, keys=KEYS["words"], after=first.next).rows) == rest


TAMPERED = [
    "x", "%", "====", "e30", "W10", "bnVsbA", "\x00", "é", "\ud800", "A" * 1001, "W" * 999,
    mark(), mark("a"), mark("a", "b"), mark("a", 1), mark(1, str(UUID(int=1))), mark(None, None),
    mark("a", str(UUID(int=1)), "c"), mark({"a": 1}, []), mark("a\x00", UUID(int=1).hex),
    mark("\ud800", UUID(int=1).hex), mark(True, UUID(int=1).hex), mark(1.5, UUID(int=1).hex),
    mark(2**63, UUID(int=1).hex), mark(-(10**400), UUID(int=1).hex), mark(2**31 + 1, UUID(int=1).hex),
    mark("9999-12-31T23:59:59-14:00", UUID(int=1).hex), mark("0001-01-01T00:00:00+14:00", UUID(int=1).hex),
    mark("2026-11-26T09:00:00", UUID(int=1).hex), mark("2026-02-30", UUID(int=1).hex),
    base64.urlsafe_b64encode(b"[" * 700).decode(), base64.urlsafe_b64encode(b"[NaN, Infinity]").decode(),
    base64.urlsafe_b64encode(b"\xff\xfe").decode(),
]  # fmt: skip


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
@pytest.mark.parametrize("after", TAMPERED, ids=lambda mark: ascii(mark)[:30])
def test_a_mark_that_was_tampered_with_begins_again_or_ends(app, cast, after, keys):
    page = page_of(select(keys[0].class_), keys=keys, after=after)
    assert page.first or page.next is None


@OFTEN
@given(
    after=st.text(max_size=80)
    | st.binary(max_size=60).map(lambda b: base64.urlsafe_b64encode(b).decode())
)
@example("")
def test_no_mark_at_all_makes_a_list_fail(app, cast, after):
    page_of(select(Person), keys=KEYS["words"], after=after)


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.datetimes().map(datetime.isoformat) | st.uuids().map(str),
    lambda inner: st.lists(inner, max_size=3), max_leaves=4,
)  # fmt: skip


@OFTEN
@given(values=st.lists(JSONISH, min_size=2, max_size=2))
def test_a_well_formed_mark_with_any_values_makes_no_list_fail(app, cast, values):
    for keys in KEYS.values():
        page_of(select(keys[0].class_), keys=keys, after=mark(*values))


@pytest.mark.parametrize(("cap", "counted"), [(1, (1, True)), (16, (16, True)), (17, (17, False)), (18, (17, False))])  # fmt: skip
def test_a_count_stops_at_its_cap_and_says_so(app, cast, cap, counted):
    assert capped_count(select(Person), cap=cap) == counted


def test_a_count_of_nothing_is_nothing(app, cast):
    assert capped_count(select(Unit).where(Unit.name == "nowhere")) == (0, False)


def test_a_mark_from_the_address_never_makes_a_page_fail(browser, cast):
    page = browser(as_=cast.hr)
    for after in TAMPERED:
        page.visit(f"/notices?after={quote(after, errors='surrogatepass')}")
        assert page.status == (400 if "\x00" in after else 200)


@pytest.mark.parametrize(
    "name", ["endpoint", "_method", "_external", "_scheme", "_anchor", "unit_id", "values", "self"]
)
def test_a_pager_takes_any_word_of_the_address_for_a_filter(planted, name):
    """T35: no word of a reader steers where the links of a list lead."""
    path = "/planted/units/00000000-0000-0000-0000-000000000000"
    with planted.test_request_context(f"{path}?{name}=javascript&q=a+b"):
        assert url_with(after="k") == f"{path}?{name}=javascript&q=a+b&after=k"
        assert url_with(after=None, **{name: None, "q": None}) == path
