"""Mapping: what becomes of evidence when somebody moves from one framework to another.

Pure. A mark says that a piece of evidence shows a standard; it is a pair of the piece and the key
of the standard. Moving adds marks under the new framework and takes none away, so what has no
counterpart stays listed under the old one, and undoing a move is taking away what it added.
Source: domain facts, 0 and N21; the mappings themselves are data.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from portal.standards.frameworks import Framework, Move
from portal.web import days

Piece = TypeVar("Piece", bound=Hashable)


@dataclass(frozen=True)
class Carried:
    """What would become of one old standard: its new ones, and how many pieces are under it."""

    title: str
    to: tuple[str, ...]
    pieces: int


def carried(
    marks: Iterable[tuple[Piece, str]], there: Collection[tuple[Piece, str]], move: Move
) -> list[tuple[Piece, str]]:
    """The marks that a move adds, each once: those of the old framework, carried to the new one.

    `there` are the marks that the pieces already have under the new framework.
    """
    added = dict.fromkeys((piece, new) for piece, old in marks for new in move.carries.get(old, ()))
    return [mark for mark in added if mark not in there]


def preview(counts: Mapping[str, int], old: Framework, new: Framework, move: Move) -> list[Carried]:
    """For each old standard: the titles it is carried to (none: it stays), and its pieces."""
    return [
        Carried(
            each.title,
            tuple(new.title_of[key] for key in move.carries[each.key]),
            counts.get(each.key, 0),
        )
        for each in old.standards
    ]


def chain(moves: Iterable[Move]) -> Move:
    """Several moves, one after the other, as one. At least one is needed, and they must meet."""
    first, *others = moves
    whole = first
    for following in others:
        if following.from_key != whole.to_key:
            raise ValueError(f"No evidence goes from {whole.to_key} to {following.to_key} here.")
        carries = {
            old: tuple(dict.fromkeys(n for m in middle for n in following.carries.get(m, ())))
            for old, middle in whole.carries.items()
        }
        whole = Move(whole.from_key, following.to_key, carries)
    return whole


def by_standard(marks: Iterable[tuple[Piece, str]]) -> dict[str, set[Piece]]:
    """The pieces under each standard: a piece counts once for each that it shows."""
    found: dict[str, set[Piece]] = defaultdict(set)
    for piece, standard in marks:
        found[standard].add(piece)
    return dict(found)


def objection(new: Framework, today: date) -> str:
    """Why nobody can move to a framework yet; empty where nothing stands against it."""
    if today >= new.started_on:
        return ""
    first = days.short(new.started_on)
    return f"{new.short_name}: in force from {first}. Until then this is a preview."
