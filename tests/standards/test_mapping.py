"""Moving from one framework to another: no evidence is lost, twice is once, undone is as before."""

from hypothesis import given
from hypothesis import strategies as st

from portal.standards import frameworks, mapping
from portal.standards.frameworks import Move

OLD = [f"old-{n}" for n in range(6)]
NEW = [f"new-{n}" for n in range(5)]
moves = st.builds(
    lambda to: Move("old", "new", {key: tuple(dict.fromkeys(t)) for key, t in to.items()}),
    st.fixed_dictionaries({key: st.lists(st.sampled_from(NEW), max_size=3) for key in OLD}),
)
pieces = st.integers(0, 12)
old_marks = st.sets(st.tuples(pieces, st.sampled_from(OLD)), max_size=40)
new_marks = st.sets(st.tuples(pieces, st.sampled_from(NEW)), max_size=20)


@given(moves, old_marks, new_marks)
def test_every_piece_is_under_every_counterpart_afterwards(move, old, new):
    after = new | set(mapping.carried(old, new, move))
    for piece, key in old:
        assert all((piece, target) in after for target in move.carries[key])


@given(moves, old_marks, new_marks)
def test_nothing_is_added_that_no_old_mark_carries(move, old, new):
    for piece, key in mapping.carried(old, new, move):
        assert any(one == piece and key in move.carries[was] for one, was in old)
        assert (piece, key) not in new


@given(moves, old_marks, new_marks)
def test_moving_twice_is_moving_once(move, old, new):
    once = new | set(mapping.carried(old, new, move))
    assert mapping.carried(old, once, move) == []


@given(moves, old_marks, new_marks)
def test_undoing_gives_back_what_was_there(move, old, new):
    added = mapping.carried(old, new, move)
    assert len(added) == len(set(added))
    assert (new | set(added)) - set(added) == new


@given(moves, old_marks)
def test_the_preview_counts_what_is_there_and_says_what_stays(move, old):
    here = mapping.by_standard(old)
    counts = {key: len(pieces) for key, pieces in here.items()}
    pqs = frameworks.known("pqs-child-and-family-2018")
    ecs = frameworks.known("ecs-child-and-family-2027")
    real = frameworks.moves_from(pqs.key)[0]
    rows = mapping.preview({"law": 3, **counts}, pqs, ecs, real)
    law = next(row for row in rows if row.title.startswith("The law"))
    assert (law.to, law.pieces) == ((), 3)
    assert len(rows) == len(pqs.standards)


def test_the_oldest_standards_reach_the_newest_through_those_between():
    moves = [frameworks.moves_from(key)[0] for key in ("cwdc-outcomes-2008", "pqs-child-and-family-2018")]  # fmt: skip
    whole = mapping.chain(moves)
    assert (whole.from_key, whole.to_key) == ("cwdc-outcomes-2008", "ecs-child-and-family-2027")
    assert whole.carries["relationships"] == ("relationships", "intervention")
    assert whole.carries["formal-meetings"] == ()
