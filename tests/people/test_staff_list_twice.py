"""Any list, on any terms, brought in twice is as brought in once, and no letter is lost by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from portal import clock
from portal.database import db
from portal.people import ownership, queries
from portal.people.models import Organisation, Person, Post
from portal.people.staff_list.reading import UnreadableFileError
from tests.factories.people import a_list, an_organisation, bring_in, plan_of

WORDS = ["Ann", "Zoë", "Li", "?", ""]
STARTS = ["01/09/2020", "2021-01-01", "44410", "01/10/2026", "01/12/2026", "31/02/2024", ""]
ENDS = ["", "", "31/03/2027", "01/01/2019", "31/10/2026", "01/02/2021"]
ROWS = st.fixed_dictionaries(
    {
        "Employee No": st.sampled_from(["1", "2", "02", "3", "004", ""]),
        "Title": st.sampled_from(["Ms", "Dr", ""]),
        "Surname": st.sampled_from([*WORDS, "Vacant", "Vacant", "Zaj?c", "Zając"]),
        "Forename(s)": st.sampled_from(["Ann", "Ann", "Li", ""]),
        "Known As": st.sampled_from(["", "", "Annie", "Zo?"]),
        "Job Title": st.sampled_from(["Social Worker", "Coach", "social worker", "Coach (new)"]),
        "Grade": st.sampled_from(["G9", "G10", "g10", ""]),
        "SCP": st.sampled_from(["30", "31", ""]),
        "Post Start": st.sampled_from(STARTS),
        "Post End": st.sampled_from(ENDS),
        "Cont. Service Start": st.sampled_from(["01/09/2019", "01/09/2018", ""]),
        "Directorate": st.sampled_from(["Children", "Adults", ""]),
        "Service": st.sampled_from(["Early Help", "Duty", ""]),
        "Team": st.sampled_from(["North", "South", "north", ""]),
        "Cost Code": st.sampled_from(["C1", "C2", ""]),
        "FTE": st.sampled_from(["1", "60%", "full time", "2", ""]),
        "Contracted Hrs": st.sampled_from(["37", "22.2", ""]),
        "Contract": st.sampled_from(["Permanent", "Agency", ""]),
        "Reports To": st.sampled_from(["1", "2", "3", "4", "9", ""]),
        "Work E-mail": st.sampled_from(["a@b.example", "c@b.example", "?", ""]),
        "SWE Reg No": st.sampled_from(["SW1", "SW 2", "applied for", ""]),
        "Qualified On": st.sampled_from(["01/07/2019", "2020", ""]),
        "Base": st.sampled_from(["Home", "East", ""]),
        "Working Days": st.sampled_from(["Mon-Fri", "M T", ""]),
    }
)


@dataclass(frozen=True)
class Arrival:
    """A list on its day: what is ticked, who owns which fields, and how much later it comes in."""

    rows: list[dict[str, str]]
    as_at: date
    days_later: int
    terms: dict[str, Any]

    def terms_beside(self, organisation: Organisation) -> dict[str, Any]:
        """The terms, with administrators whom the portal knows: nobody else can be one."""
        known = queries.held(organisation.id).people.keys()
        return self.terms | {"administrators": self.terms["administrators"] & known}

    @contextmanager
    def on_its_day(self) -> Iterator[None]:
        """The day on which somebody brings the list in."""
        with clock.set_to(day=self.as_at + timedelta(days=self.days_later)):
            yield


@st.composite
def arrivals(draw: st.DrawFn) -> Arrival:
    """Some people with a post or two, vacancies, and terms."""
    rows = draw(st.lists(ROWS, min_size=1, max_size=7))
    if draw(st.booleans()):  # second posts of the same people, and people who reappear elsewhere
        for row in list(rows):
            rows.append(row | draw(ROWS.map(lambda other: {k: other[k] for k in OF_A_POST})))
    owned = st.sets(st.sampled_from(ownership.OWNABLE))
    staying = st.sets(st.sampled_from(["1", "2", "3", "4"]), max_size=2)
    return Arrival(
        rows,
        draw(st.sampled_from([date(2026, 9, 15), date(2026, 11, 26), date(2027, 3, 20)])),
        draw(st.sampled_from([0, 0, 9])),
        {
            "is_everyone": draw(st.booleans()),
            "is_correction": draw(st.booleans()),
            "portal_owns": frozenset(draw(owned)),
            "never_leave": frozenset(draw(staying)),
            "administrators": frozenset(draw(staying)),
        },
    )


OF_A_POST = ("Job Title", "Grade", "Post Start", "Post End", "Service", "Team", "FTE", "Contract")


def known(organisation: Organisation) -> dict[Any, tuple[str, ...]]:
    """The names that the portal knows, by person."""
    columns = (Person.id, Person.given_names, Person.family_name, Person.known_as)
    own = select(*columns).where(Person.organisation_id == organisation.id)
    return {person_id: names for person_id, *names in db.session.execute(own)}


def no_letter_was_lost(before: dict[Any, Any], after: dict[Any, Any]) -> bool:
    """Whether no "?" stands where the portal knew a name without one."""
    return all(
        "?" not in name or "?" in was or not was
        for person_id, names in before.items()
        for was, name in zip(names, after[person_id], strict=True)
    )


def every_row_stands_alone(organisation: Organisation) -> bool:
    """Whether nobody who has left holds a post after their last day."""
    found = db.session.execute(
        select(Person.left_on, Post.ended_on)
        .join(Post, Post.person_id == Person.id)
        .where(Person.organisation_id == organisation.id, Person.left_on.is_not(None))
    )
    return all(ended is not None and ended <= left for left, ended in found)


@given(lists=st.lists(arrivals(), min_size=1, max_size=3))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_list_brought_in_twice_is_as_brought_in_once(app: Flask, lists: list[Arrival]) -> None:
    here = an_organisation()
    try:
        for each in lists:
            with each.on_its_day():
                before = known(here)
                content = a_list(*each.rows)
                terms = each.terms_beside(here)
                bring_in(here, content, as_at=each.as_at, **terms)
                again = plan_of(here, content, as_at=each.as_at, **terms)
                assert again.is_empty, again
                assert no_letter_was_lost(before, known(here))
                assert every_row_stands_alone(here)
    except UnreadableFileError:
        pass
    finally:
        db.session.rollback()
        db.session.expunge_all()
