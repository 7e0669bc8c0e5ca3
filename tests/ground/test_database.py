"""The database: tuned as the recipe says, one writer at a time, and rules it keeps itself."""

import threading
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import uuid4

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm.exc import StaleDataError

from portal import database
from portal.database import Base, db
from portal.notices.models import Notice
from portal.people.models import Person, Post, RoleHeld, Unit

SQLITE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000}


def on(app):
    """Which kind of database this run is about."""
    return db.engine.dialect.name


@pytest.fixture
def begins(app):
    """How each transaction of the test began."""
    seen = []

    def note(_c, _cu, statement, *_):
        if statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine, "before_cursor_execute", note)


def test_sqlite_keeps_what_it_acknowledges(app):
    """Finding 2: each pragma of the recipe is in force on every connection."""
    if on(app) == "sqlite":
        for _ in range(3):
            with db.engine.connect() as connection:
                for pragma, value in SQLITE.items():
                    assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
                assert connection.connection.driver_connection.isolation_level is None


def test_postgresql_waits_for_the_disk(app):
    """R3."""
    if on(app) == "postgresql":
        with db.engine.connect() as connection:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


def test_a_write_takes_the_pen_at_once_and_a_read_does_not(app, begins):
    """Finding 2: a deferred read that then writes would fail when many write."""
    db.session.rollback()
    begins.clear()
    database.write()
    db.session.rollback()
    db.session.execute(select(Unit))
    db.session.rollback()
    assert begins == (["BEGIN IMMEDIATE", "BEGIN"] if on(app) == "sqlite" else [])


def test_two_writers_of_one_organisation_take_turns(app, cast):
    """The second begins only when the first has ended, on both engines."""
    own = cast.hr.organisation_id
    db.session.rollback()
    database.write()
    database.lock(own)
    order = []

    def second():
        with app.app_context():
            database.write()
            database.lock(own)
            order.append("second")
            db.session.rollback()

    thread = threading.Thread(target=second)
    thread.start()
    thread.join(0.3)
    order.append("first")
    db.session.rollback()
    thread.join(10)
    assert order == ["first", "second"]


def test_organisations_do_not_wait_for_each_other_on_postgresql(app, cast):
    if on(app) != "postgresql":
        return
    own, theirs = cast.hr.organisation_id, cast.harbour_hr.organisation_id
    db.session.rollback()
    database.write()
    assert database.lock(own)
    done = threading.Event()

    def other():
        with app.app_context():
            database.write()
            database.lock(theirs)
            done.set()
            db.session.rollback()

    thread = threading.Thread(target=other)
    thread.start()
    assert done.wait(5)
    thread.join()


def test_a_lock_is_taken_once_and_goes_with_its_transaction(app, cast):
    own = cast.hr.organisation_id
    fresh = on(app) == "postgresql"
    for end in (db.session.commit, db.session.rollback):
        assert [database.lock(own), database.lock(own)] == [fresh, False]
        end()
    savepoint = db.session.begin_nested()
    assert database.lock(own) is fresh
    savepoint.rollback()
    assert database.lock(own) is fresh


@pytest.mark.parametrize(
    "moment",
    [datetime(2026, 11, 26, 9, tzinfo=UTC), datetime(2026, 7, 1, 0, 30, 1, 123456, tzinfo=UTC),
     datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(hours=1))),
     datetime(1900, 1, 1, tzinfo=timezone(timedelta(hours=-11)))],
)  # fmt: skip
def test_a_moment_comes_back_as_it_was_and_in_utc(app, cast, moment):
    notice = Notice(organisation_id=cast.hr.organisation_id, person_id=cast.hr.id, text="A",
                    told_at=moment)  # fmt: skip
    db.session.add(notice)
    db.session.commit()
    db.session.refresh(notice)
    assert notice.told_at == moment
    assert notice.told_at.utcoffset() == timedelta(0)


def test_a_moment_without_its_time_zone_is_refused(app, cast):
    db.session.add(Notice(organisation_id=cast.hr.organisation_id, person_id=cast.hr.id, text="A",
                          told_at=datetime(2026, 11, 26)))  # fmt: skip
    with pytest.raises((StatementError, ValueError), match="time zone"):
        db.session.flush()
    db.session.rollback()


def test_an_overtaken_edit_is_seen_by_the_database(app, cast):
    """T60."""
    person = db.session.get(Person, cast.nqsw.id)
    db.session.execute(text("UPDATE person SET version = version + 1"))
    person.base = "Quay"
    with pytest.raises(StaleDataError):
        db.session.flush()
    db.session.rollback()


@pytest.fixture
def raw(app, cast):
    """Change one column of one row by raw SQL, as no form of ours would."""

    def change(model, row_id, **values):
        statement = model.__table__.update().where(model.__table__.c.id == row_id).values(values)
        with db.engine.connect() as connection:
            connection.execute(statement)
            connection.commit()

    db.session.commit()
    return change


def rows(cast):
    """A post, a role, a unit, a person and a notice of Riverside."""
    own = cast.hr.organisation_id
    notice = Notice(organisation_id=own, person_id=cast.hr.id, text="A")
    db.session.add(notice)
    db.session.commit()
    return {
        "post": db.session.query(Post).filter_by(person_id=cast.nqsw.id).one().id,
        "role": db.session.query(RoleHeld).filter_by(person_id=cast.hr.id).one().id,
        "unit": db.session.query(Unit).filter_by(organisation_id=own).one().id,
        "notice": notice.id,
        "person": cast.nqsw.id,
    }


BAD = {
    "a post of somebody elsewhere": (Post, "post", lambda c: {"person_id": c.harbour_nqsw.id}),
    "a manager elsewhere": (Post, "post", lambda c: {"manager_id": c.harbour_hr.id}),
    "a post moved elsewhere": (Post, "post", lambda c: {"organisation_id": c.harbour_hr.organisation_id}),
    "a unit that is none": (Post, "post", lambda c: {"unit_id": uuid4()}),
    "one's own manager": (Post, "post", lambda c: {"manager_id": c.nqsw.id}),
    "two full times": (Post, "post", lambda c: {"fte": 2}),
    "no time at all": (Post, "post", lambda c: {"fte": 0}),
    "ended before it began": (Post, "post", lambda c: {"ended_on": date(2023, 12, 31)}),
    "an unknown contract": (Post, "post", lambda c: {"contract": "zero hours"}),
    "no first day": (Post, "post", lambda c: {"started_on": None}),
    "an unknown role": (RoleHeld, "role", lambda c: {"role": "king"}),
    "a role given by somebody elsewhere": (RoleHeld, "role", lambda c: {"granted_by_id": c.harbour_hr.id}),
    "a role that ended before it began": (RoleHeld, "role", lambda c: {"ended_on": date(2000, 1, 1)}),
    "an unknown kind of unit": (Unit, "unit", lambda c: {"kind": "kingdom"}),
    "an address with capitals": (Person, "person", lambda c: {"email": "Amira@riverside.example"}),
    "another's address": (Person, "person", lambda c: {"email": c.hr.email}),
    "an organisation that is none": (Person, "person", lambda c: {"organisation_id": uuid4()}),
    "no name": (Person, "person", lambda c: {"family_name": None}),
    "no version": (Person, "person", lambda c: {"version": None}),
    "an unknown state of mail": (Notice, "notice", lambda c: {"mail_state": "lost"}),
    "a notice to somebody elsewhere": (Notice, "notice", lambda c: {"person_id": c.harbour_hr.id}),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_the_database_itself_refuses(raw, cast, name):
    """T62: by raw SQL, on both engines."""
    model, row, values = BAD[name]
    with pytest.raises(IntegrityError):
        raw(model, rows(cast)[row], **values(cast))


def test_the_database_takes_what_is_right(raw, cast):
    """T62, the control: the same way, with values that are allowed."""
    found = rows(cast)
    raw(Post, found["post"], fte=0.5, manager_id=cast.hr.id, ended_on=date(2024, 1, 1))
    raw(RoleHeld, found["role"], role="panel", granted_by_id=cast.admin.id)
    raw(Person, found["person"], email="amira@riverside.example")


def test_a_person_with_a_post_cannot_be_taken_out_from_under_it(app, cast):
    """T62."""
    db.session.commit()
    with db.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(Person.__table__.delete().where(Person.id == cast.nqsw.id))


def test_many_rows_are_rewritten_with_one_statement_and_what_stays_is_left_alone(cast, statements):
    rows = [cast.nqsw, cast.coach, cast.worker]
    versions = [row.version for row in rows]
    cast.coach.base = "North"
    db.session.commit()
    statements.clear()
    database.rewrite({row: {"base": "North", "phone": "1"} for row in rows})
    database.rewrite({row: {"base": "North"} for row in rows})
    assert len([each for each in statements if each.startswith("UPDATE")]) == 1
    db.session.expire_all()
    assert [(row.base, row.phone) for row in rows] == [("North", "1")] * 3
    assert [row.version - was for row, was in zip(rows, versions, strict=True)] == [1, 2, 1]


def test_whoever_had_a_row_that_was_rewritten_is_overtaken(app, cast):
    theirs = db.session.get(Person, cast.nqsw.id)
    db.session.expunge(theirs)
    database.rewrite({db.session.get(Person, cast.nqsw.id): {"base": "North"}})
    db.session.expunge_all()
    db.session.add(theirs)
    theirs.base = "South"
    with pytest.raises(StaleDataError):
        db.session.flush()
    db.session.rollback()


def test_every_constraint_and_index_has_a_name():
    """So that a later migration can speak of it, on both engines."""
    for table in Base.metadata.tables.values():
        for part in [*table.constraints, *table.indexes]:
            assert part.name, f"{table.name} has a nameless {type(part).__name__}"
            assert len(str(part.name)) <= 63, f"{part.name} is too long for PostgreSQL"
