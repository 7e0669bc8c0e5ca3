"""Whether the Jinja macros still draw what GOV.UK Frontend's own examples show.

The macros come from one package and the style sheet from another: before a new version of either
is taken, every published example is drawn and compared.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader


def differing(components: Path) -> list[str]:
    """The examples that the macros draw otherwise than published."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    jinja = Environment(loader=loader, autoescape=True, extensions=["jinja2.ext.do"])
    return [
        f"{component}: {example['name']}"
        for component, example in _examples(components)
        if _plain(_drawn(jinja, component, example["options"])) != _plain(example["html"])
    ]


def _examples(components: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted(components.glob("*/fixtures.json")):
        for example in json.loads(file.read_text(encoding="utf-8"))["fixtures"]:
            yield file.parent.name, example


def _drawn(jinja: Environment, component: str, options: dict[str, Any]) -> str:
    macro = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    source = f"govuk_frontend_jinja/components/{component}/macro.html"
    template = f'{{% from "{source}" import {macro} %}}{{{{ {macro}(options) }}}}'
    return jinja.from_string(template).render(options=options)


def _plain(markup: str) -> str:
    """Markup without the white space that makes no difference."""
    return re.sub(r"\s*([<>])\s*", r"\1", " ".join(html.unescape(markup).split()))
