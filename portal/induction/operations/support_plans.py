"""Extra support: started in the open, extended once, ended early or by itself."""

from collections.abc import Callable
from datetime import date

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.induction import signing_notices as sentences
from portal.induction import supporting
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction, SupportPlan, SupportPlanWording
from portal.induction.operations.reckoning import iso, refuse
from portal.induction.queries import support_plans as queries
from portal.people.models import Person


class WrongDayError(NotPossibleError):
    """A day of a plan cannot be; `field` names it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def start_support_plan(
    by: Person,
    induction: Induction,
    *,
    supporter: Person,
    support: str,
    good: str,
    started_on: date,
    ends_on: date,
    first_review_on: date,
    second_review_on: date | None = None,
) -> SupportPlan:
    """Start extra support for a time; the person is told at once and reads all of it.

    Raises NotPossibleError where one is open already, and WrongDayError for a day that cannot be.
    """
    running = [plan for plan in queries.support_plans_of(induction) if plan.is_open]
    refuse("An extra support plan is open already. Extend it or end it first" if running else "")
    looks = [day for day in (first_review_on, second_review_on) if day]
    field, why = supporting.objection_to_dates(started_on, ends_on, looks, today())
    if why:
        raise WrongDayError(field, why)
    plan = SupportPlan(
        organisation_id=induction.organisation_id, induction_id=induction.id, induction=induction,
        started_on=started_on, ends_on=ends_on, started_by_id=by.id, started_by=by,
        supporter_id=supporter.id, supporter=supporter, support=support, good=good,
        first_review_on=first_review_on, second_review_on=second_review_on,
    )  # fmt: skip
    db.session.add(plan)
    facts = {"started_on": iso(started_on), "ends_on": iso(ends_on)}
    audit.record(by, "induction.support_plan_started", plan, **facts)
    _tell(by, plan, sentences.plan_started)
    return plan


def extend_support_plan(by: Person, plan: SupportPlan, *, to: date, why: str) -> None:
    """Let a plan last longer, once, with the reason. Raises NotPossibleError for a wrong day."""
    if plan.first_end_on is not None and plan.ends_on == to:
        return
    refuse(_is_over(plan), supporting.objection_to_extending(plan.ends_on, to, plan.first_end_on))
    plan.first_end_on, plan.ends_on, plan.extended_why = plan.ends_on, to, why
    facts = {"was": iso(plan.first_end_on), "ends_on": iso(to)}
    audit.record(by, "induction.support_plan_extended", plan, **facts)
    _tell(by, plan, sentences.plan_extended)


def correct_support_plan(by: Person, plan: SupportPlan, *, support: str, good: str) -> None:
    """Correct the words of a plan that is open: what they were is kept, and its readers are told.

    The same words change nothing. Raises NotPossibleError once the plan has ended.
    """
    refuse(_is_over(plan))
    if (plan.support, plan.good) == (support, good):
        return
    was = {"support": plan.support, "good": plan.good}
    kept = SupportPlanWording(
        organisation_id=plan.organisation_id, plan_id=plan.id,
        corrected_by_id=by.id, corrected_by=by, corrected_at=now(), **was,
    )  # fmt: skip
    db.session.add(kept)
    plan.support, plan.good = support, good
    fields = [name for name, words in was.items() if getattr(plan, name) != words]
    audit.record(by, "induction.support_plan_corrected", plan, fields=fields)
    page = f"/inductions/{plan.induction_id}/support-plan"
    reads = {each.id: each for each in queries.readers_of(plan)}
    for reader in ({plan.supporter_id: plan.supporter} | reads).values():
        if reader.id != by.id:
            link = page if reader.id in reads else ""
            said = sentences.plan_corrected(by, plan, reader)
            notices.tell(reader, said, link=link, about=plan)


def end_support_plan(by: Person, plan: SupportPlan, why: str) -> None:
    """End a plan before its last day, with the reason. A second time changes nothing.

    One that is still to begin ends as if it had never held: on the day before its first.
    """
    if plan.ended_on is not None:
        return
    refuse(_is_over(plan))
    plan.ended_on, plan.ended_by_id, plan.ended_why = today(), by.id, why
    audit.record(by, "induction.support_plan_ended", plan, ended_on=iso(plan.ended_on))
    _tell(by, plan, sentences.plan_ended)


def _is_over(plan: SupportPlan) -> str:
    return "" if plan.is_open else "This plan has ended. Start another where it is needed"


def _tell(by: Person, plan: SupportPlan, said: Callable[[SupportPlan, Person], str]) -> None:
    """Tell the person at once, and whoever gives the support where they may read the plan."""
    induction = plan.induction
    link = f"/inductions/{induction.id}/support-plan"
    notices.tell(induction.person, said(plan, induction.person), link=link, about=plan)
    near = {induction.todays_assessor_id, *(post.manager_id for post in induction.posts)}
    if plan.supporter_id != by.id:
        reads = link if plan.supporter_id in near else ""
        notices.tell(plan.supporter, said(plan, plan.supporter), link=reads, about=plan)
