"""Pages and deeds of a round stay light: sixty people and twenty-five who offer, or a few."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import insert

from portal.database import db
from portal.matching import operations
from portal.matching.models import MatchPair, SupportNeed, SupportOffer
from portal.people.models import Person, RoleHeld
from tests.factories.matching import a_proposed, a_published, a_round, pair_of

MOST_STATEMENTS, MOST_FOR_A_SAVED_FORM = 12, 14
pytestmark = pytest.mark.once


def fill(cast, people, offering):
    """Let so many look for mentoring, and so many others offer it."""
    own = {"organisation_id": cast.hr.organisation_id, "version": 1}
    ids = [uuid4() for _ in range(people + offering)]
    rows = [own | {"id": each, "given_names": f"Given{n}", "family_name": f"Many{each.hex[:6]}",
                   "sort_key": f"many{n}", "working_days": "Mon Tue"}
            for n, each in enumerate(ids)]  # fmt: skip
    db.session.execute(insert(Person), rows)
    said = own | {"kinds": ["mentoring"], "languages": [], "practice": ""}
    offer = said | {"people": 2, "hours": 4, "strengths": ["neglect"], "in_directory": False,
                    "trained_on": date(2026, 5, 1)}  # fmt: skip
    offers, needs = [cast.coach.id, *ids[:offering]], [cast.nqsw.id, *ids[offering:]]
    db.session.execute(
        insert(SupportOffer), [offer | {"id": uuid4(), "person_id": each} for each in offers]
    )
    need = said | {"goals": ["neglect"]}
    db.session.execute(
        insert(SupportNeed), [need | {"id": uuid4(), "person_id": each} for each in needs]
    )
    role = own | {"role": "mentor", "started_on": date(2026, 1, 1)}
    db.session.execute(
        insert(RoleHeld), [role | {"id": uuid4(), "person_id": each} for each in offers[1:]]
    )
    db.session.commit()


def counted(cast, browser, statements):
    """The statements of each page of a round, by page and reader."""
    collecting, proposed = a_round(cast.coordinator), a_proposed(cast.coordinator)
    published = a_published(cast.coordinator, name="Autumn 2026")
    one = db.session.query(MatchPair).filter_by(round_id=proposed.id).first()
    pages = [(cast.coach, "/my-offer"), (cast.nqsw, "/my-goals"), (cast.nqsw, "/never-with")]
    pages += [(cast.nqsw, f"/rounds/{collecting.id}/my-choices")]
    pages += [(cast.coordinator, page) for page in (
        "/offers", "/needs", "/rounds", "/rounds/new", f"/rounds/pairs/{one.id}",
        f"/rematch?coach={cast.coach.id}", f"/rounds/{published.id}", f"/rounds/{collecting.id}",
        f"/rounds/{proposed.id}", f"/rounds/{proposed.id}/publication",
        *(f"/rounds/{proposed.id}/{part}" for part in ("pairs", "waiting", "fairness", "edit")),
    )]  # fmt: skip
    readers = {person.id: browser(as_=person) for person, _ in pages}
    found = {}
    for person, page in pages:
        readers[person.id].visit(page)
        statements.clear()
        readers[person.id].visit(page)
        assert readers[person.id].status == 200, page
        found[page.split("?")[0].replace(str(proposed.id), "review")] = len(statements)
    return found


@pytest.mark.parametrize(("people", "offering"), [(60, 25)])
def test_no_page_of_a_round_sends_more_than_twelve_statements(
    cast, browser, statements, people, offering
):
    fill(cast, people, offering)
    found = counted(cast, browser, statements)
    assert not {page: n for page, n in found.items() if n > MOST_STATEMENTS}


def test_finding_and_publishing_pairs_costs_the_same_for_many_as_for_few(cast, statements):
    costs = []
    for more in (5, 55):
        fill_more = fill if not costs else _more
        fill_more(cast, more, more // 2)
        made = a_round(cast.coordinator, name=f"Round of {more}")
        db.session.commit()
        statements.clear()
        operations.propose_pairs(cast.coordinator, made)
        costs.append(len([each for each in statements if "notice" not in each]))
    assert costs[1] <= costs[0] + 2, costs


def _more(cast, people, offering):
    for model in (SupportOffer, SupportNeed):
        db.session.query(model).delete()
    db.session.query(RoleHeld).filter_by(started_on=date(2026, 1, 1)).delete()
    fill(cast, people, offering)


def test_a_published_round_names_the_proposal_of_each_pair(cast):
    fill(cast, 8, 4)
    made = a_published(cast.coordinator)
    rows = db.session.query(MatchPair).filter_by(round_id=made.id).all()
    assert rows
    assert all((row.coach_id is None) == (row.proposal_id is None) for row in rows)
    assert pair_of(made, cast.nqsw).round_id == made.id


def test_a_saved_form_and_the_page_after_it_stay_light(cast, browser, statements):
    fill(cast, 60, 25)
    made = a_proposed(cast.coordinator)
    collecting = a_round(cast.coordinator, name="Winter 2027")
    forms = [
        (cast.coach, "/my-offer", "Save what I offer", {"people": "3"}),
        (cast.nqsw, "/my-goals", "Save what I look for", {"goals": ["court-skills"]}),
        (cast.nqsw, f"/rounds/{collecting.id}/my-choices", "Save my choices", {}),
        (cast.coordinator, f"/rounds/{made.id}/edit", "Save", {"goals": "5"}),
        (cast.coordinator, f"/rounds/{made.id}/withdrawal", "Yes, close it", {}),
    ]
    cost = {}
    for person, page, button, answers in forms:
        mine = browser(as_=person).visit(page)
        statements.clear()
        mine.submit(button, **answers)
        cost[page] = len(statements)
    most = MOST_FOR_A_SAVED_FORM + MOST_STATEMENTS
    assert not {page: n for page, n in cost.items() if n > most}
