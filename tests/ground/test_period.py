"""One notion of a dated period."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from portal.database import db
from portal.people.models import RoleHeld
from portal.period import covers, overlaps

FIRST = date(2026, 2, 20)
WEEKS = [FIRST + timedelta(days=n) for n in range(30)]  # over the end of February
DAYS = st.sampled_from(WEEKS)


@dataclass(frozen=True)
class Span:
    """A period on its own."""

    started_on: date
    ended_on: date | None


SPANS = st.builds(
    lambda start, length: Span(start, None if length is None else start + timedelta(days=length)),
    DAYS,
    st.none() | st.integers(0, 12),
)
LATER = [WEEKS[-1] + timedelta(days=n) for n in range(1, 30)]


@given(SPANS, SPANS)
def test_overlapping_is_the_same_from_both_sides(one, other):
    assert overlaps(one, other) == overlaps(other, one)


@given(SPANS, SPANS)
def test_two_periods_overlap_when_some_day_is_covered_by_both(one, other):
    shared = any(covers(one, day) and covers(other, day) for day in WEEKS + LATER)
    assert overlaps(one, other) == shared


@given(SPANS)
def test_a_period_covers_its_first_and_its_last_day_and_nothing_beyond(span):
    assert covers(span, span.started_on)
    assert not covers(span, span.started_on - timedelta(days=1))
    if span.ended_on is not None:
        assert covers(span, span.ended_on)
        assert not covers(span, span.ended_on + timedelta(days=1))
    else:
        assert covers(span, date.max)


@given(SPANS)
def test_a_period_overlaps_itself_and_neither_its_eve_nor_its_morrow(span):
    assert overlaps(span, span)
    eve = span.started_on - timedelta(days=1)
    assert not overlaps(span, Span(eve, eve))
    if span.ended_on is not None:
        assert not overlaps(span, Span(span.ended_on + timedelta(days=1), None))


@given(SPANS, DAYS)
def test_the_mixin_says_the_same_as_the_rules(span, day):
    held = RoleHeld(started_on=span.started_on, ended_on=span.ended_on)
    assert held.covers(day) == covers(span, day)
    assert held.overlaps(Span(day, day)) == covers(span, day)


def test_the_database_picks_the_rows_that_the_rule_picks(app, cast):
    """On both engines, for every day round the edges."""
    spans = [Span(WEEKS[n], None if n % 4 == 0 else WEEKS[n + n % 4 - 1]) for n in range(1, 20)]
    for span in spans:
        db.session.add(RoleHeld(
            organisation_id=cast.hr.organisation_id, person_id=cast.hr.id, role="panel",
            started_on=span.started_on, ended_on=span.ended_on,
        ))  # fmt: skip
    db.session.flush()
    for day in WEEKS:
        rows = select(RoleHeld.started_on, RoleHeld.ended_on).where(
            RoleHeld.role == "panel", RoleHeld.person_id == cast.hr.id, RoleHeld.covering(day)
        )
        found = {tuple(row) for row in db.session.execute(rows)}
        assert found == {(s.started_on, s.ended_on) for s in spans if covers(s, day)}
