"""What the README promises is there."""

import re
from pathlib import Path

import pytest

from portal.config import SETTINGS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def test_every_setting_is_in_the_table_with_its_meaning():
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| (.+?) \| .*\|$", README, re.M))
    assert rows == {setting.name: setting.meaning for setting in SETTINGS}


def test_every_command_is_one_that_answers(built):
    named = re.findall(r"^\| (`.+?`) \|", README.split("Commands, each as")[1], re.M)
    runner = built.test_cli_runner()
    for words in re.findall(r"`([a-z]+ [a-z]+)", " ".join(named)):
        assert runner.invoke(args=[*words.split(), "--help"]).exit_code == 0, words


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!http)([^)]+)\)", README))))
def test_every_link_leads_to_a_file(link):
    assert (ROOT / link).exists()
