"""The frameworks of standards: what is in force on a day, and where evidence carries."""

from flask import Response, request

from portal.clock import today
from portal.standards import frameworks, mapping, policies
from portal.standards.views.blueprint import standards
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import show


@standards.get("/standards", endpoint="standards")
@guard(policies.see_standards)
def standards_page() -> Response:
    """Every framework, with what is in force today or on the day that was asked for."""
    written, said, day = request.args.get("on", "").strip()[:40], "", today()
    if written:
        try:
            day = days.read(written)
        except ValueError as fault:
            said = str(fault)
    moves = [(move, *_ends(move)) for each in frameworks.every() for move in _moves(each)]
    shown = frameworks.every()
    return show(
        "standards/standards.html", frameworks=shown, day=day, on=written, said=said, moves=moves
    )


def _moves(framework: frameworks.Framework) -> tuple[frameworks.Move, ...]:
    return frameworks.moves_from(framework.key)


def _ends(
    move: frameworks.Move,
) -> tuple[frameworks.Framework, frameworks.Framework, list[mapping.Carried]]:
    old, new = frameworks.known(move.from_key), frameworks.known(move.to_key)
    return old, new, mapping.preview({}, old, new, move)
