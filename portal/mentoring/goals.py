"""The goals of an agreement one by one, as the two wrote them: a line each.

Shapes: words in, a list of goals out, each without the mark or number in front of it. Units: none.
At most `MOST` are told apart; what follows belongs to the last. Raises nothing. Source: this
portal's form for an agreement (2026), a box in which people list their goals in lines.
"""

import re

MOST = 8
MARK = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])\s+")


def listed(words: str) -> list[str]:
    """The goals in the order in which they were written; empty where nothing was."""
    lines = [MARK.sub("", line.strip()) for line in words.splitlines() if line.strip()]
    if len(lines) <= MOST:
        return lines
    return [*lines[: MOST - 1], "\n".join(lines[MOST - 1 :])]
