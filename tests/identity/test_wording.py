"""Browsers and waits in a few words."""

import pytest

from portal.identity.agents import UNKNOWN, describe
from portal.identity.waits import in_words

MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko)"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{WINDOWS} Chrome/156.0.0.0 Safari/537.36", "Chrome on Windows"),
        (f"{WINDOWS} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        (f"{MAC} Version/18.1 Safari/605.1.15", "Safari on Mac"),
        (f"{PHONE} Version/18.1 Mobile/15E148 Safari/604.1", "Safari on iPhone"),
        (f"{PHONE} CriOS/156.0 Mobile/15E148 Safari/604.1", "Chrome on iPhone"),
        ("Mozilla/5.0 (Linux; Android 14; SM-S921B) SamsungBrowser/27.0 Chrome/125 Mobile Safari",
         "Samsung Internet on Android"),
        ("curl/8.5.0", UNKNOWN),
        ("", UNKNOWN),
        ("Firefox/1", "Firefox"),
        ("<script>alert(1)</script>", UNKNOWN),
    ],
)  # fmt: skip
def test_a_browser_has_a_name_people_know(user_agent, words):
    """T24: the list of sessions is for people."""
    assert describe(user_agent) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "in 1 second"), (59, "in 59 seconds"), (60, "in 1 minute"), (61, "in 2 minutes"),
     (90, "in 2 minutes"), (1_200, "in 20 minutes")],
)  # fmt: skip
def test_a_wait_is_never_told_too_short(seconds, words):
    """T13."""
    assert in_words(seconds) == words
