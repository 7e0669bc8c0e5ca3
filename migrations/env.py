"""Run migrations so that a killed one leaves nothing half done, on both engines.

On SQLite the whole run is one transaction. Foreign keys are off while tables are rebuilt (with
them on, the rebuild of a parent would empty its children by cascade) and are checked before the
end. On PostgreSQL two servers that start together wait for each other.
"""

from alembic import context
from flask import current_app
from sqlalchemy import Connection, text

from portal.database import WRITING, Base, db


def run() -> None:
    """Bring the schema to the newest version."""
    with db.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            _foreign_keys(connection, on=False)
        try:
            _migrate(connection.execution_options(**{WRITING: True}), sqlite)
        finally:
            if sqlite:
                _foreign_keys(connection, on=True)


def _migrate(connection: Connection, sqlite: bool) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=sqlite,
        transactional_ddl=True,
        compare_type=True,
    )
    with context.begin_transaction():
        if not sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(724)"))
        context.run_migrations()
        if sqlite:
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if orphans:
                raise RuntimeError(f"The migration would leave orphans: {orphans[:5]}")


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    raw = connection.connection.driver_connection
    if raw is not None:
        raw.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


if context.is_offline_mode():
    raise RuntimeError("Migrations run on a database only: flask --app wsgi db upgrade")
current_app.logger.debug("Bringing the database up to date")
run()
