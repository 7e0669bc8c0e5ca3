"""The contract of Riverside with Lockside in the demo: agreed, with a year of totals."""

from datetime import date, timedelta
from decimal import Decimal

from portal.demo import past
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.people.models import Person
from portal.period import months_after
from portal.practices import operations, queries, spans, terms
from portal.practices.models import Contract

PAID_BY = (
    "A fixed sum for each half-year, paid whole where all six outcomes are as agreed. "
    "A tenth of it depends on stability and continuity: lead professionals who stay, and "
    "placements that last."
)
# Of each quarter, the oldest first: children by 1, 2, 3 and more lead professionals; the same one
# for 12 and 24 months; left care, supported after; placements that lasted, moved once, moved more.
QUARTERS = (
    (28, 9, 5, 24, 11, 1, 6, 33, 6, 2),
    (29, 9, 4, 26, 12, 2, 7, 34, 5, 2),
    (31, 8, 4, 29, 15, 1, 9, 36, 5, 1),
    (32, 8, 3, 31, 18, 2, 10, 37, 4, 1),
)
REASONS = {
    "healthy": ("as-agreed", "Health assessments were in time for nearly all."),
    "safe": ("as-agreed", "Reviews took place when they were due."),
    "achieve": ("below", "Fewer had a current education plan than was agreed."),
    "contribution": ("above", "Young people sat on two interview panels of ours."),
    "wellbeing": ("unknown", "Too few have left care so far to say."),
    "stability": ("above", "More keep the same lead professional than was agreed."),
}
VIEW = {"achieve": "Two schools changed their form. The plans are there since the summer."}


def be_under_contract(scenes: list[Scene]) -> None:
    """Let the commissioner and the practice's administrator say yes, and send what they owe."""
    named = {scene.establishment.key: scene for scene in scenes}
    commissioner = next(named["riverside"].with_role("commissioner"), None)
    partner = next(named["lockside"].with_role("admin"), None)
    if commissioner is None or partner is None:
        return
    today = named["riverside"].today
    first = months_after(spans.quarter_of(today).started_on, -3 * len(QUARTERS))
    contract = _agree(commissioner.person, partner.person, first)
    quarters = spans.over(contract, today)[::-1]
    for quarter, numbers in zip(quarters, QUARTERS, strict=True):
        _send(partner.person, contract, quarter, numbers)
    _correct(partner.person, contract, quarters[-1].started_on, today)
    for number, half in enumerate(spans.over(contract, today, spans.HALF)[:2][::-1]):
        _rate(commissioner.person, partner.person, contract, half, today, is_last=number > 0)
    _exchange(commissioner.person, contract, quarters)


def _agree(commissioner: Person, partner: Person, first: date) -> Contract:
    with past.on(weekday(first - timedelta(days=50))):
        contract = operations.propose_contract(
            commissioner, addressed_to="Lockside", practice_id=partner.organisation_id,
            ownership=terms.OWNERSHIPS[0].key, started_on=first,
            ended_on=months_after(first, 36) - timedelta(days=1),
            functions_kept=[each.key for each in terms.FUNCTIONS], children_for=45,
            paid_by=PAID_BY,
        )  # fmt: skip
    with past.on(weekday(first - timedelta(days=41))):
        operations.answer_proposal(partner, contract, is_agreed=True)
    return contract


def _send(
    partner: Person, contract: Contract, quarter: spans.Span, numbers: tuple[int, ...]
) -> None:
    keys = [each.key for each in terms.COUNTS[1:]]
    counts: dict[str, int | None] = dict(zip(keys, numbers, strict=True))
    counts["children"] = sum(numbers[:3])
    with past.on(weekday(quarter.last_on + timedelta(days=11))):
        operations.type_totals(partner, contract, quarter.started_on, counts, is_sent=True)


def _correct(partner: Person, contract: Contract, quarter_on: date, today: date) -> None:
    """A number that was counted twice, put right."""
    row = queries.totals_of_quarter(contract, quarter_on)[0]
    counts = {**row.counts, "after_care": 9}
    with past.on(min(weekday(row.quarter.last_on + timedelta(days=20)), today)):
        reason = "One young person was counted twice among those supported after care."
        operations.correct_totals(partner, row, counts, reason=reason)


def _rate(
    commissioner: Person, partner: Person, contract: Contract, half: spans.Span, today: date,
    *, is_last: bool,
) -> None:  # fmt: skip
    """Rate a half-year; the one before last is closed, and its payment decided."""
    with past.on(min(weekday(half.last_on + timedelta(days=21)), today)):
        rated = operations.rate_outcomes(commissioner, contract, half.started_on, None, REASONS)
    with past.on(min(weekday(half.last_on + timedelta(days=26)), today)):
        operations.say_view(partner, contract, rated, VIEW)
    if is_last:
        return
    with past.on(min(weekday(half.last_on + timedelta(days=35)), today)):
        operations.close_assessment(commissioner, contract, rated)
        operations.decide_payment(
            commissioner, contract, half.started_on, decision=terms.IN_PART,
            amount=Decimal("184500.00"),
            reason="Five of six outcomes are met; education plans follow in the next half-year.",
        )  # fmt: skip


def _exchange(commissioner: Person, contract: Contract, quarters: list[spans.Span]) -> None:
    for number, quarter in enumerate(quarters):
        with past.on(weekday(quarter.last_on + timedelta(days=14))):
            operations.write_exchange(
                commissioner, contract, quarter.started_on, None,
                staff_moved=2 if number == 0 else 0, posts_given_up=1 if number == 0 else 0,
                handed_back=(3, 1, 0, 2)[number % 4],
                said="Two social workers moved; their old team waits for one post." * (not number),
            )  # fmt: skip
