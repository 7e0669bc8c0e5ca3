"""Loading the demo, the same every time for the same day and seed; and signing in to it."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select, update

from portal import audit, database
from portal.database import db
from portal.demo import data, past
from portal.demo.accounts import one_hash, open_accounts
from portal.demo.catalogue import keep_catalogue
from portal.demo.court import go_to_court
from portal.demo.covers import cover_for_one
from portal.demo.endings import end_one
from portal.demo.goals import have_a_goal
from portal.demo.inductions import hold_years
from portal.demo.learning import learn
from portal.demo.matching import offer_and_look
from portal.demo.organisations import founded
from portal.demo.pairings import COORDINATOR, pair_people
from portal.demo.panels import hold_panels
from portal.demo.people import settle
from portal.demo.practices import be_under_contract
from portal.demo.proposals import agree_and_propose
from portal.demo.questions import ask_consultants
from portal.demo.routes import be_on_a_route
from portal.demo.scene import Chance, Scene
from portal.demo.sessions import hold_sessions
from portal.demo.standing_in import stand_in
from portal.demo.support import consult
from portal.demo.team_models import count_workloads, keep_to_models, share_tasks_out
from portal.demo.teams import coach_teams
from portal.identity import sessions
from portal.identity.models import Account
from portal.notices.models import Notice
from portal.people.models import Organisation

SEED = 2010
NEWS_FOR = timedelta(days=4)


def has_organisations() -> bool:
    """Whether the database holds any organisation, the demo's or another."""
    return db.session.scalar(select(Organisation.id).limit(1)) is not None


def load_demo(*, today: date, seed: int = SEED) -> list[Scene]:
    """Fill an empty database with the demo, dated relative to today.

    Raises ValueError where the database has any organisation.
    """
    if has_organisations():
        raise ValueError("The demo is loaded into an empty database only.")
    password_hash = one_hash()
    scenes = [
        _load(key, Chance(f"{seed} {key}"), today, password_hash) for key in data.ORGANISATIONS
    ]
    be_under_contract(scenes)
    for scene in scenes:
        _have_read(scene.organisation.id, today)
    return scenes


def sign_in_as(account: Account, browser: str, address: str) -> None:
    """Open a session of an invented person's account, without a password."""
    database.lock(account.organisation_id)
    sessions.start_session(account, browser, address)
    audit.record(account.person, "demo.signed_in", account)


def _load(key: str, chance: Chance, today: date, password_hash: str) -> Scene:
    scene = founded(data.establishment(key), chance, today)
    settle(scene)
    open_accounts(scene, password_hash)
    keep_to_models(scene)
    keep_catalogue(scene)
    if scene.doing(COORDINATOR):
        hold_years(scene)
        pairs = pair_people(scene)
        agree_and_propose(scene, pairs)
        hold_sessions(scene, pairs)
        end_one(scene, pairs)
        cover_for_one(scene, pairs)
        coach_teams(scene)
        hold_panels(scene)
        have_a_goal(scene)
        be_on_a_route(scene)
    stand_in(scene)
    if scene.doing(COORDINATOR):
        offer_and_look(scene)
        learn(scene)
        consult(scene)
        ask_consultants(scene)
        share_tasks_out(scene)
        count_workloads(scene)
        go_to_court(scene)
    audit.record(None, "demo.loaded", scene.staff[0].person, people=len(scene.staff))
    return scene


def _have_read(organisation_id: UUID, today: date) -> None:
    """Mark as read what people were told more than a few days ago."""
    db.session.flush()
    before = past.afternoon_of(today - NEWS_FOR)
    told = update(Notice).where(Notice.organisation_id == organisation_id, Notice.told_at < before)
    db.session.execute(told.values(read_at=Notice.told_at))
