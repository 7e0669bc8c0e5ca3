"""An application is begun, written, sent to a panel, or taken back by whoever applies."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.pathways import panel_notices, queries
from portal.pathways.catalogue import Catalogue, Place
from portal.pathways.models import (
    Application,
    ApplicationItem,
    ItemEvidence,
    ManagerStatement,
    Panel,
)
from portal.pathways.operations.conflicts import tell_where_no_chair
from portal.pathways.operations.panels import NotPossibleError
from portal.pathways.progression import checklist, dates
from portal.people.models import Organisation, Person
from portal.people.queries import managers_of
from portal.standards.models import Evidence
from portal.web import days
from portal.web.numbers import counted


class AlreadyApplyingError(Exception):
    """Somebody has an application that is neither decided nor taken back."""

    def __init__(self, first: Application) -> None:
        super().__init__("There is an application already.")
        self.first = first


def begin_application(
    by: Person, catalogue: Catalogue, *, here: Place, wanted: Place
) -> Application:
    """Begin a draft with the requirements of a place as they are worded today.

    What the applicant shows already is filled in, for them to change: nobody else sees it yet.
    Raises AlreadyApplyingError with the one that is still open.
    """
    first = queries.open_application_of(by.id)
    if first is not None:
        raise AlreadyApplyingError(first)
    application = Application(
        organisation_id=by.organisation_id, person_id=by.id, person=by,
        place_key=wanted.key, place_title=wanted.title, from_title=here.title,
        catalogue_version=catalogue.version,
    )  # fmt: skip
    db.session.add(application)
    db.session.flush()
    _fill_in(by, application, catalogue, wanted)
    audit.record(by, "pathways.application_begun", application, place=wanted.key)
    return application


def _fill_in(by: Person, application: Application, catalogue: Catalogue, wanted: Place) -> None:
    """Write the checklist down, with what the applicant shows for it already."""
    own = {"organisation_id": by.organisation_id}
    filled = checklist.filled(wanted, queries.facts_of(by, catalogue, today()), today())
    mine = queries.pickable(by.id) if any(each.pieces for each in filled.values()) else []
    nothing, picked = checklist.Filled(), []
    for number, line in enumerate(checklist.lines_of(wanted), 1):
        have = filled.get(line.key, nothing)
        item = ApplicationItem(
            **own, id=uuid4(), application_id=application.id, number=number, key=line.key,
            words=line.words, next_step=line.next_step, answer=have.answer,
        )  # fmt: skip
        db.session.add(item)
        fits = [piece.id for piece in mine if piece.kind in have.kinds][: have.pieces]
        picked += [ItemEvidence(**own, item_id=item.id, evidence_id=key) for key in fits]
    db.session.flush()
    db.session.add_all(picked)
    db.session.flush()


def write_statement(by: Person, application: Application, words: str) -> None:
    """Keep what the applicant says in their own words."""
    if application.statement == words:
        return
    application.statement = words
    db.session.flush()
    audit.record(by, "pathways.application_written", application, field="statement")


def answer_item(
    by: Person, item: ApplicationItem, *, answer: str, evidence: Collection[UUID]
) -> None:
    """Keep how a requirement is shown: in a sentence, and by evidence of one's own."""
    mine = {each.id for each in queries.pickable(item.application.person_id)}
    wanted, there = set(evidence) & mine, queries.picked_for(item)
    if there - wanted:
        gone = ItemEvidence.evidence_id.in_(there - wanted)
        db.session.execute(delete(ItemEvidence).where(ItemEvidence.item_id == item.id, gone))
    own = {"organisation_id": item.organisation_id, "item_id": item.id}
    db.session.add_all(ItemEvidence(**own, evidence_id=key) for key in sorted(wanted - there))
    item.answer = answer
    db.session.flush()
    audit.record(by, "pathways.application_written", item.application, field=item.key)


def send_application(by: Person, application: Application, panel: Panel) -> None:
    """Send an application to a panel, which takes a place on it, and ask the manager.

    Raises NotPossibleError where it is late, the panel is full, somebody leaves before it meets,
    or something is not answered yet.
    """
    _refuse_unfit(by, application, panel)
    application.panel_id, application.panel, application.sent_on = panel.id, panel, today()
    _keep_evidence_as_it_is(application)
    asked = _managers(by)
    nation = db.session.get_one(Organisation, by.organisation_id).nation
    due_on = dates.manager_by(today(), panel.meets_on, nation)
    said = ManagerStatement(
        organisation_id=by.organisation_id, application_id=application.id, asked_on=today(),
        asked_id=asked[0].id if asked else None,
        due_on=due_on if asked else today() - timedelta(days=1),
    )  # fmt: skip
    db.session.add(said)
    db.session.flush()
    db.session.expire(application, ["manager_statement"])
    facts = {"panel_id": str(panel.id), "manager_by": said.due_on.isoformat()}
    audit.record(by, "pathways.application_sent", application, **facts)
    tell_where_no_chair(application)
    for manager in asked:
        words = panel_notices.sent(application, days.in_words(due_on))
        notices.tell(manager, words, link=f"/applications/{application.id}", about=application)


def _keep_evidence_as_it_is(application: Application) -> None:
    """What is sent stays as it was sent, whatever becomes of it in the applicant's own list."""
    items = select(ApplicationItem.id).where(ApplicationItem.application_id == application.id)
    off_the_list = select(Evidence.id).where(
        Evidence.person_id == application.person_id, Evidence.removed_at.is_not(None)
    )
    gone = ItemEvidence.evidence_id.in_(off_the_list)
    db.session.execute(delete(ItemEvidence).where(ItemEvidence.item_id.in_(items), gone))
    columns = (Evidence.title, Evidence.note, Evidence.kind, Evidence.dated_on)
    now_is = {each.key: _of_evidence(each) for each in columns}
    kept = update(ItemEvidence).where(ItemEvidence.item_id.in_(items)).values(now_is)
    db.session.execute(kept.execution_options(synchronize_session=False))


def _of_evidence(column: Any) -> Any:
    found = select(column).where(Evidence.id == ItemEvidence.evidence_id)
    return found.correlate(ItemEvidence).scalar_subquery()


def withdraw_application(by: Person, application: Application) -> None:
    """Take an application back; its place on the panel is free again."""
    was_sent = application.is_sent
    application.withdrawn_on = application.settled_on = today()
    db.session.flush()
    audit.record(by, "pathways.application_withdrawn", application, was_sent=was_sent)
    if was_sent and application.panel is not None:
        told = {each.id: each for each in [*_managers(by), application.panel.chair]}
        for reader in told.values():
            notices.tell(reader, panel_notices.withdrawn(application), about=application)


def _refuse_unfit(by: Person, application: Application, panel: Panel) -> None:
    left = [] if application.statement else ["Write your statement first"]
    number = sum(not each.is_answered for each in queries.pack_of(application))
    if number:
        ask = counted(number, "requirement", "requirements")
        left.append(f"Say first how you show {ask} that you have left open")
    if left:
        raise NotPossibleError("panel", ". ".join(left))
    if by.left_on is not None and by.left_on < panel.meets_on:
        last = days.in_words(by.left_on)
        raise NotPossibleError("panel", f"Your last day here is {last}, before this panel meets")
    _refuse_late_or_full(by, panel)


def _refuse_late_or_full(by: Person, panel: Panel) -> None:
    day = today()
    wrong = dates.objection(queries.sitting(panel, queries.places_taken(panel)), day)
    if not wrong:
        return
    coming = queries.coming_panels(by.organisation_id, day)
    following = dates.next_open((sitting for _, sitting in coming), day)
    said = (
        f"Applications to it closed on {days.in_words(panel.send_by)}."
        if wrong == dates.LATE
        else f"The panel of {days.in_words(panel.meets_on)} is full."
    )
    raise NotPossibleError("panel", f"{said} {_offer(following)}")


def _offer(following: dates.Sitting | None) -> str:
    if following is None:
        return "No coming panel has a place yet. Your draft is kept"
    meets, until = days.in_words(following.meets_on), days.in_words(following.send_by)
    return f"The next with a place meets on {meets}: send it there until {until}"


def _managers(person: Person) -> list[Person]:
    """Who manages somebody today, by name."""
    ids: set[UUID] = managers_of([person.id], today())[person.id] - {person.id}
    people = select(Person).where(Person.id.in_(ids)).order_by(Person.sort_key, Person.id).limit(20)
    return list(db.session.scalars(people)) if ids else []
