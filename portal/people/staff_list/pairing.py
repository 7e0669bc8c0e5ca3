"""Pairing: which post in the portal each row of a file speaks of.

Rows that say nothing otherwise come first, as many of them as there can be, so that a list brought
in again finds everything as it left it. Then place and start, then the place alone, and last the
one post that is left where one row is. A post that somebody acts up in is found by its place only:
payroll often does not know of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from portal.people.staff_list.cells import number_key
from portal.people.staff_list.facts import POST_LABELS, PostFacts
from portal.people.staff_list.held import HeldPost
from portal.people.staff_list.rows import StaffRow

# Beyond so many posts in one place they are taken in their order.
MOST_WEIGHED = 30
WEIGHED = tuple(name for name in POST_LABELS if name not in ("unit", "started_on", "ended_on"))
Pairs = dict[int, HeldPost]
Fits = Callable[[PostFacts, HeldPost], bool]


def paired(rows: Sequence[StaffRow], held: Iterable[HeldPost], as_at: date) -> Pairs:
    """The held post of each row, by row number; `held` are the posts of the same person."""
    return _Pairing(rows, held, as_at).pairs()


def is_over(said: PostFacts, day: date) -> bool:
    """Whether the file has the post as ended before this day."""
    return said.ended_on is not None and said.ended_on < day


def _with_manager_as_said(row: StaffRow) -> PostFacts:
    said = row.manager_number
    return replace(row.post, manager=number_key(said)) if said else row.post


class _Pairing:
    """Goes from the surest sign to the weakest; every post is found once."""

    def __init__(self, rows: Sequence[StaffRow], held: Iterable[HeldPost], as_at: date) -> None:
        self.as_at = as_at
        self.rows = {row.number: _with_manager_as_said(row) for row in rows}
        self.is_anybodys = any(row.key for row in rows)
        posts = list(held)
        self.held = dict(enumerate(sorted(posts, key=self._order) if len(posts) > 1 else posts))
        self.found: dict[int, int] = {}

    def pairs(self) -> Pairs:
        for fits in (self._says_the_same, self._has_place_and_start, self._has_place):
            for numbers, ids in self._by_place():
                self._match(numbers, ids, fits)
        self._match_what_is_left()
        return {number: self.held[post] for number, post in self.found.items()}

    def _order(self, post: HeldPost) -> tuple[int, int, str]:
        """Posts of today first, those to come next, then the past from its end."""
        is_past, is_coming = not post.is_open(self.as_at), post.first_day > self.as_at
        return 2 * is_past + is_coming, -post.first_day.toordinal(), repr(post.facts)

    def _by_place(self) -> Iterator[tuple[list[int], list[int]]]:
        """The rows and the posts that are not paired yet, place by place."""
        taken = set(self.found.values())
        posts: dict[object, list[int]] = defaultdict(list)
        for post, one in self.held.items():
            if post not in taken:
                posts[one.facts.place].append(post)
        rows: dict[object, list[int]] = defaultdict(list)
        for number, said in self.rows.items():
            if number not in self.found and posts.get(said.place):
                rows[said.place].append(number)
        for place, numbers in rows.items():
            yield numbers, posts[place]

    def _match(self, numbers: list[int], posts: list[int], fits: Fits) -> None:
        if max(len(numbers), len(posts)) > MOST_WEIGHED:
            return self._match_in_order(numbers, posts, fits)
        self.found |= most_pairs({each: self._choices(each, posts, fits) for each in numbers})

    def _choices(self, number: int, posts: list[int], fits: Fits) -> list[int]:
        """The posts that this row may speak of, the most alike first."""
        fitting = [post for post in posts if fits(self.rows[number], self.held[post])]
        return sorted(fitting, key=lambda post: -self._likeness(number, post))

    def _match_in_order(self, numbers: list[int], posts: list[int], fits: Fits) -> None:
        left = dict.fromkeys(posts)
        for number in numbers:
            post = next((one for one in left if fits(self.rows[number], self.held[one])), None)
            if post is not None:
                self.found[number] = post
                del left[post]

    def _match_what_is_left(self) -> None:
        """One row and one post of a person: the same post, in another place."""
        if not self.is_anybodys:
            return
        rows = [
            number
            for number, said in self.rows.items()
            if number not in self.found and not is_over(said, self.as_at)
        ]
        taken = set(self.found.values())
        left = [
            post
            for post, one in self.held.items()
            if post not in taken and one.is_open(self.as_at) and not one.basis
        ]
        left = [post for post in left if self.held[post].first_day <= self.as_at] or left
        if len(rows) == len(left) == 1:
            self.found[rows[0]] = left[0]

    def _likeness(self, number: int, post: int) -> int:
        """How many known facts are the same, less those that are otherwise."""
        said, held = self.rows[number], self.held[post].facts
        pairs = [(getattr(said, name), getattr(held, name)) for name in WEIGHED]
        return sum(0 if None in pair else 1 if pair[0] == pair[1] else -1 for pair in pairs)

    def _says_the_same(self, said: PostFacts, held: HeldPost) -> bool:
        """So that two posts in one place from one day are never taken for each other."""
        return (
            self._has_place_and_start(said, held)
            and all(
                getattr(said, name) in (None, getattr(held.facts, name))
                for name in WEIGHED
                if name not in ("job_title", "manager")
            )
            and said.ended_on in (None, held.facts.ended_on)
            and (said.ended_on is not None or held.is_open(self.as_at))
        )

    def _has_place_and_start(self, said: PostFacts, held: HeldPost) -> bool:
        if said.started_on is None:
            return held.is_open(self.as_at)
        return said.started_on in (held.counts_from, held.facts.started_on)

    def _has_place(self, said: PostFacts, held: HeldPost) -> bool:
        goes_on = said.ended_on is None or said.ended_on >= held.counts_from
        return held.is_open(self.as_at) and goes_on


def most_pairs(choices: dict[int, list[int]]) -> dict[int, int]:
    """As many pairs as can be, each side once: what is chosen first gives way when it can.

    `choices` are what each may be paired with, best first. (Matching in a graph of two sides by
    paths that free a place: Kuhn, 1955.)
    """
    owner: dict[int, int] = {}

    def place(number: int, seen: set[int]) -> bool:
        for post in choices[number]:
            if post not in seen:
                seen.add(post)
                if post not in owner or place(owner[post], seen):
                    owner[post] = number
                    return True
        return False

    for number in choices:
        place(number, set())
    return {number: post for post, number in owner.items()}
