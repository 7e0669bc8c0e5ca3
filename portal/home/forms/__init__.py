"""What is filled in on the pages of home."""

from portal.home.forms.pair_list import PairListForm
from portal.home.forms.team_workload import TeamCountsForm

__all__ = ["PairListForm", "TeamCountsForm"]
