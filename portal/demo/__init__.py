"""The demo: four invented organisations, a cast to sign in as, and walls round it all."""

from portal.demo.walls import refuse_mixture

__all__ = ["refuse_mixture"]
