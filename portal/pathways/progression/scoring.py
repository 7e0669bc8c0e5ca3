"""Who on a panel scores an application, when the scores open, and where members differ.

Pure. Shapes: people are ids; a score is a key of `SCORES` for the key of a requirement. Scores
stay with whoever gave them until every member who may score has handed theirs in, or the chair
has closed the scoring; so nobody scores with another's score in view. Source: this portal's plan
(C67: each member scores before seeing the others; C65: quorum, conflicts declared).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

SCORES: dict[int, str] = {
    3: "Shown clearly",
    2: "Shown",
    1: "Shown in part",
    0: "Not shown yet",
}
MANAGER: Final = "manages the applicant"
APPLICANT: Final = "is the applicant"


@dataclass(frozen=True)
class Table:
    """Who sits on a panel for one application, and whose scores are in.

    `members` are all of the panel; `conflicted` have declared a conflict, or cannot be asked
    because they manage the applicant or are the applicant; `handed_in` have given their scores.
    """

    members: frozenset[UUID]
    conflicted: frozenset[UUID]
    handed_in: frozenset[UUID]
    quorum: int
    is_closed: bool = False

    @property
    def scorers(self) -> frozenset[UUID]:
        """The members who may score this application."""
        return self.members - self.conflicted

    @property
    def still_out(self) -> frozenset[UUID]:
        """The members whose scores are awaited."""
        return frozenset() if self.is_closed else self.scorers - self.handed_in

    @property
    def counted(self) -> frozenset[UUID]:
        """The members whose scores count."""
        return self.scorers & self.handed_in

    @property
    def has_quorum(self) -> bool:
        """Whether enough members have scored for the panel to decide."""
        return len(self.counted) >= self.quorum

    @property
    def is_open(self) -> bool:
        """Whether members see each other's scores: all are in, or the chair closed the scoring."""
        return self.is_closed or (bool(self.scorers) and self.scorers <= self.handed_in)

    @property
    def is_short(self) -> bool:
        """Whether fewer members may score it than the quorum asks for."""
        return len(self.scorers) < self.quorum

    @property
    def may_open(self) -> bool:
        """Whether nothing keeps the scores closed any more."""
        return self.is_open and self.has_quorum

    @property
    def can_be_closed(self) -> bool:
        """Whether the chair may go on without the scores that are still out."""
        return not self.is_open and self.has_quorum


@dataclass(frozen=True)
class Row:
    """One requirement with the scores of all members, in the order of the members."""

    key: str
    scores: tuple[int | None, ...]

    @property
    def differs(self) -> int:
        """How far the scores lie apart: 0 when all say the same."""
        given = [score for score in self.scores if score is not None]
        return max(given) - min(given) if given else 0

    @property
    def agreed(self) -> int | None:
        """What all who scored say alike; None where they differ or nobody scored."""
        given = {score for score in self.scores if score is not None}
        return given.pop() if len(given) == 1 else None


def side_by_side(keys: Sequence[str], by_member: Sequence[Mapping[str, int]]) -> list[Row]:
    """Every requirement with the scores of each member, those that differ most first."""
    rows = [Row(key, tuple(scores.get(key) for scores in by_member)) for key in keys]
    return sorted(rows, key=lambda row: -row.differs)  # stable: else as the catalogue has them


def may_not_score(
    member: UUID, *, applicant: UUID, managers: Collection[UUID], declared: Collection[UUID]
) -> str:
    """Why this member can never score this application, in words; "" when they may."""
    if member == applicant:
        return APPLICANT
    if member in managers:
        return MANAGER
    return "has declared a conflict of interest" if member in declared else ""
