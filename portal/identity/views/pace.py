"""Answers that take equally long, whether or not somebody is known here.

Verifying a hash takes as long for an unknown address as for a known one, but writing the
failure down does not. Failed answers wait until a quarter of a second after the question, with
no transaction open, which is longer than either takes.
"""

from time import monotonic, sleep

from flask import Response, g

SECONDS = 0.25


def begin() -> None:
    """Note when the question came."""
    g.asked_at = monotonic()


def even_out() -> None:
    """Ask that the answer to this request comes at the even pace."""
    g.answer_at = g.asked_at + SECONDS


def wait(response: Response) -> Response:
    """Hold back the answer if it was asked for; to be called after the transaction."""
    answer_at = g.pop("answer_at", None)
    if answer_at is not None:
        sleep(max(0.0, answer_at - monotonic()))
    return response
