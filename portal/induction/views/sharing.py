"""What my year asks me to write, beginning it, and sharing a piece with those who accompany me."""

from flask import Response, g, request, url_for

from portal.induction import policies, queries
from portal.induction.models import InductionItem
from portal.induction.views.blueprint import induction
from portal.standards import operations as writing
from portal.standards.forms.writing import SharingForm
from portal.standards.models import Piece
from portal.standards.queries import colleagues_named
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

TO_WRITE = "induction/_to_write.html"


@induction.get("/my-year/writing")
@guard(policies.to_write)
def to_write() -> Response:
    """The reflections, plans and self-assessments that my year asks for."""
    return show("induction/to_write.html", fragment=TO_WRITE, asked=queries.to_write_of(g.person))


@induction.post("/inductions/items/<uuid:item_id>/writing")
@guard(policies.write_item, item=InductionItem)
def write_item(item: InductionItem) -> Response:
    """Begin the piece of an item, or open the one that was begun."""
    kind = item.kind
    words, minutes = item.induction.programme.length_of(item.code)
    piece = writing.start_piece(
        g.person, kind=kind, title=item.title, answers=item,
        text=queries.plan_to_go_on_with(item),
        words_asked=words or None, minutes_asked=minutes or None,
    )  # fmt: skip
    return done(url_for("standards.write_piece", piece_id=piece.id))


@induction.route("/writing/<uuid:piece_id>/sharing", methods=["GET", "POST"])
@guard(policies.share_piece, hidden=True, piece=Piece)
def share_piece(piece: Piece) -> Response:
    """Say exactly who may read a piece, and share it with them."""
    form = _sharing_form(piece)
    page = "induction/share_piece.html"
    if form.is_submitted() and "find" not in request.form and form.validate():
        if form.is_stale(piece):
            return conflict(page, over=piece, form=form, piece=piece)
        writing.share_piece(g.person, piece, form.chosen())
        named = ", ".join(reader.person.name for reader in piece.reading_now)
        location = url_for("standards.shared_piece", piece_id=piece.id)
        return done(location, f"Shared with {named}. They have been told, without a word of it.")
    return show(page, form=form, piece=piece)


def _sharing_form(piece: Piece) -> SharingForm:
    """The form with those who accompany the writer, those who read it already, and who is found."""
    suggested = queries.likely_readers(g.person)
    for reader in piece.reading_now:
        suggested.setdefault(reader.person_id, (reader.person, reader.named_as))
    ticked = ids(request.form.getlist("readers"))
    found = colleagues_named(g.person, request.values.get("q", "")[:100])
    others = queries.colleagues_here(g.person, [each for each in ticked if each not in suggested])
    return SharingForm(
        suggested=suggested,
        found_people=[*others, *found],
        texts=(piece.title, piece.text),
        data={
            "version": piece.version,
            "readers": [str(reader.person_id) for reader in piece.reading_now],
        },
    )
