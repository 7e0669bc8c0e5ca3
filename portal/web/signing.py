"""Texts that leave the portal and must come back unchanged: signed, never encrypted.

Signed with today's SECRET_KEY; what one of SECRET_KEY_FALLBACKS signed is still read.
"""

from hashlib import sha256
from typing import Any

from flask import current_app
from itsdangerous import BadData, Signer, URLSafeTimedSerializer


def sign(text: str, *, purpose: str) -> str:
    """The text with its signature (256 bits), fit for a URL."""
    return _signer(purpose).sign(text).decode()


def read(signed: str, *, purpose: str) -> str | None:
    """The text that was signed for this purpose; None when anything was changed."""
    try:
        return _signer(purpose).unsign(signed.encode("utf-8", "replace")).decode()
    except (BadData, ValueError):
        return None


def pack(content: Any, *, purpose: str) -> str:
    """Plain values as one signed and dated text, made small where that helps."""
    packed = _serializer(purpose).dumps(content)
    return packed if isinstance(packed, str) else packed.decode()


def unpack(packed: str, *, purpose: str, seconds: int) -> Any:
    """The values inside a text no older than so many seconds; None when it is not ours."""
    try:
        return _serializer(purpose).loads(packed, max_age=seconds)
    except (BadData, ValueError):
        return None


def _keys() -> list[str]:
    """Every key that may have signed; the last one signs."""
    config = current_app.config
    return [*(config.get("SECRET_KEY_FALLBACKS") or []), config["SECRET_KEY"]]


def _signer(purpose: str) -> Signer:
    return Signer(_keys(), salt=purpose, key_derivation="hmac", digest_method=sha256)


def _serializer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(
        _keys(), salt=purpose, signer_kwargs={"key_derivation": "hmac", "digest_method": sha256}
    )
