"""The database: one session, one writer at a time, every column classed.

A read begins an ordinary transaction; one that must see a single moment throughout is begun by
`read`. A write begins by taking the pen: `BEGIN IMMEDIATE` on
SQLite, an advisory lock for the organisation on PostgreSQL (`write`, `lock`).
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID, uuid4

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Connection,
    CursorResult,
    DateTime,
    Delete,
    Dialect,
    Engine,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    Table,
    UniqueConstraint,
    Update,
    bindparam,
    event,
    insert,
    text,
    update,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeDecorator

PUBLIC: dict[str, Any] = {"class": "public"}
PERSONAL: dict[str, Any] = {"class": "personal"}
PRIVATE: dict[str, Any] = {"class": "private"}
SECRET: dict[str, Any] = {"class": "secret"}

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
WRITING = "portal_writing"
LOCKED = "portal_locked"
AT_ONCE = 4000  # rows in a statement: more take much memory and little less time
MANY = 500  # rows from which on a stream is quicker


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, aware in Python on both engines."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment must know its time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMES)


Base.registry.update_type_annotation_map({datetime: Moment})
db = SQLAlchemy(model_class=Base)


class Owned:
    """A row that belongs to one organisation, and can be tied to others of the same one."""

    __tablename__: str
    __table_args__: Any

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, info=PUBLIC)
    organisation_id: Mapped[UUID] = mapped_column(
        ForeignKey("organisation.id"), index=True, info=PUBLIC
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        given = cls.__dict__.get("__table_args__", ())
        if "__tablename__" in cls.__dict__:
            cls.__table_args__ = (*given, UniqueConstraint("id", "organisation_id"))
        super().__init_subclass__(**kwargs)

    @classmethod
    def seen_from(cls, here: Any) -> ColumnElement[bool]:
        """The condition that picks the rows which somebody of this organisation may open at all.

        Its own; only a row that is agreed between two organisations says otherwise.
        """
        own: ColumnElement[bool] = cls.organisation_id == here
        return own


class Versioned:
    """A row that two people may edit at once: the second is told, and loses no words."""

    version: Mapped[int] = mapped_column(default=1, info=PUBLIC)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


def belongs(table: str, column: str) -> ForeignKeyConstraint:
    """The constraint that what `column` names lives in the same organisation as this row."""
    return ForeignKeyConstraint(
        [column, "organisation_id"], [f"{table}.id", f"{table}.organisation_id"]
    )


def one_of(column: str, words: tuple[str, ...]) -> CheckConstraint:
    """The constraint that `column` holds one of these words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def rewrite(changed: Mapping[Any, Mapping[str, Any]]) -> None:
    """Give rows of one table other values with one statement, however many rows there are.

    `changed` says for each row what its columns become, the same columns for all. Rows that would
    stay as they are are left alone; the others become their next version, as if saved alone.
    """
    rows = {row: to for row, to in changed.items() if any(getattr(row, c) != to[c] for c in to)}
    if not rows:
        return
    table = next(iter(rows)).__table__
    new: dict[str, Any] = {
        column: bindparam(f"new_{column}") for column in next(iter(rows.values()))
    }
    statement = update(table).where(table.c.id == bindparam("row_id"))
    values = [
        {"row_id": row.id} | {f"new_{column}": to[column] for column in new}
        for row, to in rows.items()
    ]
    db.session.flush()
    db.session.execute(statement.values(new | {"version": table.c.version + 1}), values)
    for row, to in rows.items():
        for column, value in {**to, "version": row.version + 1}.items():
            set_committed_value(row, column, value)


def read() -> None:
    """Begin a read that sees one moment throughout, whatever others write (SQLite: every read)."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def write() -> None:
    """Begin the transaction of a write. On SQLite nobody else writes until it ends."""
    db.session.connection(execution_options={WRITING: True})


def lock(organisation_id: UUID) -> bool:
    """Wait for this organisation's pen (PostgreSQL; on SQLite `write` already holds the only one).

    The lock goes with the transaction, so one writer at a time works on an organisation and
    organisations do not wait for each other. True when it was taken just now: what was read
    before may be out of date.
    """
    if db.session.get_bind().dialect.name != "postgresql":
        return False
    held: set[UUID] = db.session.info.setdefault(LOCKED, set())
    if organisation_id in held:
        return False
    number = int.from_bytes(organisation_id.bytes[:8], "big", signed=True)
    db.session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
    held.add(organisation_id)
    return True


@event.listens_for(db.session, "after_commit")
@event.listens_for(db.session, "after_soft_rollback")
def _unlocked(session: Any, *_: Any) -> None:
    """The locks went with the transaction, or with the savepoint that took them."""
    session.info.pop(LOCKED, None)


def rows_changed(statement: Update | Delete) -> int:
    """Send an UPDATE or a DELETE, and answer how many rows it found."""
    return int(cast("CursorResult[Any]", db.session.execute(statement)).rowcount)


def insert_many(model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all name the same columns: on PostgreSQL many of them as one stream.

    It answers each INSERT of many by itself, which takes several times as long.
    """
    connection, table = db.session.connection(), cast("Table", model.__table__)
    if connection.dialect.name == "postgresql" and len(rows) > MANY:
        _stream(connection, table, rows)
        return
    for start in range(0, len(rows), AT_ONCE):
        connection.execute(insert(table), rows[start : start + AT_ONCE])


def _stream(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Let PostgreSQL copy rows in; what no row names is what the column holds by itself."""
    defaults: dict[str, Any] = {
        column.key: column.default.arg
        for column in table.columns
        if column.key not in rows[0] and isinstance(column.default, ScalarElementColumnDefault)
    }
    columns = [table.columns[name] for name in (*rows[0], *defaults)]
    types = [column.type.dialect_impl(connection.dialect) for column in columns]
    ways = [each.bind_processor(connection.dialect) or _as_it_is for each in types]
    names = ", ".join(f'"{column.name}"' for column in columns)
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as stream:
        for row in rows:
            values = (*(row[name] for name in rows[0]), *defaults.values())
            stream.write_row([way(value) for way, value in zip(ways, values, strict=True)])


def _as_it_is(value: Any) -> Any:
    return value


def take_stock(*models: type[Base]) -> None:
    """Let PostgreSQL look at tables that have just grown by many rows.

    Until it does, it takes them for small, and each foreign key that points to one of their rows
    is checked by looking through the whole organisation: 20,000 rows take minutes.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        for model in models:
            db.session.execute(text(f"ANALYZE {model.__tablename__}"))


def commit() -> None:
    """Keep what this transaction did. Called by the guard, by commands, and by tests only."""
    db.session.commit()


def init_app(app: Flask) -> None:
    """Give the application its engine, tuned for its kind of database."""
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    if url.startswith("sqlite"):
        options: dict[str, Any] = {"connect_args": {"isolation_level": None, "timeout": 10}}
    else:
        options = {"pool_pre_ping": True}
    options["hide_parameters"] = True  # a refused row goes into the log without its words
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", options)
    db.init_app(app)


@event.listens_for(Engine, "connect")
def _tune_sqlite(connection: Any, record: Any) -> None:
    """Settings that keep an acknowledged row on disk and every foreign key honest."""
    if "sqlite3" not in type(connection).__module__:
        return
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Connection) -> None:
    """Take the only pen at once for a write; the driver itself begins nothing."""
    if connection.dialect.name == "sqlite":
        writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
