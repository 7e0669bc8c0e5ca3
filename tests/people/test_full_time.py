"""Posts that share days come to full time at most, looked at day by day."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.people.posts.objections import more_than_full_time
from portal.period import covers

pytestmark = pytest.mark.once
FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class Share:
    started_on: date
    ended_on: date | None
    fte: Decimal | None
    basis: str


shares = st.builds(
    lambda begins, lasts, fte, basis: Share(
        FIRST + timedelta(days=begins),
        None if lasts is None else FIRST + timedelta(days=begins + lasts),
        fte and Decimal(fte) / 10,
        basis,
    ),
    st.integers(0, 40), st.none() | st.integers(0, 40), st.none() | st.integers(1, 10),
    st.sampled_from(["", "", "", "acting up", "secondment"]),
)  # fmt: skip


@given(shares, st.lists(shares, max_size=4))
def test_a_post_is_too_much_where_the_shares_of_some_day_of_it_come_to_more_than_one(
    post: Share, others: list[Share]
) -> None:
    def share_on(day: date) -> Decimal:
        own = [each for each in others if not each.basis and each.fte and covers(each, day)]
        return (
            sum((each.fte for each in own if each.fte), post.fte or Decimal(0))
            if own
            else Decimal(0)
        )

    days = [FIRST + timedelta(days=n) for n in range(90)]
    expected = (
        bool(post.fte)
        and not post.basis
        and any(covers(post, day) and share_on(day) > 1 for day in days)
    )
    assert more_than_full_time(post, others) == expected
