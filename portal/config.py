"""Every setting of the portal, in one table, checked when it starts.

A bad value or an unknown `PORTAL_*` name stops the start with a sentence that says what to do.
"""

import os
import secrets
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from portal.sealing import KEY_BYTES, LONGEST_NAME, Keys

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
MIB = 1024 * 1024


class Misconfigured(SystemExit):
    """A setting is missing or wrong; the message says what to do."""


@dataclass(frozen=True)
class Setting:
    """One name that the outside may set, its default and its meaning (the README lists them)."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("DATABASE_URL", "", "Where the data is: an SQLAlchemy URL. Empty: SQLite in instance/"),
    Setting("SECRET_KEY", "", "Signs cookies and links. At least 32 characters, not in demo mode"),
    Setting("SECRET_KEY_FALLBACKS", "", "Earlier secret keys, with commas, while one is replaced"),
    Setting("PORTAL_URL", "", "The address people use. https, or http on this machine only"),
    Setting("PORTAL_PROXIES", "0", "How many trusted proxies stand in front"),
    Setting(
        "PORTAL_KEYS",
        "",
        "A TOML file with the keys of audit and notes, kept elsewhere",
    ),
    Setting("PORTAL_DEMO", "", "1 shows an invented council. Never over real people"),
    Setting("PORTAL_PASSWORD_HASHES", "", "A sorted file of SHA-1 hashes of breached passwords"),
    Setting("PORT", "5000", "The port that make run listens on"),
    Setting("MAIL_URL", "", "smtp://user:password@host:port to send mail. Empty: no mail is sent"),
)


def load(environment: Mapping[str, str], instance: Path) -> dict[str, Any]:
    """The Flask configuration that these environment settings ask for."""
    _refuse_unknown(environment)
    given = {s.name: environment.get(s.name, "").strip() or s.default for s in SETTINGS}
    demo = _switch("PORTAL_DEMO", given["PORTAL_DEMO"])
    port = _number("PORT", given["PORT"])
    url = given["PORTAL_URL"] or f"http://127.0.0.1:{port}"
    instance.mkdir(parents=True, exist_ok=True)
    return {
        "DEMO": demo,
        "SECRET_KEY": _secret_key(given["SECRET_KEY"], demo, instance),
        "SECRET_KEY_FALLBACKS": _earlier_keys(given["SECRET_KEY_FALLBACKS"]),
        "AUDIT_KEY": _audit_key(given["PORTAL_KEYS"], demo, instance),
        "NOTE_KEYS": _note_keys(given["PORTAL_KEYS"], demo, instance),
        "SQLALCHEMY_DATABASE_URI": _database(given["DATABASE_URL"], instance),
        "PROXIES": _number("PORTAL_PROXIES", given["PORTAL_PROXIES"]),
        "PASSWORD_HASHES": _file("PORTAL_PASSWORD_HASHES", given["PORTAL_PASSWORD_HASHES"]),
        "MAIL_URL": _mail(given["MAIL_URL"]),
        **_address(url),
    }


def _refuse_unknown(environment: Mapping[str, str]) -> None:
    known = {setting.name for setting in SETTINGS}
    for name in sorted(environment):
        if name.startswith("PORTAL_") and name not in known:
            listed = ", ".join(sorted(n for n in known if n.startswith("PORTAL_")))
            raise Misconfigured(f"{name} is not a setting. Remove it, or use one of: {listed}.")


def _switch(name: str, value: str) -> bool:
    if value not in {"", "0", "1"}:
        raise Misconfigured(f"{name} is {value!r}. Set it to 1 to switch it on, or leave it out.")
    return value == "1"


def _number(name: str, value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) > 65535:
        raise Misconfigured(f"{name} is {value!r}. Set it to a whole number.")
    return int(value)


def _file(name: str, value: str) -> str:
    if value and not Path(value).is_file():
        raise Misconfigured(f"{name} names {value!r}, which is not a file. Correct the path.")
    return value


def _database(value: str, instance: Path) -> str:
    if not value:
        return f"sqlite:///{(instance / 'tandem.sqlite').resolve()}"
    if value.startswith(("postgresql://", "postgres://")):
        value = "postgresql+psycopg://" + value.split("://", 1)[1]
    if not value.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise Misconfigured("DATABASE_URL must begin with sqlite:/// or postgresql://.")
    try:
        named = make_url(value).database
    except (ArgumentError, ValueError):
        named = None
    if named in {None, "", ":memory:"}:
        raise Misconfigured(
            "DATABASE_URL must name a database that stays, like sqlite:////srv/tandem.sqlite "
            "or postgresql://name:password@host/tandem."
        )
    return value


def _secret_key(value: str, demo: bool, instance: Path) -> str:
    if not value and demo:
        return _kept(instance / "demo-secret-key")
    if not _is_strong(value):
        raise Misconfigured(
            "SECRET_KEY must be set to at least 32 random characters. Make one with: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    return value


def _is_strong(key: str) -> bool:
    return len(key) >= 32 and len(set(key)) >= 8


def _earlier_keys(value: str) -> list[str]:
    keys = [key.strip() for key in value.split(",") if key.strip()]
    if not all(_is_strong(key) for key in keys):
        raise Misconfigured("SECRET_KEY_FALLBACKS holds a key of fewer than 32 random characters.")
    return keys


def _audit_key(path: str, demo: bool, instance: Path) -> bytes:
    if not path and demo:
        return _kept(instance / "demo-audit-key").encode()
    if not path:
        raise Misconfigured(
            'PORTAL_KEYS must name a file with the line: audit = "..." (64 random hex digits). '
            "Make the digits with: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    try:
        key = bytes.fromhex(tomllib.loads(Path(path).read_text("utf-8"))["audit"])
    except (OSError, KeyError, TypeError, ValueError) as fault:
        raise Misconfigured(f'PORTAL_KEYS: {path} has no readable audit = "..." line.') from fault
    if len(key) < 32:
        raise Misconfigured(f"PORTAL_KEYS: the audit key in {path} is shorter than 64 hex digits.")
    return key


def _note_keys(path: str, demo: bool, instance: Path) -> Keys:
    """The keys of private notes, oldest first, from the table [notes] of the file."""
    if not path and demo:
        return Keys({"demo": sha256(_kept(instance / "demo-note-key").encode()).digest()})
    said = (
        f"PORTAL_KEYS: {path} needs a table [notes] with a line for each key of private notes, "
        'the newest last: a name (its month, say) = "..." (64 random hex digits). '
        "Make the digits with: python3 -c 'import secrets; print(secrets.token_hex(32))'"
    )
    try:
        listed = tomllib.loads(Path(path).read_text("utf-8"))["notes"]
        keys = {name: bytes.fromhex(digits) for name, digits in listed.items()}
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Misconfigured(said) from fault
    is_whole = all(len(key) == KEY_BYTES for key in keys.values())
    if not keys or not is_whole or any(len(name.encode()) > LONGEST_NAME for name in keys):
        raise Misconfigured(said)
    return Keys(keys)


def _kept(path: Path) -> str:
    """A random key for the demo, made once (by one of several that start) beside its database."""
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return path.read_text()


def _mail(value: str) -> str:
    parts = _parts(value)
    if value and (parts is None or parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
        raise Misconfigured("MAIL_URL must be like smtp://user:password@host:port, or smtps://.")
    return value


def _parts(url: str) -> SplitResult | None:
    """The parts of an address; nothing where it is none."""
    try:
        parts = urlsplit(url)
        return parts if parts.port != 0 else None
    except ValueError:
        return None


def _address(url: str) -> dict[str, Any]:
    """What follows from the address that people use: hosts, cookies, links."""
    parts = _parts(url)
    host = parts.hostname if parts else None
    if parts is None or not host or parts.scheme not in {"http", "https"}:
        raise Misconfigured("PORTAL_URL must be a whole address, like https://tandem.council.uk.")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise Misconfigured("PORTAL_URL must end after the host, like https://tandem.council.uk.")
    safe = parts.scheme == "https"
    if not safe and host not in LOOPBACK:
        raise Misconfigured("PORTAL_URL must begin with https://: http is for this machine only.")
    return {
        "PORTAL_URL": url.rstrip("/"),
        "HTTPS": safe,
        "TRUSTED_HOSTS": sorted(LOOPBACK) if host in LOOPBACK else [host],
        "SESSION_COOKIE_NAME": "__Host-portal" if safe else "portal",
        "SESSION_COOKIE_SECURE": safe,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PROVIDE_AUTOMATIC_OPTIONS": False,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_CHECK_DEFAULT": True,
        "MAX_CONTENT_LENGTH": 2 * MIB,
        "MAX_FORM_MEMORY_SIZE": 500_000,
        "MAX_FORM_PARTS": 200,
    }
