"""The tree of units: every unit once, sums upwards, and no circle without an end."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from portal.people.structure import KINDS, Figures, lines, may_be_part_of, total


@dataclass(frozen=True)
class Row:
    id: UUID
    name: str
    kind: str
    parent_id: UUID | None = None


@st.composite
def organisations(draw: st.DrawFn) -> tuple[list[Row], dict[UUID, Figures]]:
    """Any units whatever, part of any others: old data may even hold a circle."""
    ids = [uuid4() for _ in range(draw(st.integers(0, 12)))]
    above = st.none() | st.sampled_from(ids) if ids else st.none()
    units = [
        Row(each, draw(st.sampled_from("abc")), draw(st.sampled_from(KINDS)), draw(above))
        for each in ids
    ]
    count = st.integers(0, 9)
    return units, {each: Figures(draw(count), draw(count), Decimal(draw(count))) for each in ids}


@given(organisations())
def test_every_unit_is_shown_once(organisation):
    units, figures = organisation
    shown = [line.unit.id for line in lines(units, figures)]
    assert sorted(shown) == sorted(unit.id for unit in units)


@given(organisations())
def test_the_sums_of_what_stands_at_the_top_are_the_sum_of_all(organisation):
    units, figures = organisation
    tops = total(line.whole for line in lines(units, figures) if line.depth == 0)
    assert tops == total(figures.values())


@given(organisations())
def test_what_is_part_of_a_unit_follows_it_and_counts_in_it(organisation):
    units, figures = organisation
    found = lines(units, figures)
    for place, line in enumerate(found):
        inside = []
        for other in found[place + 1 :]:
            if other.depth <= line.depth:
                break
            inside.append(figures[other.unit.id])
        assert line.whole == total([figures[line.unit.id], *inside])


def test_what_may_be_part_of_what():
    allowed = {(kind, of) for kind in KINDS for of in (None, *KINDS) if may_be_part_of(kind, of)}
    assert allowed == {
        ("directorate", None), ("service", None), ("service", "directorate"), ("team", None),
        ("team", "directorate"), ("team", "service"), ("team", "team"),
    }  # fmt: skip
