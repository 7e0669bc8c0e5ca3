"""The wall: markers in the records of both organisations, and every page of contracts read by both."""

from collections.abc import Callable

from sqlalchemy import inspect

from portal.database import Base, Owned, db
from portal.people.models import Person, Post, Unit
from portal.practices.models import Contract
from portal.web.guard import rule_of
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.people import a_person, a_post
from tests.factories.practices import a_contract, some_ratings, some_totals

Open = Callable[..., Browser]


def planted(like: Person, by: Person, mark: str) -> list[str]:
    """Somebody with a marker in each field that a page could show, in a team, a pair and a year."""
    person = a_person(like, given=f"{mark}given", family=f"{mark}family", phone=f"{mark}phone",
                      staff_number=f"{mark}staff", email=f"{mark}@mark.example")  # fmt: skip
    other = a_person(like, given=f"{mark}coach", family=f"{mark}coachfamily")
    unit = Unit(organisation_id=like.organisation_id, name=f"{mark}team", kind="team")
    db.session.add(unit)
    db.session.flush()
    a_post(person, unit=unit, job_title=f"{mark}job")
    a_pairing(coach=other, supported=person)
    an_induction(person, by=by)
    return [mark]


def test_no_marker_of_one_side_is_read_on_any_page_of_the_other(
    app, cast: Cast, browser: Open
) -> None:
    contract = a_contract(cast.commissioner, cast.lockside_worker)
    totals = some_totals(cast.lockside_worker, contract)
    some_ratings(cast.commissioner, contract)
    planted(cast.lockside_worker, cast.lockside_worker, "locksmark")
    planted(cast.commissioner, cast.coordinator, "rivermark")
    db.session.commit()
    addresses = []
    for rule in app.url_map.iter_rules():
        if not rule.endpoint.startswith("practices.") or "GET" not in (rule.methods or ()):
            continue
        given = {"contract_id": contract.id, "totals_id": totals.id, "half_key": "2026-04",
                 "quarter_key": "2026-07"}  # fmt: skip
        with app.test_request_context():
            wanted = {name: given[name] for name in rule.arguments}
            addresses.append(app.url_for(rule.endpoint, **wanted))
    assert len(addresses) > 10
    sides = {"rivermark": [cast.lockside_worker, cast.harbour_hr], "locksmark": []}
    here = cast.commissioner.organisation_id
    sides["locksmark"] = [each for each in cast if each.organisation_id == here]
    opened = 0
    names = {"rivermark": ("Colin", "Riverside pod"), "locksmark": ("Luke", "Singh")}
    for mark, readers in sides.items():
        for person in readers:
            reading = browser(as_=person)
            for address in [*addresses, "/", "/notices", "/people?q=mark"]:
                answer = reading.send("get", address)
                opened += answer.status_code == 200
                said = answer.get_data(as_text=True)
                own = address not in ("/", "/notices", "/people?q=mark")
                for words in (mark, *(names[mark] if own else ())):
                    assert words not in said, (person.name, address, words)
    assert opened > 20


def test_only_a_contract_is_seen_from_two_organisations() -> None:
    """The guard asks each model whose its rows are; all but one say: their own organisation's."""
    models = [each.class_ for each in Base.registry.mappers if issubclass(each.class_, Owned)]
    others = {each for each in models if each.seen_from.__func__ is not Owned.seen_from.__func__}
    assert others == {Contract}


def test_every_deed_across_the_wall_takes_both_pens_in_order(app) -> None:
    """What writes on a contract reads first, and asks for the pens of both sides at once."""
    alone = {"practices.write_exchange"}  # writes at the council only
    for rule in app.url_map.iter_rules():
        said = rule_of(app.view_functions[rule.endpoint])
        if rule.endpoint.startswith("practices.") and "POST" in (rule.methods or ()):
            assert said is not None
            assert said.reads_first or rule.endpoint in alone, rule.endpoint


def test_rows_of_the_practice_cannot_be_given_to_another_council(cast: Cast) -> None:
    keys = inspect(db.engine).get_foreign_keys("practice_totals")
    tied = [each["constrained_columns"] for each in keys if each["referred_table"] == "contract"]
    assert tied == [["contract_id", "council_id"]]
    assert db.session.query(Post).count()
