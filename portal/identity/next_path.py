"""Where to go after signing in: only ever a page of this site.

The answer is a path that no browser can read as another host, or the home page. Browsers
fold backslashes into slashes and drop tabs and line ends before they look for a host
(WHATWG URL Standard, 4.4), so a path that holds any of them is not repaired but refused.
"""

import re
from urllib.parse import unquote, urlsplit

HOME = "/"
LONGEST = 2_000
PLAIN = re.compile(r"/[A-Za-z0-9\-._~!$&'()*+,;=:@%/?\[\]]*")  # RFC 3986 without fragments
AWAY = ("/sign-in", "/sign-out", "/one-time", "/forgotten-password", "/static")


def same_site(path: str | None) -> str:
    """The path itself when it leads to a page of this site, else the home page."""
    if not path or len(path) > LONGEST or not PLAIN.fullmatch(path):
        return HOME
    return path if _stays(path) and _stays(unquote(path)) else HOME


def _stays(path: str) -> bool:
    """Whether a path names no host, climbs nowhere and is worth returning to."""
    if "\\" in path or any(ord(char) < 32 or ord(char) == 127 for char in path):
        return False
    way = path.partition("?")[0].partition("#")[0]
    parts = way.split("/")[1:]
    if "" in parts[:-1] or {".", ".."} & set(parts) or way.startswith(AWAY):
        return False
    return _names_no_host(path)


def _names_no_host(path: str) -> bool:
    try:
        split = urlsplit(path)
    except ValueError:
        return False
    return path.startswith("/") and not split.scheme and not split.netloc
