"""`flask demo load`: fill an empty database with the demo."""

import click
from flask import current_app
from flask.cli import AppGroup

from portal.clock import today
from portal.database import commit, write
from portal.demo.operations import SEED, has_organisations, load_demo

demo = AppGroup("demo", help="The demo: invented organisations and a cast to sign in as.")


@demo.command("load")
@click.option("--seed", type=int, default=SEED, help="Another number invents other people.")
def load(seed: int) -> None:
    """Fill an empty database with the demo; one that has organisations is left as it is."""
    if not current_app.config["DEMO"]:
        raise click.ClickException("Set PORTAL_DEMO=1 first: the demo is loaded in demo mode only.")
    write()
    if has_organisations():
        click.echo("This database has organisations already, so nothing was loaded.")
        return
    scenes = load_demo(today=today(), seed=seed)
    commit()
    for scene in scenes:
        click.echo(f"{scene.establishment.name}: {len(scene.staff)} people.")
