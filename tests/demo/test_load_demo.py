"""Loading the demo: deterministic, quick, once, and never beside real people."""

import os
import time
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import Uuid, select

from portal import clock, database
from portal.config import Misconfigured
from portal.database import Base, Moment, db
from portal.demo import refuse_mixture
from portal.demo.commands import demo as commands
from portal.demo.inductions import coming_thursday
from portal.demo.operations import has_organisations, load_demo
from portal.demo.walls import DEMO_UNDER_REAL, REAL_UNDER_DEMO, objection
from portal.identity.commands import organisations
from portal.induction import progress
from portal.induction.models import Induction, InductionItem
from portal.induction.policies import OWN_ITEMS
from portal.people.models import Organisation, Person
from tests.browser import Browser
from tests.conftest import TODAY, empty

OUTSIDE = {"audit_entry"}  # sealed over ids and moments
# So many days from today; `make reliability` takes more of them.
DAYS = os.environ.get("DEMO_DAYS", "2,29")


@pytest.fixture
def in_demo_mode(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    monkeypatch.setitem(app.config, "DEMO", True)
    return app


def digest() -> dict[str, list[str]]:
    """What the database says, but for ids, moments, secrets and what is sealed, never twice alike."""
    said = {}
    for table in Base.metadata.sorted_tables:
        told = [
            column
            for column in table.columns
            if not isinstance(column.type, (Uuid, Moment))
            and column.info.get("class") != "secret"
            and column.name not in {"link", "catalogues"}
            and not column.name.startswith("sealed")  # ids are in them too
        ]
        if told and table.name not in OUTSIDE:
            said[table.name] = sorted(repr(tuple(row)) for row in db.session.execute(select(*told)))
    return said


def needs_of_the_cast(day: date) -> list[str]:
    """What waits for the newly qualified worker of the cast, until a week from this day."""
    items = (
        select(InductionItem)
        .join(Induction, Induction.id == InductionItem.induction_id)
        .join(Person, Person.id == Induction.person_id)
        .where(Person.email == "nqsw@riverside.example", InductionItem.owner.in_(OWN_ITEMS))
        .order_by(InductionItem.position)
    )
    waiting = progress.whats_next(db.session.scalars(items).all(), 2)
    assert waiting[0].on_day < day < waiting[1].on_day
    return [item.code for item in waiting]


def load(day: date = TODAY, **options: int) -> dict[str, list[str]]:
    db.session.rollback()
    with clock.set_to(day=day):
        database.write()
        load_demo(today=day, **options)
        db.session.commit()
    return digest()


def test_the_same_day_and_seed_load_the_same_demo_in_time(in_demo_mode: Flask):
    began = time.process_time()
    first = load()
    assert time.process_time() - began < 20
    db.session.rollback()
    empty(in_demo_mode)
    second = load()
    assert first == second
    assert len(first["person"]) == 150


@pytest.mark.parametrize("offset", [int(day) for day in DAYS.split(",")])
def test_the_demo_loads_on_any_day(in_demo_mode: Flask, offset: int):
    day = TODAY + timedelta(days=offset)
    said = load(day)
    assert len(said["person"]) == 150
    assert needs_of_the_cast(day) == ["document-2", "observation-2"]


def test_the_command_loads_once_and_leaves_what_is_there(in_demo_mode: Flask):
    runner = in_demo_mode.test_cli_runner()
    first = runner.invoke(commands, ["load"])
    assert "Riverside: 120 people." in first.output
    before = digest()
    db.session.rollback()
    again = runner.invoke(commands, ["load"])
    assert (again.exit_code, "nothing was loaded" in again.output) == (0, True)
    assert digest() == before


def test_the_command_asks_for_demo_mode(app: Flask):
    result = app.test_cli_runner().invoke(commands, ["load"])
    assert result.exit_code == 1
    assert "Set PORTAL_DEMO=1" in result.output
    assert not has_organisations()


def test_it_is_loaded_into_an_empty_database_only(in_demo_mode: Flask, cast):
    with pytest.raises(ValueError, match="empty database only"):
        load_demo(today=TODAY)


@pytest.mark.parametrize(
    ("demo", "kinds", "said"),
    [
        (True, {True}, None),
        (True, set(), None),
        (False, {False}, None),
        (False, set(), None),
        (True, {False}, REAL_UNDER_DEMO),
        (True, {True, False}, REAL_UNDER_DEMO),
        (False, {True}, DEMO_UNDER_REAL),
        (False, {True, False}, DEMO_UNDER_REAL),
    ],
)
def test_invented_and_real_people_are_never_in_one_database(demo, kinds, said):
    assert objection(demo, kinds) == said


def test_the_start_is_refused_over_the_other_kind(app: Flask, monkeypatch: pytest.MonkeyPatch):
    organisation = Organisation(name="Marsh End")
    db.session.add(organisation)
    db.session.commit()
    refuse_mixture(app)
    monkeypatch.setitem(app.config, "DEMO", True)
    with pytest.raises(Misconfigured, match="real organisation"):
        refuse_mixture(app)


def test_an_organisation_added_in_demo_mode_is_one_of_the_demo(in_demo_mode: Flask):
    words = ["add", "Marsh End", "--email", "ada@marsh.example"]
    words += ["--given-names", "Ada", "--family-name", "Byrne"]
    result = in_demo_mode.test_cli_runner().invoke(organisations, words)
    assert result.exit_code == 0, result.output
    assert db.session.scalars(select(Organisation.is_demo)).all() == [True]
    refuse_mixture(in_demo_mode)


def test_a_database_without_tables_is_of_neither_kind(tmp_path):
    bare = Flask("bare")
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    bare.config.update(SQLALCHEMY_DATABASE_URI=url, DEMO=True)
    database.init_app(bare)
    refuse_mixture(bare)
    with bare.app_context():
        db.engine.dispose()


def test_outside_demo_mode_there_is_no_demo(app: Flask, browser, cast):
    for visitor in (browser(), browser(as_=cast.admin)):
        assert visitor.visit("/demo").status == 404
        assert "Look round as somebody" not in visitor.visit("/sign-in").text
    assert browser(as_=cast.admin).visit("/outbox").status == 404
    stranger = Browser(app)
    assert stranger.post(f"/demo/sign-in/{cast.nqsw.id}").status == 404


def test_in_demo_mode_nobody_becomes_a_real_person(in_demo_mode: Flask, browser, cast):
    stranger = Browser(in_demo_mode)
    stranger.visit("/demo")
    from portal.identity.models import Account

    account = db.session.scalars(select(Account).where(Account.person_id == cast.nqsw.id)).one()
    assert stranger.post(f"/demo/sign-in/{account.id}").status == 404


@pytest.mark.parametrize("offset", range(7))
def test_the_coming_thursday_is_within_a_week_and_never_today(offset: int):
    day = TODAY + timedelta(days=offset)
    thursday = coming_thursday(day)
    assert thursday.weekday() == 3
    assert 1 <= (thursday - day).days <= 7
