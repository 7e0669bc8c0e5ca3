"""What somebody typed into a form that was refused: shown on the page that refuses it.

A page is never kept by the browser, so the way back leads to an empty form. Only whoever sent the
form sees this; a password never comes back, nor do ids, ticks and what the form keeps for itself.
"""

from flask import request
from werkzeug.exceptions import HTTPException

from portal.web.forms import KEPT_BACK


def words() -> list[str]:
    """Each text of more than a word in the form that this request sent; empty where there is none.

    A request that could not be read has none.
    """
    if request.method != "POST":
        return []
    try:
        sent = list(request.form.items(multi=True))
    except HTTPException:
        return []
    return [text for name, text in sent if _was_written(name, text)]


def _was_written(name: str, text: str) -> bool:
    if name in KEPT_BACK or "password" in name:
        return False
    return len(text.split()) > 1
