"""Migrations: what they build is what the models say, and a killed one leaves nothing half done."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, event, inspect, text
from sqlalchemy.exc import IntegrityError

from portal import create_app
from portal.database import Base, db
from tests.cast import gather

MIGRATIONS = Path(__file__).parents[2] / "migrations"
PLANTED = '''"""{name}"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "planted", "{head}"
branch_labels = depends_on = None


def upgrade():
{body}
'''
TWO_TABLES = """
    op.create_table("first_planted", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO first_planted VALUES (1)")
    op.create_table("second_planted", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE person SET base = 'Moon'")
"""
REBUILD = """
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("planted", sa.String, nullable=True))
        table.alter_column("base", existing_type=sa.String, type_=sa.String(500))
"""
ORPHANS = """
    op.execute("DELETE FROM person")
"""


@pytest.fixture
def empty_url(database_url: str, tmp_path: Path) -> Iterator[str]:
    """A database of the kind asked for with nothing in it."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'migrated.sqlite'}"
        return
    name = f"migrated_{uuid4().hex[:8]}"
    server = create_engine(database_url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    head, mark, tail = database_url.partition("?")
    server.dispose()
    yield f"{head.rpartition('/')[0]}/{name}{mark}{tail}"  # it goes with its server


@pytest.fixture
def unbuilt(built: Flask, empty_url: str) -> Iterator[Flask]:
    """The application over a database with nothing in it."""
    unbuilt = create_app(dict(built.config) | {"SQLALCHEMY_DATABASE_URI": empty_url})
    with unbuilt.app_context():
        yield unbuilt
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def fresh(unbuilt: Flask) -> Flask:
    """The application over a database that has only been migrated."""
    upgrade(directory=str(MIGRATIONS))
    return unbuilt


@pytest.fixture
def planted(fresh: Flask, tmp_path: Path):
    """Run the real migrations and one more, planted after them."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def run(body: str, *, env: tuple[str, str] = ("", "")) -> None:
        source = (MIGRATIONS / "env.py").read_text()
        assert env[0] in source
        (folder / "env.py").write_text(source.replace(*env) if env[0] else source)
        (folder / "versions" / "planted.py").write_text(
            PLANTED.format(name="planted", head=version(), body=body)
        )
        db.session.remove()
        upgrade(directory=str(folder))

    return run


def version() -> str:
    """The revision that the database says it is at."""
    with db.engine.connect() as connection:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def contents() -> dict[str, list[str]]:
    """Every row of every table, and the columns the table has."""
    with db.engine.connect() as connection:
        inspector = inspect(connection)
        return {
            name: [
                *(column["name"] for column in inspector.get_columns(name)),
                *sorted(map(str, connection.execute(text(f'SELECT * FROM "{name}"')))),
            ]
            for name in sorted(inspector.get_table_names())
        }


def differences(metadata: MetaData) -> list[object]:
    """How the schema differs from the models."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


class Killed(BaseException):
    """What no handler of an ordinary fault stops."""


@contextmanager
def killed_before(number: int) -> Iterator[None]:
    """Stop whatever migrates before its statement of this number."""
    seen = 0

    def count(_c, _cu, statement, *_):
        nonlocal seen
        if statement.lstrip().startswith(("INSERT", "UPDATE", "CREATE")):
            seen += 1
            if seen == number + 1:
                raise Killed

    event.listen(db.engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", count)


def test_what_migrations_build_is_what_the_models_say(fresh):
    """R9."""
    assert differences(Base.metadata) == []


def test_a_table_or_a_column_that_was_forgotten_is_seen(fresh):
    """The negative control."""
    grown = MetaData()
    for table in Base.metadata.sorted_tables:
        table.to_metadata(grown)
    Table("forgotten", grown, Column("id", Integer, primary_key=True))
    grown.tables["person"].append_column(Column("forgotten", Integer))
    assert len(differences(grown)) == 2


def test_every_check_of_the_models_is_in_the_database(fresh):
    """T62: alembic does not compare these by itself."""
    with db.engine.connect() as connection:
        inspector = inspect(connection)
        for table in Base.metadata.sorted_tables:
            built = {check["name"] for check in inspector.get_check_constraints(table.name)}
            told = {str(c.name) for c in table.constraints if type(c).__name__ == "CheckConstraint"}
            assert told == built, table.name


def test_the_cast_fits_into_what_migrations_build(fresh):
    assert len(list(gather())) == 17


def test_migrating_again_changes_nothing(fresh):
    gather()
    before = contents()
    upgrade(directory=str(MIGRATIONS))
    assert contents() == before


@pytest.mark.parametrize("number", [0, 1, 12, 40])
def test_an_installation_killed_while_it_is_built_is_built_by_the_next_start(unbuilt, number):
    """R9."""
    with killed_before(number), pytest.raises(Killed):
        upgrade(directory=str(MIGRATIONS))
    assert contents() == {}
    upgrade(directory=str(MIGRATIONS))
    assert differences(Base.metadata) == []


def test_a_migration_killed_before_any_of_its_statements_leaves_nothing_half_done(fresh, planted):
    """R9: killed again and again, one statement later each time, until it is through."""
    gather()
    before, at = contents(), version()
    kills = 0
    while version() == at:
        with killed_before(kills):
            try:
                planted(TWO_TABLES)
            except Killed:
                kills += 1
                assert contents() == before
                assert version() == at
        assert kills < 40
    assert kills == 5
    after = contents()
    assert after["first_planted"] == ["id", "(1,)"]
    assert set(after) - set(before) == {"first_planted", "second_planted"}


def test_rebuilding_a_table_keeps_everything_that_hangs_on_it(fresh, planted):
    """R9, finding 2: foreign keys are off while a parent is rebuilt, and on again afterwards."""
    gather()
    before = contents()
    planted(REBUILD)
    after = contents()
    assert after.pop("alembic_version") != before.pop("alembic_version")
    people, earlier = after.pop("person"), before.pop("person")
    assert after == before
    assert len(people) == len(earlier) + 1
    with db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []


def test_with_foreign_keys_on_the_rebuild_would_fail(fresh, planted):
    """The negative control, on the engine that rebuilds."""
    if db.engine.dialect.name == "sqlite":
        gather()
        before = contents()
        with pytest.raises(Exception, match="FOREIGN KEY"):
            planted(REBUILD, env=("_foreign_keys(connection, on=False)", "pass"))
        assert contents() == before


def test_a_migration_that_leaves_orphans_is_refused(fresh, planted):
    """Finding 2: what hangs in the air is found before the end, and nothing is kept."""
    gather()
    before = contents()
    with pytest.raises((SystemExit, IntegrityError)):
        planted(ORPHANS)
    assert contents() == before


def test_there_is_one_line_of_revisions():
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(MIGRATIONS))
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1
