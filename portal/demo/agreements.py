"""The agreements, reviews, a hand-over and an extra support plan of the demo's years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from portal.database import db
from portal.demo import past
from portal.demo.pairings import COORDINATOR
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.induction import earlier, operations, queries, signing
from portal.induction.models import Agreement, Induction, Review
from portal.people.models import Person

if TYPE_CHECKING:
    from portal.demo.inductions import Year

YESTERDAY = timedelta(days=1)
BEGUN_BEFORE = timedelta(weeks=6)
WORDS = {
    "supervision": "Mondays at ten in the small room. Whoever cannot come offers two other days.",
    "workload": "Development time is Wednesday morning. No new work in the week before a review.",
    "learning": "First assessments and reports for panels, with a colleague who reads them first.",
    "adjustments": "Documents on a cream background, and an agenda the day before each meeting.",
}
COMMENTS = {
    signing.NQSW: "I know the team and the systems now. I want more practice with reports.",
    signing.ASSESSOR: "Visits are well prepared, and plans are clear. Next come shorter reports.",
    signing.MANAGER: "The workload grew as planned. Wednesday mornings stay protected.",
}
DRAFT = "Reports are shorter and clearer than in the summer. Still to write: the observation."
SUPPORT = "A colleague reads each report before it goes out, every Tuesday at two."
GOOD = "Reports are ready a day before they are due, three times in a row."
FIRST_ASSESSOR = "Ruth Bell"
TRACKER = "ASYE tracker 2025 to 2026"
ACTIONS = "The next observation is held before the day. Both assessors come to one supervision."


@dataclass(frozen=True)
class Three:
    """Who signs for a year."""

    induction: Induction
    people: dict[str, Person]


def agree_years(scene: Scene, years: Sequence["Year"]) -> None:
    """Sign what is past, and leave one thing of each kind under way for visitors to see."""
    db.session.flush()
    asked = [_three(year) for year in years if year.assessor and not year.induction.stops]
    ready = [one for one in asked if one]
    mine = next((one for one in ready if _is_of_the_cast(years, one)), None)
    others = [one for one in ready if one is not mine]
    for one in others[:-1]:
        _agree(one)
    if mine:
        _agree(mine)
        _review(scene, mine)
    if len(others) > 3:
        _leave_waiting(scene, others[-1])
        _hand_over(scene, others[1])
        _support(scene, others[2])
        _before_the_portal(scene, others[0])


def _is_of_the_cast(years: Sequence["Year"], three: Three) -> bool:
    return any(year.one.member for year in years if year.induction is three.induction)


def _three(year: "Year") -> Three | None:
    """The three of a year, where the directory names a manager."""
    db.session.refresh(year.induction)
    manager = queries.manager_of(year.induction)
    if manager is None or year.assessor is None or not year.induction.is_open:
        return None
    people = {
        signing.NQSW: year.induction.person,
        signing.ASSESSOR: year.assessor,
        signing.MANAGER: manager,
    }
    return Three(year.induction, people)


def _written(three: Three) -> Agreement:
    agreement = operations.begin_agreement(three.people[signing.ASSESSOR], three.induction)
    db.session.flush()
    for part in agreement.parts:
        if part.key in WORDS:
            operations.write_agreement_part(three.people[signing.NQSW], part, WORDS[part.key])
    return agreement


def _agree(three: Three) -> None:
    """Write and sign the agreement on the day on which it was recorded as signed."""
    items = {item.code: item for item in queries.items_of(three.induction)}
    held_on = items["agreement"].held_on if "agreement" in items else None
    if held_on is None:
        return
    with past.on(held_on):
        agreement = _written(three)
        for party, person in three.people.items():
            operations.sign_agreement(person, agreement, party=party, digest=agreement.digest)


def _leave_waiting(scene: Scene, three: Three) -> None:
    """An agreement that waits for the manager's signature."""
    with past.on(scene.today - YESTERDAY):
        agreement = _written(three)
        for party in (signing.NQSW, signing.ASSESSOR):
            by = three.people[party]
            operations.sign_agreement(by, agreement, party=party, digest=agreement.digest)


def _review(scene: Scene, three: Three) -> None:
    """The first review signed, the second one begun with a draft."""
    items = [item for item in queries.items_of(three.induction) if item.kind == "review"]
    done = next((item for item in items if item.held_on), None)
    if done is not None and done.held_on is not None:
        with past.on(done.held_on):
            review = operations.begin_review(three.people[signing.ASSESSOR], done)
            _comment_and_sign(three, review)
    coming = next((item for item in items if not item.held_on), None)
    if coming is not None and coming.due_on <= scene.today + BEGUN_BEFORE:
        with past.on(scene.today - YESTERDAY):
            review = operations.begin_review(three.people[signing.ASSESSOR], coming)
            db.session.flush()
            own = next(each for each in review.comments if each.party == signing.ASSESSOR)
            operations.write_comment(three.people[own.party], own, DRAFT, share=False)


def _comment_and_sign(three: Three, review: Review) -> None:
    db.session.flush()
    for comment in review.comments:
        words = COMMENTS[comment.party]
        operations.write_comment(three.people[comment.party], comment, words, share=True)
    for party, person in three.people.items():
        operations.sign_review(person, review, party=party, digest=review.digest)


def _hand_over(scene: Scene, three: Three) -> None:
    """A hand-over that is planned for two weeks from now."""
    induction, assessor = three.induction, three.people[signing.ASSESSOR]
    near = {assessor.id, induction.person_id}
    found = queries.assessors(induction.organisation_id)
    free = [each for each in found if each.id not in near]
    by = scene.doing(COORDINATOR)[0].person
    day = _within(induction, weekday(scene.today + timedelta(days=16)))
    if free and day:
        with past.on(scene.today - YESTERDAY):
            made = operations.plan_hand_over(by, induction, free[0], from_on=day)
            operations.write_agreed_actions(assessor, made, ACTIONS)


def _support(scene: Scene, three: Three) -> None:
    """An extra support plan that began last week."""
    day = weekday(scene.today - timedelta(days=7))
    with past.on(day):
        operations.start_support_plan(
            three.people[signing.MANAGER],
            three.induction,
            supporter=three.people[signing.ASSESSOR],
            support=SUPPORT,
            good=GOOD,
            started_on=day,
            ends_on=weekday(day + timedelta(days=41)),
            first_review_on=weekday(day + timedelta(days=20)),
        )


def _before_the_portal(scene: Scene, three: Three) -> None:
    """A record that came with a list: somebody else assessed this year at first."""
    induction, by = three.induction, scene.doing(COORDINATOR)[0].person
    day = weekday(induction.started_on + timedelta(days=14))
    row = earlier.Row(2, induction.person.email or "", "Hand-over", day, FIRST_ASSESSOR, "")
    with past.on(scene.today - YESTERDAY):
        found = queries.added(queries.earlier_found(induction.organisation_id, [row]))
        operations.bring_in_earlier_records(by, found, source=TRACKER)


def _within(induction: Induction, day: date) -> date | None:
    return day if induction.started_on <= day <= induction.planned_end_on else None
