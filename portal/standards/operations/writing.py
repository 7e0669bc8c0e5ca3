"""What a person does with a piece: begin it, write, save, share, take back."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, Protocol
from uuid import UUID

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.people.models import Person
from portal.standards import queries
from portal.standards import writing_notices as sentences
from portal.standards.models.writing import Piece, PieceReader, PieceRevision, WritingChoice
from portal.standards.operations.deleting import bring_piece_back

KEPT_EVERY = timedelta(minutes=10)


class Answered(Protocol):
    """What a piece answers: a row of the portal, an item of a year for example."""

    @property
    def id(self) -> UUID:
        """The row's id."""

    @property
    def __tablename__(self) -> str:
        """What kind of row it is."""


def start_piece(
    by: Person,
    *,
    kind: str,
    title: str,
    model_key: str = "",
    text: str = "",
    answers: Answered | None = None,
    **asked: Any,
) -> Piece:
    """Begin a piece. What it answers has one piece: the same asked again gives that one.

    `asked` may say how many words and minutes the programme asks for (`words_asked`,
    `minutes_asked`); they are shown and never held against anybody.
    """
    first = queries.piece_answering(by.id, answers.__tablename__, answers.id) if answers else None
    if first is not None:
        return first
    piece = Piece(
        organisation_id=by.organisation_id,
        person_id=by.id,
        kind=kind,
        title=title,
        model_key=model_key,
        text=text,
        subject_type=answers.__tablename__ if answers else "",
        subject_id=answers.id if answers else None,
        **asked,
    )
    db.session.add(piece)
    db.session.flush()
    audit.record(by, "standards.piece_started", piece, kind=kind)
    return piece


def keep_working_text(by: Person, piece: Piece, text: str) -> None:
    """Overwrite the working copy, as autosave does; every ten minutes of writing a revision.

    Whoever goes on writing in what was deleted has it back.
    """
    bring_piece_back(by, piece)
    piece.text, piece.worked_at = text, now()
    db.session.flush()
    if now() - piece.kept_at >= KEPT_EVERY:
        _keep(by, piece, "writing")


def save_piece(
    by: Person, piece: Piece, *, title: str, text: str, model_key: str, keeps_other: bool = False
) -> None:
    """Save a piece: the text as it now stands is kept as a revision.

    With `keeps_other` what another window had saved is kept as a revision too, before it. What
    was deleted in another window is back.
    """
    bring_piece_back(by, piece)
    if keeps_other and piece.text != text:
        _keep(by, piece, "other window")
    piece.title, piece.text, piece.model_key, piece.worked_at = title, text, model_key, now()
    _keep(by, piece, "saved")


def share_piece(by: Person, piece: Piece, readers: Mapping[UUID, str]) -> None:
    """Share the text as it stands with these people and nobody else: by id, and named as what.

    Whoever was a reader and is not named here reads it no more; what they read stays read.
    """
    there = {reader.person_id: reader for reader in piece.reading_now}
    gone = [reader for person_id, reader in there.items() if person_id not in readers]
    for reader in gone:
        reader.ended_at = now()
    new = [
        PieceReader(
            organisation_id=piece.organisation_id, piece_id=piece.id, person_id=each, named_as=role
        )
        for each, role in readers.items()
        if each not in there
    ]
    db.session.add_all(new)
    was = piece.shared_number
    if readers:
        piece.shared_number = _keep(by, piece, "shared", note=False).number
        piece.worked_at = now()
    db.session.flush()
    db.session.expire(piece, ["readers"])
    people = [str(each) for each in readers]
    audit.record(by, "standards.piece_shared", piece, readers=people, number=piece.shared_number)
    _tell_readers(by, piece, readers if was != piece.shared_number else (), there)


def unshare_piece(by: Person, piece: Piece) -> None:
    """Take a piece back: nobody else reads it any more. What was read stays read."""
    ended = piece.reading_now
    for reader in ended:
        reader.ended_at = now()
    if ended:
        db.session.flush()
        db.session.expire(piece, ["readers"])
        audit.record(by, "standards.piece_unshared", piece, readers=len(ended))


def choose_prompts(by: Person, *, shows: bool) -> None:
    """Show prompts to this person, or leave them out."""
    choice = queries.writing_choice(by.id)
    if choice is None:
        choice = WritingChoice(organisation_id=by.organisation_id, person_id=by.id)
        db.session.add(choice)
    choice.shows_prompts = shows
    db.session.flush()
    audit.record(by, "standards.prompts_chosen", choice, shows=shows)


def _keep(by: Person, piece: Piece, reason: str, *, note: bool = True) -> PieceRevision:
    """Keep the working copy as the next revision; one that says the same is that one."""
    last = queries.last_revision(piece.id)
    same = last is not None and (last.text, last.title) == (piece.text, piece.title)
    piece.kept_at = now()
    if last is None or not same:
        number = last.number + 1 if last else 1
        last = PieceRevision(
            organisation_id=piece.organisation_id,
            piece_id=piece.id,
            number=number,
            title=piece.title,
            text=piece.text,
            reason=reason,
        )
        db.session.add(last)
    db.session.flush()
    if note:
        audit.record(by, "standards.piece_saved", piece, reason=reason, number=last.number)
    return last


def _tell_readers(
    by: Person, piece: Piece, readers: Iterable[UUID], there: Mapping[UUID, Any]
) -> None:
    """Tell who may now read it, and who read an earlier text that there is a newer one."""
    for person in queries.people_of(readers):
        said = sentences.shared_again(by) if person.id in there else sentences.shared(by)
        notices.tell(person, said, link=sentences.reading_link(piece), about=piece)
