"""How templates say days, moments and numbers."""

from datetime import datetime, time
from urllib.parse import urlencode

from flask import Flask, request, url_for

from portal import clock
from portal.web import days, keys
from portal.web.numbers import counted


def moment(value: datetime) -> str:
    """A moment in the office's time: Thursday 26 November 2026 at 14:05.

    Whatever is kept by the day alone, so that nobody knows its time, stands at midnight sharp.
    """
    local = value.astimezone(clock.LONDON)
    if local.time() == time(0):
        return days.in_words(local.date())
    return f"{days.in_words(local.date())} at {local:%H:%M}"


def url_with(**changes: str | None) -> str:
    """This page's address with some of its filters changed (None leaves one out).

    What the reader put into the address is only ever a filter, never a word to `url_for`.
    """
    return filtered(url_for(request.endpoint or "", **(request.view_args or {})), **changes)


def filtered(path: str, /, **changes: str | None) -> str:
    """Another address with the filters of this page, some of them changed."""
    arguments: dict[str, str | None] = {**request.args.to_dict(), **changes}
    kept = {name: value for name, value in arguments.items() if value is not None}
    return f"{path}?{urlencode(kept)}" if kept else path


def init_app(app: Flask) -> None:
    """Make the filters known to templates."""
    app.jinja_env.filters.update(
        day=days.in_words, short_day=days.short, moment=moment, count=counted
    )
    app.jinja_env.globals.update(
        today=clock.today, url_with=url_with, filtered=filtered, new_key=keys.new_key
    )
