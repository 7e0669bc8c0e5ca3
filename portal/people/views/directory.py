"""The directory."""

from dataclasses import dataclass, field

from flask import Response, g, request

from portal.people import policies, queries
from portal.people.sought import DAYS, ROLES_TO_TURN_TO, Sought
from portal.people.strengths import GROUPS
from portal.people.titles import ROLE_TITLES
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import show, wants_fragment

Options = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Filter:
    """One of the boxes that narrow the list: values with their words, under headings or none.

    Where the values are the words themselves they are `words`.
    """

    name: str
    label: str
    everybody: str
    chosen: str
    options: Options = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


@people.get("/people")
@guard(policies.see_directory)
def directory() -> Response:
    sought = Sought.read(request.args)
    shown = queries.shown(
        g.person.organisation_id,
        sought,
        after=request.args.get("after"),
        while_typing=wants_fragment(),
    )
    unit = queries.unit_name(g.person.organisation_id, sought.unit_id)
    return show(
        "people/directory.html",
        fragment="people/_results.html",
        page=shown.page,
        sentence=sought.sentence(shown.number, shown.more, unit),
        first=len(shown.page.rows) if shown.page.next and wants_fragment() else 0,
        sought=sought,
        removable=sought.removable(unit),
    )


@people.get("/people/filters")
@guard(policies.see_directory)
def directory_filters() -> Response:
    """The boxes that narrow the list, with the list's own words and filters kept."""
    sought = Sought.read(request.args)
    return show(
        "people/directory_filters.html",
        fragment="people/_filters.html",
        sought=sought,
        filters=_filters(sought),
    )


def _filters(sought: Sought) -> list[Filter]:
    """The boxes, with what can be chosen in each."""
    choices = queries.choices(g.person.organisation_id, sought.unit_id)
    units = {f"{kind.capitalize()}s": named for kind, named in choices.units.items()}
    strengths = {group.title: [(s.key, s.label) for s in group.strengths] for group in GROUPS}
    roles = [(role, ROLE_TITLES[role]) for role in ROLES_TO_TURN_TO]
    unit = str(sought.unit_id or "")
    return [
        Filter("unit", "Team, service or directorate", "Everywhere", unit, units),
        Filter("strength", "Can help with", "Anything", sought.strength, strengths),
        Filter("role", "Role in the portal", "Any role or none", sought.role, {"": roles}),
        Filter("job", "Job title", "Every job", sought.job_title, words=choices.job_titles),
        Filter("base", "Base", "Every base", sought.base, words=choices.bases),
        Filter("day", "Works on", "Any day", sought.day, {"": list(DAYS.items())}),
    ]
