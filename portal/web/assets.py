"""Style sheets, scripts and fonts: read once at the start, compressed, and kept for a year.

The address of a file carries a digest of its content, so a changed file has a new address.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response, abort, request

from portal.web.guard import public

COMPRESSED = {".css", ".js", ".svg", ".txt"}
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("text/javascript", ".js")


@dataclass(frozen=True)
class Asset:
    """One file as it is sent."""

    body: bytes
    packed: bytes
    mimetype: str
    digest: str


def read(folder: Path) -> dict[str, Asset]:
    """Every file below the folder, by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): _asset(path) for path in files}


def _asset(path: Path) -> Asset:
    body = path.read_bytes()
    packed = gzip.compress(body, 9, mtime=0) if path.suffix in COMPRESSED else b""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(body, packed, kind, hashlib.sha256(body).hexdigest()[:12])


def init_app(app: Flask, folder: Path) -> None:
    """Serve the files of this folder under /static."""
    assets = read(folder)

    @app.get("/static/<path:filename>", endpoint="static")
    @public("style sheets, scripts and fonts hold nothing about anybody", asks_who=False)
    def static(filename: str) -> Response:
        asset = assets.get(filename)
        if asset is None:
            abort(404)
        packed = asset.packed and request.accept_encodings["gzip"] > 0
        response = Response(asset.packed if packed else asset.body, mimetype=asset.mimetype)
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        response.vary.add("Accept-Encoding")
        response.set_etag(f"{asset.digest}-gzip" if packed else asset.digest)
        response.cache_control.public = True
        response.cache_control.max_age = 365 * 24 * 3600
        response.cache_control.immutable = True
        response.make_conditional(request)
        return response

    # Every page names several: their addresses are put together once, and not by `url_for`.
    addresses = {name: f"/static/{quote(name)}?v={each.digest}" for name, each in assets.items()}
    app.jinja_env.globals["asset"] = addresses.__getitem__
