"""Learning in the demo: days of courses, what people hold, and what they learn from."""

from datetime import date, time, timedelta

from portal.demo import past
from portal.demo.pairings import COACH, COORDINATOR
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.learning import operations
from portal.learning.catalogue import KEPT, SHIPPED, Kept
from portal.learning.expiring import valid_until
from portal.learning.models import CourseEvent
from portal.people.models import Person

# The course, in how many weeks from today, how many places, how many ask for one.
DAYS = (("assessment-and-risk", -8, 12, 9), ("court-skills", 3, 4, 6), ("brief-therapy", 6, 14, 5),
        ("supervision", 9, 12, 4))  # fmt: skip
# What is held, and in how many days it ends.
HELD = (
    ("practice-educator-2", 21), ("practice-educator-1", 75), ("bia", -9), ("dbs", 45),
    ("practice-educator-2", 400),
)  # fmt: skip
EXPERIENCED = timedelta(days=3 * 365)
RESOURCES = (
    (
        "Writing for court",
        "How to write a statement that a judge can follow.",
        ["court", "writing"],
    ),
    ("First visits", "What to say at the door, and what to listen for.", ["visits", "families"]),
    ("Fathers who are not there", "Ways to reach fathers early.", ["families", "assessment"]),
)
NOTE = (
    "A quiet hour for court work",
    "From nine to ten nobody rings or knocks. Try it for a month.",
)
SUMMARY = "People around the family knew more than anybody asked them."
MEANS_HERE = "We ask at the first visit who else knows the family, and write down whom we asked."
BRIEFING = "Whom do we forget to ask? Bring one visit each, without names. Fifteen minutes."
ACTION = "Add the question to the sheet for first visits"


def learn(scene: Scene) -> None:
    """Let people plan, book and attend courses, hold what expires, and write what they learn."""
    coordinator = scene.doing(COORDINATOR)[0].person
    people = [one.person for one in scene.staff if one.person is not coordinator]
    for key, weeks, places, asked in DAYS:
        _hold(scene, coordinator, people, key, weeks, places, asked)
    since = scene.today - EXPERIENCED
    known = [
        one for one in scene.staff if one.career.qualified_on and one.person is not coordinator
    ]
    able = [one.person for one in known if (one.career.qualified_on or scene.today) < since]
    for person, (key, days) in zip(scene.chance.sample(able, len(HELD)), HELD, strict=True):
        _holds(scene, coordinator, person, KEPT[key], days)
    _read_and_write(scene, coordinator, people)


def _hold(
    scene: Scene,
    by: Person,
    people: list[Person],
    key: str,
    weeks: int,
    places: int,
    asked: int,
) -> None:
    """A day of a course: asked for by some of the cast and others, attended once it is over."""
    day = weekday(scene.today + timedelta(weeks=weeks))
    cast = [one.person for one in scene.staff if one.member and one.person is not by]
    others = [person for person in people if person not in cast]
    who = [*cast[:2], *scene.chance.sample(others, min(asked, len(others)))][:asked]
    with past.on(min(scene.today, day) - timedelta(weeks=4)):
        event = operations.plan_event(
            by, SHIPPED[key], held_on=day, from_time=time(9, 30), place="Training room",
            places=places, run_by=by,
        )  # fmt: skip
        for person in who:
            operations.book(person, event)
    if day < scene.today:
        _attended(by, event, who, day)


def _attended(by: Person, event: CourseEvent, who: list[Person], day: date) -> None:
    with past.on(day):
        operations.say_who_came(by, event, {person.id for person in who[:-1]})


def _holds(scene: Scene, by: Person, person: Person, kept: Kept, days: int) -> None:
    until = scene.today + timedelta(days=days)
    since = valid_until(until, -(kept.months or 12))
    assert since is not None
    with past.on(since):
        operations.record_qualification(
            by, person, kind=kept.kind, key=kept.key, title=kept.title, awarded_on=since,
            expires_on=until,
        )  # fmt: skip


def _read_and_write(scene: Scene, by: Person, people: list[Person]) -> None:
    with past.on(weekday(scene.today - timedelta(weeks=6))):
        for title, about, tags in RESOURCES:
            operations.keep_resource(by, title=title, about=about, address="", tags=tags)
        operations.keep_practice_note(people[0], title=NOTE[0], words=NOTE[1])
        review = operations.keep_review(
            by, title="Who else knew", published_by="A safeguarding partnership elsewhere",
            published_on=weekday(scene.today - timedelta(weeks=20)), address="", summary=SUMMARY,
            means_here=MEANS_HERE, briefing=BRIEFING,
        )  # fmt: skip
        due_on = weekday(scene.today + timedelta(weeks=4))
        operations.add_review_action(by, review, words=ACTION, owner=people[0], due_on=due_on)
    coach, day = scene.doing(COACH)[0], weekday(scene.today - timedelta(weeks=4))
    with past.on(day):
        operations.say_briefed(coach.person, review, scene.units[coach.place.name], day)
