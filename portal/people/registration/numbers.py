"""Registration numbers as people write them: SW0123, 0123 and "SW 123" are one number."""

import re


def registered_as(number: str) -> str:
    """The digits of a registration number without what people write round them: SW0123 is 123."""
    return "".join(re.findall(r"\d", number)).lstrip("0")
