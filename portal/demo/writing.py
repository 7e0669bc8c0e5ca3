"""What the demo's newly qualified write: pieces with their revisions, comments, thoughts."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from portal.demo import past
from portal.demo.data import read
from portal.induction.models import Induction
from portal.people.models import Person
from portal.standards import operations
from portal.standards.models import Piece


@cache
def _words() -> dict[str, Any]:
    return read("writing")


def write(induction: Induction, assessor: Person | None, today: date) -> None:
    """What somebody wrote until today, shared with the assessor where there is one."""
    person = induction.person
    for row in _words()["piece"]:
        day = today - timedelta(days=row["days_ago"])
        if day > induction.started_on:
            _piece(person, assessor, row, day)
    for row in _words()["thought"]:
        day = today - timedelta(days=row["days_ago"])
        if day > induction.started_on:
            with past.on(day):
                thought = operations.catch_thought(person, text=row["text"], goes_to=row["goes_to"])
                if row["taken_up"]:
                    operations.take_up_thought(person, thought, is_taken_up=True)


def _piece(person: Person, assessor: Person | None, row: Mapping[str, Any], day: date) -> None:
    given = {name: row[name] for name in ("title", "model_key")}
    with past.on(day):
        piece = operations.start_piece(person, kind=row["kind"], **given)
    for number, text in enumerate(row["texts"]):
        with past.on(day + timedelta(days=number)):
            operations.save_piece(person, piece, text=text, **given)
    if row["shared"] and assessor is not None:
        with past.on(day + timedelta(days=2)):
            operations.share_piece(person, piece, {assessor.id: "assessor"})
            _comment(person, assessor, piece, row.get("comments", []))


def _comment(person: Person, assessor: Person, piece: Piece, said: list[Mapping[str, str]]) -> None:
    for row in said:
        comment = operations.comment_on_piece(
            assessor, piece, text=row["text"], passage=row.get("passage", "")
        )
        operations.settle_comment(person, comment, row["settled_as"])
