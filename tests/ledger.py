"""What requests write, watched at the database: every kept change has its audit entry."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import has_request_context, request
from sqlalchemy import Connection, event

from portal.database import db

# What is no deed of its own: browsers' sessions, tries that are counted, keys of sent forms.
NOT_DEEDS = {"session", "throttle_bucket", "form_key", "audit_entry"}
# The two tables that a GET may write to, in a short transaction of its own.
OF_A_GET = {"session", "audit_entry"}
# An anonymous answer: audited as the count of its day, without actor or time.
COUNTED_DAILY = {"induction.send_feedback": {"feedback", "feedback_request", "notice"}}
# The working copy of a private draft: one row overwritten, a revision audited every ten minutes.
WORKING_COPIES = {"standards.keep_working_text": {"piece"}}
WRITE = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?([a-z_]+)", re.I)


class Ledger:
    """Writes of requests, transaction by transaction, and what was wrong with them."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.written: dict[int, set[str]] = {}

    def note(self, connection: Connection, statement: str) -> None:
        """Remember which table a statement writes to."""
        found = WRITE.match(statement)
        if not found or not has_request_context():
            return
        table = found.group(1)
        if request.method in {"GET", "HEAD", "OPTIONS"} and table not in OF_A_GET:
            self.faults.append(f"{request.method} {request.path} writes to {table}")
        self.written.setdefault(id(connection), set()).add(table)

    def close(self, connection: Connection) -> None:
        """Look at what is about to be kept."""
        tables = self.written.pop(id(connection), set())
        if not has_request_context() or "audit_entry" in tables:
            return
        endpoint = request.endpoint or ""
        deeds = tables - NOT_DEEDS - COUNTED_DAILY.get(endpoint, set())
        deeds -= WORKING_COPIES.get(endpoint, set())
        if deeds:
            changed = ", ".join(sorted(deeds))
            self.faults.append(f"{request.method} {request.path} changes {changed} unaudited")

    def forget(self, connection: Connection) -> None:
        """Nothing was kept."""
        self.written.pop(id(connection), None)


@contextmanager
def watching() -> Iterator[Ledger]:
    """Watch every request inside the block."""
    ledger = Ledger()

    def note(connection: Connection, _c: Any, statement: str, *_rest: Any) -> None:
        ledger.note(connection, statement)

    engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    event.listen(engine, "commit", ledger.close)
    event.listen(engine, "rollback", ledger.forget)
    try:
        yield ledger
    finally:
        event.remove(engine, "before_cursor_execute", note)
        event.remove(engine, "commit", ledger.close)
        event.remove(engine, "rollback", ledger.forget)
