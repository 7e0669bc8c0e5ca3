"""What the demo is made of, read from the files beside this module and checked as it is read.

Shapes: a `Cast` member is one named person with an address; an `Establishment` is one invented
organisation, a list of `Place`s (directorate, services, teams, pods) each with the `Seat`s in it
and, for a team, the model that it keeps to;
a `Job` says what a job title brings (grade, spinal point, years since qualifying, roles).
Raises `ValueError` with the file and the word at fault.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ORGANISATIONS = ("riverside", "harbour", "lockside", "programme")
SEAT = re.compile(r"(?P<vacant>vacant: )?(?P<job>[^,]+)(, week (?P<week>\d+))?(, not enrolled)?")


@dataclass(frozen=True)
class Cast:
    """One member of the standing cast, whom a visitor may sign in as."""

    email: str
    given_names: str
    family_name: str
    what: str
    sentence: str
    organisation: str
    team: str
    job: str
    roles: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name as it is said."""
        return f"{self.given_names} {self.family_name}"


@dataclass(frozen=True)
class Job:
    """What everybody with one job title has in common."""

    title: str
    grade: str
    scp: int
    qualified: tuple[float, float] | None
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Seat:
    """One post: its job, whether somebody holds it, and the week of a newly qualified holder."""

    job: str
    is_vacant: bool
    week: int | None


@dataclass(frozen=True)
class Place:
    """One unit of an organisation: where it hangs, and the seats in it, its leader's first."""

    name: str
    kind: str
    parent: str | None
    base: str
    seats: tuple[Seat, ...]
    is_pod: bool = False
    model: str = ""
    works_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Establishment:
    """One invented organisation."""

    key: str
    name: str
    domain: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class NameGroup:
    """Given and family names that go together, and how often they are drawn."""

    share: int
    given: tuple[str, ...]
    family: tuple[str, ...]


def read(name: str) -> dict[str, Any]:
    """One of the files beside this module."""
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


@cache
def cast() -> tuple[Cast, ...]:
    """The standing cast, in the order in which the sign-in page lists them."""
    return tuple(_member(row) for row in read("cast")["person"])


def password() -> str:
    """The published password of every account of the demo."""
    return str(read("cast")["password"])


def _member(row: dict[str, Any]) -> Cast:
    given, family = row["name"]
    if row["organisation"] not in ORGANISATIONS:
        raise ValueError(f"cast.toml: {row['email']} is in no organisation of the demo.")
    if row["job"] not in jobs():
        raise ValueError(f"cast.toml: {row['email']} has a job title that jobs.toml lacks.")
    rest = {key: row[key] for key in ("email", "what", "sentence", "organisation", "team", "job")}
    return Cast(given_names=given, family_name=family, roles=tuple(row["roles"]), **rest)


@cache
def jobs() -> dict[str, Job]:
    """What each job title brings."""
    return {title: _job(title, row) for title, row in read("jobs").items()}


def _job(title: str, row: dict[str, Any]) -> Job:
    years = row.get("qualified")
    qualified = (float(years[0]), float(years[1])) if years else None
    return Job(title, row["grade"], row["scp"], qualified, tuple(row.get("roles", ())))


@cache
def name_groups() -> tuple[NameGroup, ...]:
    """The names from which invented people are drawn."""
    return tuple(
        NameGroup(row["share"], tuple(row["given"]), tuple(row["family"]))
        for row in read("names")["group"]
    )


@cache
def establishment(key: str) -> Establishment:
    """One invented organisation, with its units from the top down."""
    rows = read(key)
    top, base = rows["directorate"], rows["bases"][0]
    places = [_place(top, "directorate", None, base)]
    for service in rows["service"]:
        places.append(_place(service, "service", top["name"], base))
        for team in service.get("team", ()):
            places.extend(_team(team, service["name"]))
    return Establishment(key, rows["name"], rows["domain"], tuple(places))


def _team(team: dict[str, Any], service: str) -> list[Place]:
    pods = [
        replace(_place(pod, "team", team["name"], team["base"]), is_pod=True)
        for pod in team.get("pod", ())
    ]
    return [_place(team, "team", service, team["base"]), *pods]


def _place(row: dict[str, Any], kind: str, parent: str | None, base: str) -> Place:
    seats = tuple(_seat(post) for post in row["posts"])
    return Place(row["name"], kind, parent, base, seats, model=row.get("model", ""),
                 works_on=tuple(row.get("works_on", ())))  # fmt: skip


def _seat(written: str) -> Seat:
    found = SEAT.fullmatch(written)
    if found is None or found["job"] not in jobs():
        raise ValueError(f"jobs.toml lacks the job title in {written!r}.")
    week = int(found["week"]) if found["week"] else None
    return Seat(found["job"], bool(found["vacant"]), week)
