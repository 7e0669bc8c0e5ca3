"""The council's list of November and the one of March, which names everybody.

The differences between the two files are worked out here from their cells alone, and each is
looked for in the plan and in what the portal holds afterwards.
"""

import csv
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import select

from portal import clock
from portal.database import db
from portal.people.models import Organisation, Person, Post, RoleHeld, Unit
from portal.people.staff_list.plan import Plan
from tests.factories.people import STAFF_LIST, an_organisation, bring_in, plan_of
from tests.people.test_listed import astray

MARCH_LIST = STAFF_LIST.with_name("staff-list-march.csv")
NOVEMBER, DECEMBER, MARCH = date(2026, 11, 26), date(2026, 12, 1), date(2027, 3, 20)
LAST = MARCH - timedelta(days=1)
# Rows of November that no portal could use, by their number in the file.
REFUSED = {182, 183, 184, 192, 193}
OF_A_POST = {
    "Job Title": "job_title", "Grade": "grade", "FTE": "fte", "Contracted Hrs": "hours",
    "Contract": "contract", "Team": "team", "Reports To (Emp No)": "manager",
}  # fmt: skip
LABELS = {
    "Job Title": "Job title", "Grade": "Grade", "FTE": "Full-time equivalent", "Team": "Team",
    "Contracted Hrs": "Hours a week", "Contract": "Contract", "Reports To (Emp No)": "Manager",
    "SWE Reg No": "Social Work England number", "Work E-mail": "Work e-mail",
}  # fmt: skip
UNKNOWN = {"", "n/a", "applied for", "?"}
Row = dict[str, str]


def cells_of(text: str, separator: str, refused: set[int]) -> dict[str, list[Row]]:
    """The rows of each staff number; vacancies have none."""
    found: dict[str, list[Row]] = {}
    headings, *lines = csv.reader(text.splitlines(), delimiter=separator)
    for number, cells in enumerate(lines, start=2):
        row = dict(zip(headings, cells, strict=False))
        usable = number not in refused and row.get("Job Title", "").strip()
        if usable and row not in found.get(row["Employee No"].strip(), []):
            found.setdefault(row["Employee No"].strip(), []).append(row)
    return found


BEFORE = cells_of(STAFF_LIST.read_text("utf-8-sig"), ",", REFUSED)
AFTER = cells_of(MARCH_LIST.read_text("cp1252"), ";", set())
JOINERS, LEAVERS = AFTER.keys() - BEFORE.keys(), BEFORE.keys() - AFTER.keys() - {""}
IN_BOTH = sorted(BEFORE.keys() & AFTER.keys())


def plain(heading: str, cell: str) -> object:
    """What a cell says, however it is written."""
    if cell == "full time":
        return Decimal(1)
    if heading in ("FTE", "Contracted Hrs"):
        share = Decimal(cell.rstrip("%")) if cell.strip() else None
        return share / 100 if share is not None and cell.endswith("%") else share
    if heading in ("Post Start", "Cont. Service Start"):
        return day_of(cell)
    if heading == "SWE Reg No":
        return cell.upper().replace(" ", "")
    return cell.strip()


def day_of(cell: str) -> date:
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d-%b-%y"):
        try:
            return datetime.strptime(cell, form).date()
        except ValueError:
            continue
    return date(1899, 12, 30) + timedelta(days=int(cell))


def differences() -> Iterator[tuple[str, str, str, str]]:
    """Number, heading, cell before and cell after, for each that says something else."""
    for number in IN_BOTH:
        before, after = BEFORE[number][0], AFTER[number][0]
        for heading, cell in after.items():
            if plain(heading, before[heading]) != plain(heading, cell):
                yield number, heading, before[heading], cell


@pytest.fixture
def here(app: Flask) -> Organisation:
    """The council after both lists."""
    here = an_organisation()
    bring_in(here, STAFF_LIST.read_bytes())
    return here


def in_march(here: Organisation) -> Plan:
    with clock.set_to(day=MARCH):
        plan = bring_in(here, MARCH_LIST.read_bytes(), is_everyone=True)
    db.session.expire_all()
    return plan


def numbers() -> dict[str, Person]:
    return {person.staff_number: person for person in db.session.query(Person)}


def posts_on(day: date) -> dict[str | None, list[Post]]:
    """The posts of each staff number on a day."""
    found: dict[str | None, list[Post]] = {}
    held = select(Post, Person.staff_number).outerjoin(Person, Person.id == Post.person_id)
    for post, number in db.session.execute(held.where(Post.covering(day))):
        found.setdefault(number, []).append(post)
    return found


def said_of(post: Post) -> dict[str, object]:
    """What the portal holds of a post, under the names of the file's columns."""
    unit = db.session.get_one(Unit, post.unit_id)
    manager = db.session.get(Person, post.manager_id) if post.manager_id else None
    facts = {
        "team": unit.name, "manager": manager.staff_number if manager else "",
        "contract": post.contract.title(), "fte": post.fte, "hours": post.hours,
        "job_title": post.job_title, "grade": post.grade,
    }  # fmt: skip
    return {heading: facts[name] for heading, name in OF_A_POST.items()}


def test_every_difference_between_the_two_files_is_explained_by_a_row(here: Organisation) -> None:
    plan = in_march(here)
    said = {entry.number: entry for entry in plan.entries if entry.number}
    rows = {number: said[at] for number, at in row_numbers().items()}
    found = 0
    for number, heading, before, after in differences():
        if heading in LABELS and after not in UNKNOWN:
            labels = {change.label for change in rows[number].changes}
            assert LABELS[heading] in labels, (number, heading, before, after)
            found += 1
        elif heading == "Post Start":
            day = f"{day_of(after).day} {day_of(after):%B %Y}"
            assert day in " ".join(rows[number].sentences), number
            found += 1
        else:
            assert heading == "Surname"
            assert "?" in after
            assert not [c for c in rows[number].changes if c.label == "Family name"]
    assert found == 237
    kinds = plan.counts()
    assert (kinds["people_added"], kinds["people_left"]) == (len(JOINERS), len(LEAVERS)) == (30, 15)


def row_numbers() -> dict[str, int]:
    """The row in which March's file has each staff number."""
    lines = MARCH_LIST.read_text("cp1252").splitlines()
    return {line.split(";")[0]: at for at, line in enumerate(lines, start=1) if at > 1}


def test_the_portal_holds_what_march_says_and_names_keep_their_letters(here: Organisation) -> None:
    names = {number: person.family_name for number, person in numbers().items()}
    in_march(here)
    people, posts = numbers(), posts_on(MARCH)
    for number, rows in AFTER.items():
        (post,), (row,) = posts[number], rows
        held = said_of(post)
        assert {h: plain(h, row[h]) for h in OF_A_POST} == held, number
        assert (post.began_on, people[number].left_on) == (day_of(row["Post Start"]), None)
        assert people[number].family_name == names.get(number, row["Surname"])
    assert names["00100300"] == "Zając"
    assert not [person for person in people.values() if "?" in person.family_name]
    assert posts.keys() == AFTER.keys()  # nobody else, and no post stands vacant
    assert astray() == []


def test_who_is_missing_in_march_left_and_every_post_that_is_missing_ended(
    here: Organisation,
) -> None:
    plan = in_march(here)
    people, posts = numbers(), posts_on(LAST)
    assert {n: people[n].left_on for n in LEAVERS} == dict.fromkeys(LEAVERS, LAST)
    assert all(post.ended_on == LAST for number in LEAVERS for post in posts[number])
    ended = plan.showing("ended")
    assert len(ended) == 15 + 3 + 1  # people, vacant posts, the second post of one person
    assert sum(entry.name == "Vacant post" for entry in ended) == 3
    assert sum("Practice Educator (sessional)" in str(entry.sentences) for entry in ended) == 1
    assert db.session.query(RoleHeld).count() == 0


def test_in_march_a_second_time_nothing_changes(here: Organisation) -> None:
    in_march(here)
    for later in (0, 7):
        with clock.set_to(day=MARCH + timedelta(days=later)):
            content = MARCH_LIST.read_bytes()
            assert plan_of(here, content, as_at=MARCH, is_everyone=True).is_empty
            assert plan_of(here, content, is_everyone=True).is_empty


def test_the_organisation_of_december_is_still_what_november_said(here: Organisation) -> None:
    before = {number: len(posts) for number, posts in posts_on(DECEMBER).items()}
    assert (len(before) - 1, before[None]) == (400, 3)
    in_march(here)
    posts = posts_on(DECEMBER)
    then = {number: len(held) for number, held in posts.items()}
    # Those whose rows could not be used in November were there all the same.
    assert then == before | dict.fromkeys((n for n in JOINERS if n < "00104000"), 1)
    for number, rows in BEFORE.items():
        held = sorted((said_of(post) for post in posts[number or None]), key=str)
        told = [{h: plain(h, row[h]) for h in OF_A_POST} for row in rows]
        for one, other in zip(held, sorted(told, key=str), strict=True):
            differing = {h for h in one if number and one[h] != other[h]}
            # A manager who could not be known in November became known in March.
            assert differing <= {"Reports To (Emp No)"}, (number, one, other)
            assert not differing or number in {"00100843", "00100847", "00100874", "00100879"}


def test_the_list_of_november_after_that_of_march_undoes_nothing(here: Organisation) -> None:
    in_march(here)
    with clock.set_to(day=MARCH):
        late = plan_of(here, STAFF_LIST.read_bytes(), as_at=NOVEMBER, is_everyone=True)
        assert not late.people
        assert [late.leavers, late.returners, late.post_ends] == [{}, set(), {}]
        assert not [values for values in late.post_changes.values() if "ended_on" in values]
