"""Whether progression treats people alike, by grade and by what people said of themselves."""

from flask import Response, g

from portal.clock import today
from portal.pathways import policies, queries, sentences
from portal.pathways.equity import pooled_years, tables
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.queries.equity import GRADE
from portal.pathways.views.blueprint import pathways
from portal.people.equality import CHARACTERISTICS, NOT_SAID
from portal.web.guard import guard
from portal.web.pages import show


@pathways.get("/pathways/equity")
@guard(policies.see_equity)
def equity() -> Response:
    """What panels decided in three whole years, by group; no line is of fewer than ten people."""
    first, last = pooled_years(today())
    catalogue = catalogue_for(g.person.organisation, today())
    decided = queries.decided_between(g.person.organisation_id, first, last, catalogue)
    found = tables(decided, [GRADE, *CHARACTERISTICS])
    return show(
        "pathways/equity.html",
        found=found,
        lead=sentences.treated_alike(found, first, last),
        titles={GRADE: "Grade"} | {key: each.short for key, each in CHARACTERISTICS.items()},
        words_of=_words_of,
    )


def _words_of(question: str, answers: tuple[str, ...]) -> str:
    """The answers that stand together in one line."""
    asked = CHARACTERISTICS.get(question)
    return ", ".join((asked.words_of(each) if asked else each) or NOT_SAID for each in answers)
