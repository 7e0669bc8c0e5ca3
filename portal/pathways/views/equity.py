"""Whether progression treats people alike, by grade and by what people said of themselves."""

from flask import Response, g, url_for

from portal.clock import today
from portal.pathways import operations, policies, queries, sentences
from portal.pathways.equity import kept, pooled_years
from portal.pathways.queries.equity import GRADE
from portal.pathways.views.blueprint import pathways
from portal.people.equality import CHARACTERISTICS, NOT_SAID
from portal.web.guard import guard
from portal.web.pages import done, show


@pathways.get("/pathways/equity")
@guard(policies.see_equity)
def equity() -> Response:
    """What panels decided in three whole years, by group; no line is of fewer than ten people."""
    year = queries.equity_year(g.person.organisation_id, today())
    found = kept(year.content) if year else None
    first, last = pooled_years(year.from_on if year else today())
    return show(
        "pathways/equity.html",
        year=year,
        is_due=year is None or pooled_years(today()) != (first, last),
        found=found,
        lead=sentences.treated_alike(found, first, last),
        titles={GRADE: "Grade"} | {key: each.short for key, each in CHARACTERISTICS.items()},
        words_of=_words_of,
    )


@pathways.post("/pathways/equity/years")
@guard(policies.work_out_equity)
def work_out_equity() -> Response:
    """Work out the figures of this year, once: after that they stay as they are."""
    operations.work_out_equity(g.person)
    return done(url_for(".equity"), "The figures of this year are worked out.")


def _words_of(question: str, answers: tuple[str, ...]) -> str:
    """The answers that stand together in one line."""
    asked = CHARACTERISTICS.get(question)
    return ", ".join((asked.words_of(each) if asked else each) or NOT_SAID for each in answers)
