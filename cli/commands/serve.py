"""`kb serve`: the site and the API."""

from pathlib import Path

import click

from cli.settings import demo_option, model_option, snapshots_option
from cli.today import read_today
from kb.extras import require_extra


@click.command("serve", epilog="Example: kb serve --port 8000")
@snapshots_option
@model_option
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@demo_option("Serve also a snapshot with the made-up experts of the demonstration, which is refused otherwise.")
def serve_command(snapshots: Path, model: Path | None, host: str, port: int, demo: bool) -> int:
    """Open the site and the API until interrupted."""
    require_extra("service", "serve")
    import uvicorn

    from api.app import create_app
    from api.pages.frame.assets import missing_styles
    from api.settings import read_settings

    settings = read_settings().model_copy(update={"snapshots": snapshots, "model": model, "demo": demo})
    for name in missing_styles():
        click.echo(f"{name}: missing, the pages are plainer without it; run `make assets`", err=True)
    read_today()  # a KB_TODAY that is no day is told now, not to every visitor
    app = create_app(settings, read_today)
    click.echo(f"http://{host}:{port}/ is the site, http://{host}:{port}/docs the API; Ctrl+C ends", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
    return 0
