"""What the pages about people list: always ordered, always bounded."""

from portal.people.queries.administrators import is_last_administrator, others_administer
from portal.people.queries.choices import Choices, choices, unit_name
from portal.people.queries.directory import found, matching, named
from portal.people.queries.equality import equality_answers_among, equality_answers_of
from portal.people.queries.first_years import newly_qualified
from portal.people.queries.held import held
from portal.people.queries.managing import managers_of, reporting_to
from portal.people.queries.person import PersonPage, has_number, is_anothers, person_page
from portal.people.queries.planning import outcome_of
from portal.people.queries.posts import whole_post
from portal.people.queries.profile import strengths_of
from portal.people.queries.roles import (
    MOST_ROLES,
    described,
    holders,
    people_ticked,
    people_to_hold,
    roles_of,
    teams_open,
)
from portal.people.queries.shown import shown
from portal.people.queries.stand_ins import (
    StandingIn,
    covers_of,
    roles_of_holder,
    roles_with,
    standing_in,
    whole_cover,
)
from portal.people.queries.uploads import (
    changed_since,
    entries,
    kept_until,
    rows_of,
    sources,
)

__all__ = [
    "MOST_ROLES",
    "Choices",
    "PersonPage",
    "StandingIn",
    "changed_since",
    "choices",
    "covers_of",
    "described",
    "entries",
    "equality_answers_among",
    "equality_answers_of",
    "found",
    "has_number",
    "held",
    "holders",
    "is_anothers",
    "is_last_administrator",
    "kept_until",
    "managers_of",
    "matching",
    "named",
    "newly_qualified",
    "others_administer",
    "outcome_of",
    "people_ticked",
    "people_to_hold",
    "person_page",
    "reporting_to",
    "roles_of",
    "roles_of_holder",
    "roles_with",
    "rows_of",
    "shown",
    "sources",
    "standing_in",
    "strengths_of",
    "teams_open",
    "unit_name",
    "whole_cover",
    "whole_post",
]
