"""The people of one kind, fifty at a time, each with what is to be seen and what mends it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, Select, and_, case, false, or_, select
from sqlalchemy.orm import aliased

from portal.clock import LONDON
from portal.database import db
from portal.notices import queries as notices
from portal.people.models import Person, Post, Unit
from portal.people.quality.judging import FELLOWS
from portal.people.quality.words import ASKED_WITH, Seen, what_is_seen
from portal.people.queries.quality.conditions import conditions, post_conditions
from portal.people.queries.quality.looking import Findings, registered_titles, working_here
from portal.web.arguments import ids
from portal.web.lists import SIZE, Page, page_of, pages_of

MOST_POSTS_OF_ONE = 10
MOST_TEAMS = 300
KEYS = [Person.sort_key, Person.id]
NAME = (Person.id, Person.given_names, Person.known_as, Person.family_name)


class Somebody(NamedTuple):
    """The columns of a person that the lines are made of."""

    id: UUID
    given_names: str
    known_as: str
    family_name: str
    organisation_id: UUID
    staff_number: str | None
    version: int
    claimed_email: str | None
    registration_number: str
    registration_status: str
    registered_until: date | None
    registration_checked_on: date | None


COLUMNS = tuple(getattr(Person, name) for name in Somebody._fields)


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody to look at: who, what is to be seen, and the post that it is about."""

    id: UUID
    name: str
    staff_number: str
    says: str
    work: str
    post: Any = None
    fellows: Sequence[tuple[UUID, str]] = ()
    asked: bool = False
    version: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose data is looked at, on which day, and what was found."""

    organisation_id: UUID
    today: date
    found: Findings


def page_of_kind(kind: str, asking: Asking, *, after: str | None, team: UUID | None = None) -> Page:
    """A page of the people of one kind, out of the thousand at most that were counted."""
    those = asking.found.people.get(kind, ())
    if team is not None:
        own = _without_manager_in(team, asking.today)
        those = list(db.session.scalars(own.where(Post.person_id.in_(those)).distinct()))
    else:
        those = those[_place(those, after) :][: SIZE + 1]
    people = select(*COLUMNS).where(Person.id.in_(those))
    page = page_of(people, keys=KEYS, after=after if team else None)
    following = those[SIZE - 1].hex if len(those) > SIZE and team is None else page.next
    return Page(_lines(kind, page.rows, asking), following, after is None)


def _place(those: Sequence[UUID], after: str | None) -> int:
    """Where the page after this person begins; at the front where they are here no more."""
    for last in ids([after or ""]):
        if last in those:
            return those.index(last) + 1
    return 0


def every_line(kind: str, asking: Asking) -> Iterator[Line]:
    """Everybody of one kind, however many: for the file."""
    organisation_id, today = asking.organisation_id, asking.today
    titles = registered_titles(organisation_id, today)
    wrong = conditions(organisation_id, today, titles).get(kind)
    if wrong is None:
        wrong = Person.id.in_(asking.found.people.get(kind, ()))
    people = working_here(organisation_id, today).where(wrong).with_only_columns(*COLUMNS)
    for page in pages_of(people, keys=KEYS):
        yield from _lines(kind, page.rows, asking)


def first_names(found: Findings, number: int) -> dict[str, list[tuple[UUID, str]]]:
    """The first few people of each kind by name."""
    first = {kind: people[:number] for kind, people in found.people.items()}
    named = {row.id: _name(row) for row in _named({each for few in first.values() for each in few})}
    return {
        kind: [(each, named[each]) for each in few if each in named] for kind, few in first.items()
    }


def teams_without_managers(found: Findings, today: date) -> list[tuple[UUID, str]]:
    """The units of those who have no manager, by name, to choose from."""
    people = found.people.get("no-manager", ())
    teams = (
        select(Unit.id, Unit.name)
        .join(Post, Post.unit_id == Unit.id)
        .where(Post.person_id.in_(people), Post.covering(today), Post.manager_id.is_(None))
        .group_by(Unit.id, Unit.name)
        .order_by(Unit.name, Unit.id)
        .limit(MOST_TEAMS)
    )
    return [(row.id, row.name) for row in db.session.execute(teams)] if people else []


def _without_manager_in(team: UUID, today: date) -> Select[Any]:
    return select(Post.person_id).where(
        Post.unit_id == team, Post.covering(today), Post.manager_id.is_(None)
    )


def _lines(kind: str, found: Sequence[Any], asking: Asking) -> list[Line]:
    """What each of these people's lines says, in two statements more for all of them."""
    rows = [Somebody(*row) for row in found]
    posts = _posts(kind, [row.id for row in rows], asking)
    others = _others(kind, rows, asking.found)
    asked = _asked(rows) if kind == "qualified-unknown" else {}
    lines = []
    for row in rows:
        post = next(iter(posts[row.id]), None)
        fellows = [(each.id, _name(each)) for each in others.get(row.id, ())]
        seen = Seen(row, post, [name for _, name in fellows], asked.get(row.id), asking.today)
        lines.append(
            Line(
                id=row.id,
                name=_name(row),
                staff_number=row.staff_number or "",
                says=what_is_seen(kind, seen),
                work=f"{post.job_title}, {post.unit}" if post else "",
                post=post,
                fellows=fellows,
                asked=row.id in asked,
                version=row.version,
                address=row.claimed_email or "",
            )
        )
    return lines


def _posts(kind: str, people: Sequence[UUID], asking: Asking) -> Mapping[UUID, list[Any]]:
    """The posts of these people, one that the kind is about first: of today, or else their last."""
    about = post_conditions(asking.organisation_id, asking.today).get(kind, false())
    if kind == "circle":
        round_about = [
            asking.found.circles[each][1] for each in people if each in asking.found.circles
        ]
        about = Post.manager_id.in_(round_about)
    above = aliased(Person)
    posts = (
        select(
            Post.id, Post.person_id, Post.version, Post.job_title, Post.fte, Post.hours,
            Post.ended_on, Unit.name.label("unit"), Unit.closed_on, above.left_on,
            above.given_names, above.known_as, above.family_name,
        )
        .join(Unit, Unit.id == Post.unit_id)
        .outerjoin(above, above.id == Post.manager_id)
        .where(Post.person_id.in_(people), Post.started_on <= asking.today)
        .order_by(
            case((and_(Post.covering(asking.today), about), 0), else_=1),
            case((Post.covering(asking.today), 0), else_=1),
            Post.started_on.desc(),
            Post.id,
        )
        .limit(MOST_POSTS_OF_ONE * max(len(people), 1))
    )  # fmt: skip
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in db.session.execute(posts) if people else ():
        found[row.person_id].append(row)
    return found


def _others(
    kind: str, rows: Sequence[Somebody], found: Findings
) -> Mapping[UUID, Sequence[Row[Any]]]:
    """The others whom each of these lines is about."""
    if kind == "address":
        return _same_address(rows)
    if kind == "circle":
        whom = {row.id: found.circles.get(row.id, [])[1:] for row in rows}
    else:
        whom = {row.id: sorted(found.twice.get(row.id, ())) for row in rows}
    if kind not in ("circle", "twice"):
        return {}
    named = {row.id: row for row in _named({each for them in whom.values() for each in them})}
    return {one: [named[each] for each in them if each in named] for one, them in whom.items()}


def _same_address(rows: Sequence[Somebody]) -> Mapping[UUID, Sequence[Row[Any]]]:
    """Who else has the address that each of these people was given, or waits for it too."""
    addresses = [row.claimed_email for row in rows]
    columns: Any = (*NAME, Person.email, Person.claimed_email)
    own = [row.organisation_id for row in rows][:1]
    others = (
        select(*columns)
        .where(
            Person.organisation_id.in_(own),
            or_(Person.email.in_(addresses), Person.claimed_email.in_(addresses)),
        )
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_POSTS_OF_ONE * max(len(rows), 1))
    )
    found: list[Row[Any]] = list(db.session.execute(others)) if rows else []
    return {
        row.id: [
            each
            for each in found
            if each.id != row.id and row.claimed_email in (each.email, each.claimed_email)
        ][:FELLOWS]
        for row in rows
    }


def _asked(rows: Sequence[Somebody]) -> dict[UUID, date]:
    """Whom somebody has asked to say when they qualified, and on which day."""
    told = notices.told_about([row.id for row in rows], ASKED_WITH)
    return {person_id: moment.astimezone(LONDON).date() for person_id, moment in told.items()}


def _named(people: Collection[UUID]) -> Sequence[Row[Any]]:
    asked = select(*NAME).where(Person.id.in_(people)).limit(len(people))
    return list(db.session.execute(asked)) if people else []


def _name(row: Any) -> str:
    return f"{row.known_as or row.given_names} {row.family_name}"
