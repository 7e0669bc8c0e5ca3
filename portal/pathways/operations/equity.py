"""Working out the figures of a year about whether progression treats people alike."""

from datetime import timedelta

from portal import audit
from portal.clock import today
from portal.database import db
from portal.pathways import queries
from portal.pathways.equity import pooled_years, tables, to_keep
from portal.pathways.models import EquityYear
from portal.pathways.queries.equity import GRADE
from portal.people.equality import CHARACTERISTICS
from portal.people.models import Person

ONE_DAY = timedelta(days=1)


def work_out_equity(by: Person) -> EquityYear:
    """Work out the figures of this year and keep them; those that are there stay as they are."""
    first, last = pooled_years(today())
    known = queries.equity_year(by.organisation_id, last + ONE_DAY)
    if known is not None and known.from_on == last + ONE_DAY:
        return known
    catalogue = queries.catalogue_for(by.organisation, today())
    decided = queries.decided_between(by.organisation_id, first, last, catalogue)
    year = EquityYear(
        organisation_id=by.organisation_id, from_on=last + ONE_DAY,
        content=to_keep(tables(decided, [GRADE, *CHARACTERISTICS])),
    )  # fmt: skip
    db.session.add(year)
    db.session.flush()
    audit.record(by, "pathways.equity_worked_out", year, from_on=year.from_on.isoformat())
    return year
