"""Evidence as pages list it: pieces by day, and how many show each standard."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, func, select

from portal.clock import today
from portal.database import db
from portal.standards import frameworks
from portal.standards.frameworks import Framework
from portal.standards.models.evidence import CHOSEN, Evidence, StandardShown, StandardsMove
from portal.web.lists import Page, page_of, pages_of

NONE = "none"  # as a filter: what shows no standard yet
SIZE = 25
MOST_MARKS = 20_000
BY_DAY = [Evidence.dated_on, Evidence.id]

Marks = dict[UUID, list[StandardShown]]


@dataclass(frozen=True)
class Overview:
    """Somebody's evidence by the standards of one framework."""

    framework: Framework
    counts: dict[str, int]
    pieces: int
    unmapped: int
    suggested: int


def framework_of(person_id: UUID, given: Framework | None = None) -> Framework:
    """What somebody follows: where they moved to, else their programme's, else what they use."""
    return framework_after(last_move(person_id), person_id, given)


def framework_after(
    move: StandardsMove | None, person_id: UUID, given: Framework | None = None
) -> Framework:
    """The same, where their last move is known already."""
    if move is not None:
        return frameworks.known(move.to_key)
    return given or _used(person_id) or frameworks.usual(today())


def last_move(person_id: UUID) -> StandardsMove | None:
    """The last move between frameworks that was not undone."""
    found = (
        select(StandardsMove)
        .where(StandardsMove.person_id == person_id, StandardsMove.undone_at.is_(None))
        .order_by(StandardsMove.moved_at.desc(), StandardsMove.id)
        .limit(1)
    )
    return db.session.scalar(found)


def overview(person_id: UUID, framework: Framework) -> Overview:
    """How many pieces show each standard, and how many show none: two statements."""
    here, none = _here(person_id), _shown(person_id, framework, NONE)
    sizes = select(_number(here), _number(none))
    pieces, unmapped = db.session.execute(sizes).one()
    found = _marked(person_id, framework)
    counts = _chosen(found)
    return Overview(framework, counts, pieces, unmapped, sum(found.values()) - sum(counts.values()))


def counts_under(person_id: UUID, framework: Framework) -> dict[str, int]:
    """How many pieces show each standard of a framework: one statement."""
    return _chosen(_marked(person_id, framework))


def _chosen(marked: dict[tuple[str, str], int]) -> dict[str, int]:
    return {key: number for (key, state), number in marked.items() if state == CHOSEN}


def _marked(person_id: UUID, framework: Framework) -> dict[tuple[str, str], int]:
    """How many pieces on the list show each standard, or might."""
    marks = (
        select(StandardShown.standard_key, StandardShown.state, func.count())
        .join(Evidence, Evidence.id == StandardShown.evidence_id)
        .where(
            StandardShown.person_id == person_id,
            StandardShown.framework_key == framework.key,
            Evidence.removed_at.is_(None),
        )
        .group_by(StandardShown.standard_key, StandardShown.state)
        .order_by(StandardShown.standard_key, StandardShown.state)
    )
    return {(key, state): number for key, state, number in db.session.execute(marks)}


def evidence_page(
    person_id: UUID, framework: Framework, *, standard: str = "", after: str | None = None
) -> Page:
    """A page of somebody's evidence, last first; of one standard, or of none, where asked."""
    found = _shown(person_id, framework, standard)
    return page_of(found, keys=BY_DAY, after=after, size=SIZE, descending=True)


def every_piece(
    person_id: UUID, framework: Framework, *, standard: str = ""
) -> Iterator[tuple[Evidence, list[StandardShown]]]:
    """All that `evidence_page` shows a page of, for a file, each with its marks."""
    found = _shown(person_id, framework, standard)
    for page in pages_of(found, keys=BY_DAY, descending=True):
        marks = marks_of([piece.id for piece in page.rows], framework)
        for piece in page.rows:
            yield piece, marks[piece.id]


def marks_of(evidence_ids: Collection[UUID], framework: Framework) -> Marks:
    """The standards of a framework that these pieces show or might show, by piece."""
    found = (
        select(StandardShown)
        .where(
            StandardShown.evidence_id.in_(evidence_ids),
            StandardShown.framework_key == framework.key,
        )
        .order_by(StandardShown.evidence_id, StandardShown.standard_key)
        .limit(MOST_MARKS)
    )
    marks: Marks = defaultdict(list)
    for mark in db.session.scalars(found):
        marks[mark.evidence_id].append(mark)
    return marks


def piece_of(person_id: UUID, evidence_id: UUID | None) -> Evidence | None:
    """That piece of evidence, if it is this person's and on their list."""
    if evidence_id is None:
        return None
    return db.session.scalar(_here(person_id).where(Evidence.id == evidence_id))


def pointing_at(person_id: UUID, subject_type: str, subject_id: UUID) -> Evidence | None:
    """The piece of evidence of this person that points at a thing, on the list or taken off."""
    found = select(Evidence).where(
        Evidence.person_id == person_id,
        Evidence.subject_type == subject_type,
        Evidence.subject_id == subject_id,
    )
    return db.session.scalar(found)


def chosen_marks(person_id: UUID, framework_key: str) -> list[tuple[UUID, str]]:
    """Each piece with a standard of the framework that it was said to show, also if taken off."""
    found = (
        select(StandardShown.evidence_id, StandardShown.standard_key)
        .where(
            StandardShown.person_id == person_id,
            StandardShown.framework_key == framework_key,
            StandardShown.state == CHOSEN,
        )
        .order_by(StandardShown.evidence_id, StandardShown.standard_key)
        .limit(MOST_MARKS)
    )
    return [(piece, key) for piece, key in db.session.execute(found)]


def _here(person_id: UUID) -> Select[Evidence]:
    """What is on somebody's list."""
    return select(Evidence).where(Evidence.person_id == person_id, Evidence.removed_at.is_(None))


def _number(found: Select[Evidence]) -> ScalarSelect[int]:
    """How many there are, counted no further than anybody's evidence goes."""
    listed = found.with_only_columns(Evidence.id).limit(MOST_MARKS).subquery()
    return select(func.count()).select_from(listed).scalar_subquery()


def _shown(person_id: UUID, framework: Framework, standard: str) -> Select[Evidence]:
    found = _here(person_id)
    marked = select(StandardShown.evidence_id).where(
        StandardShown.person_id == person_id,
        StandardShown.framework_key == framework.key,
        StandardShown.state == CHOSEN,
    )
    if standard == NONE:
        return found.where(Evidence.id.not_in(marked))
    if standard in framework.title_of:
        return found.where(Evidence.id.in_(marked.where(StandardShown.standard_key == standard)))
    return found


def _used(person_id: UUID) -> Framework | None:
    """The framework by which somebody last sorted their evidence."""
    found = (
        select(StandardShown.framework_key)
        .join(Evidence, Evidence.id == StandardShown.evidence_id)
        .where(StandardShown.person_id == person_id, StandardShown.state == CHOSEN)
        .order_by(Evidence.mapped_at.desc(), StandardShown.id)
        .limit(1)
    )
    key = db.session.scalar(found)
    return frameworks.known(key) if key else None
