"""Who sees which view: one's own until shared, the assessor's once both have finished."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from portal.standards import comparing
from portal.standards.comparing import ASSESSOR, COORDINATOR, LOOKING_BACK, MANAGER, OWN, SELF
from tests.conftest import NOW
from tests.factories.standards import PQS


@dataclass(frozen=True)
class View:
    view: str
    point: str = "beginning"
    framework_key: str = PQS.key
    finished_at: datetime | None = NOW
    shared_at: datetime | None = None
    words: dict[str, str] = field(default_factory=dict)


OTHERS = (ASSESSOR, MANAGER, COORDINATOR)


@pytest.mark.parametrize("reader", OTHERS)
def test_ones_own_view_is_ones_own_until_it_is_shared(reader):
    views = [View(OWN), View(ASSESSOR)]
    assert not comparing.is_visible(views[0], views, reader)
    assert comparing.is_visible(views[0], views, SELF)


@pytest.mark.parametrize(("reader", "sees"), [(ASSESSOR, True), (MANAGER, True), (COORDINATOR, False)])  # fmt: skip
def test_a_shared_view_is_for_assessor_and_manager_and_not_for_the_coordinator(reader, sees):
    views = [View(OWN, shared_at=NOW), View(ASSESSOR)]
    assert comparing.is_visible(views[0], views, reader) is sees


def test_the_assessor_reads_a_shared_view_only_once_their_own_is_finished():
    views = [View(OWN, shared_at=NOW), View(ASSESSOR, finished_at=None)]
    assert not comparing.is_visible(views[0], views, ASSESSOR)


@pytest.mark.parametrize("reader", [SELF, MANAGER, COORDINATOR])
def test_the_assessors_view_is_shown_once_both_have_finished(reader):
    alone = [View(ASSESSOR)]
    assert not comparing.is_visible(alone[0], alone, reader)
    draft = [View(ASSESSOR), View(OWN, finished_at=None)]
    assert not comparing.is_visible(draft[0], draft, reader)
    elsewhere = [View(ASSESSOR), View(OWN, point="middle")]
    assert not comparing.is_visible(elsewhere[0], elsewhere, reader)
    both = [View(ASSESSOR), View(OWN)]
    assert comparing.is_visible(both[0], both, reader)


def test_columns_stand_in_the_order_of_the_year_and_drafts_stay_away():
    views = [
        View(OWN, "end"), View(ASSESSOR, "beginning"), View(OWN, "middle", finished_at=None),
        View(LOOKING_BACK), View(OWN, words={"law": "with-help", "gone": "not-yet"}),
    ]  # fmt: skip
    shown = comparing.columns(PQS, views, SELF, "you")
    assert [column.heading for column in shown] == [
        "Beginning, you", "Beginning, assessor", "Beginning, looking back", "End, you",
    ]  # fmt: skip
    assert shown[0].cells == {"law": comparing.Cell("With help", 2, 4)}


def test_the_next_point_is_the_first_without_a_finished_view():
    assert comparing.next_point([], PQS.key, OWN) == "beginning"
    assert comparing.next_point([View(OWN)], PQS.key, OWN) == "middle"
    assert comparing.next_point([View(OWN, p) for p in comparing.POINTS], PQS.key, OWN) is None
