"""A function with a hole in it, to show that a test of its safety has teeth."""

import inspect
import textwrap
from collections.abc import Callable
from typing import Any

import pytest


def mutate(
    monkeypatch: pytest.MonkeyPatch, function: Callable[..., Any], *, old: str, new: str
) -> None:
    """Put a copy in the function's place, in which `old` reads `new`."""
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(old) == 1, f"{function.__name__} does not say {old!r} once"
    module = inspect.getmodule(function)
    assert module is not None
    scope = vars(module).copy()
    exec(compile(source.replace(old, new), module.__file__ or "", "exec"), vars(module), scope)
    monkeypatch.setattr(module, function.__name__, scope[function.__name__])
