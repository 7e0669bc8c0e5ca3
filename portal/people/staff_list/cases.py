"""Cases: one person of the file, with what becomes of each of their posts and of themself.

Whoever left by a list and is shown in a post again comes back; whoever left by somebody's hand only
in a post that begins later, for payroll may not know yet. When every post of somebody has ended, as
the file says it, they left with the last of them. A post that the file leaves out ends only when
the file names everybody, and never one that somebody acts up in, that is still to begin, or that
the portal moved them to while payroll shows the one before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from portal.people.staff_list.facts import PostFacts
from portal.people.staff_list.held import HeldPerson, HeldPost
from portal.people.staff_list.pairing import Pairs, is_over, paired
from portal.people.staff_list.posts import PostOutcome, outcome
from portal.people.staff_list.rows import StaffRow
from portal.people.staff_list.terms import Terms

ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class Case:
    """A person of the file. `absent` are posts that end because no row speaks of them."""

    rows: list[StaffRow]
    held: HeldPerson | None
    pairs: Pairs
    returns: bool = False
    outcomes: dict[int, PostOutcome] = field(default_factory=dict)
    absent: list[HeldPost] = field(default_factory=list)
    leaves_on: date | None = None

    def others(self) -> Iterator[HeldPost]:
        """The held posts that no row speaks of and that stay as they are."""
        paired_with = {post.id for post in self.pairs.values()} | {post.id for post in self.absent}
        for post in self.held.posts if self.held else ():
            if post.id not in paired_with:
                yield post

    def results(self) -> Iterator[PostFacts]:
        """Every post as it is in the end, but for those that end by their absence."""
        for each in self.outcomes.values():
            if each.result is not None:
                yield each.result
        for post in self.others():
            yield post.facts


def case_of(
    rows: Sequence[StaffRow], held: HeldPerson | None, terms: Terms, *, is_whole: bool
) -> Case:
    """What becomes of a person. `is_whole`: whether none of their rows is refused."""
    case = Case(list(rows), held, paired(rows, held.posts if held else (), terms.as_at))
    case.returns = _is_back(rows, held, terms)
    decide(case, rows, terms)
    if is_whole and terms.is_everyone:
        case.absent = _absent(case, terms)
    if is_whole and not case.returns and (held is None or held.is_here(terms.as_at)):
        case.leaves_on = _leaves_on(case, terms)
    return case


def _is_back(rows: Sequence[StaffRow], held: HeldPerson | None, terms: Terms) -> bool:
    """Whether somebody who has left is shown in a post that brings them back, and their access."""
    if held is None or held.left_on is None or held.is_here(terms.as_at):
        return False
    live = [row.post.started_on for row in rows if not is_over(row.post, terms.as_at)]
    if held.was_written_down_leaving:
        return any(start is not None and start > held.left_on for start in live)
    return bool(live)


def decide(case: Case, rows: Sequence[StaffRow], terms: Terms) -> None:
    """Work out what becomes of the posts of these rows, of which the managers may be new."""
    open_beside = [
        post
        for post in (case.held.posts if case.held else ())
        if post.is_open(terms.as_at) and not post.basis
    ]
    is_gone = case.held is not None and not case.held.is_here(terms.as_at)
    goes_on = case.returns or not (open_beside or is_gone)
    case.rows = list(rows)
    case.outcomes = {}
    for row in rows:
        pair = case.pairs.get(row.number)
        found = outcome(
            row.post,
            pair,
            terms,
            goes_on=goes_on,
            has_left=case.returns,
            is_followed=pair is not None and _is_followed(pair, case),
        )
        case.outcomes[row.number] = _within_their_time(found, case)


def _is_followed(post: HeldPost, case: Case) -> bool:
    """Whether another post of the person begins the day after this one."""
    ended = post.facts.ended_on
    others = case.held.posts if case.held and ended else ()
    return any(ended and one.first_day == ended + ONE_DAY for one in others)


def is_absent(post: HeldPost, terms: Terms) -> bool:
    """Whether a post that a list of everybody leaves out ends by that."""
    return post.is_open(terms.as_at) and post.first_day < terms.as_at


def _within_their_time(found: PostOutcome, case: Case) -> PostOutcome:
    """No post of somebody whose last day is known goes on after that day."""
    last = case.held.left_on if case.held and not case.returns else None
    if last is None:
        return found
    ends = found.correction.get("ended_on")
    if ends is not None and ends > last:
        kept = {name: value for name, value in found.correction.items() if name != "ended_on"}
        found = replace(found, correction=kept)
    following = found.next
    if following and following.started_on and following.started_on <= last:
        ends = min(following.ended_on or last, last)
        found = replace(found, next=replace(following, ended_on=ends))
    return found


def _absent(case: Case, terms: Terms) -> list[HeldPost]:
    spoken_of = {post.id: post for post in case.pairs.values()}
    begins = {found.next.started_on for found in case.outcomes.values() if found.next}
    begins |= {post.facts.started_on for post in spoken_of.values()}
    overtaken = [
        post.facts.ended_on
        for number, post in case.pairs.items()
        if post.facts.ended_on and not post.is_open(terms.as_at) and case.outcomes[number].notes
    ]
    return [
        post
        for post in (case.held.posts if case.held else ())
        if post.id not in spoken_of
        and is_absent(post, terms)
        and not post.basis
        and not (post.facts.ended_on and post.facts.ended_on + ONE_DAY in begins)
        and not any(ended < post.first_day for ended in overtaken)
    ]


def _leaves_on(case: Case, terms: Terms) -> date | None:
    """The last day of somebody who holds no post any more, as the file says."""
    last = terms.as_at - ONE_DAY
    ends = [post.ended_on for post in case.results()] + [last for _ in case.absent]
    says_so = bool(case.absent) or any(is_over(row.post, terms.as_at) for row in case.rows)
    if not says_so or any(end is None or end >= terms.as_at for end in ends):
        return None
    return max(end for end in ends if end is not None)
