"""Workload in points: the ceiling by month, and where a count stands against it."""

import pytest

from portal.teams.workload import Load, ceiling

RAMP = (50, 60, 70, 80, 90, 95)


@pytest.mark.parametrize(
    ("month", "points"), [(1, 50), (3, 70), (6, 95), (12, 95), (0, 50), (-3, 50)]
)
def test_the_ceiling_follows_the_ramp_and_stays_at_its_end(month, points):
    assert ceiling(90, RAMP, month) == points


def test_without_a_ramp_the_share_is_the_ceiling():
    assert ceiling(90, (), 3) == 90


@pytest.mark.parametrize(
    ("points", "most", "words"),
    [
        (None, 90, "Not counted yet"),
        (80, 90, "80 points, within the 90 agreed"),
        (90, 90, "90 points, within the 90 agreed"),
        (91, 90, "91 points, 1 point above the 90 agreed"),
        (104, 90, "104 points, 14 points above the 90 agreed"),
        (70, None, "70 points"),
    ],
)
def test_where_a_count_stands_is_said_in_words(points, most, words):
    assert Load(points, most).words == words
