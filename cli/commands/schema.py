"""`kb schema`: the front matter's JSON Schema, for editors' programs."""

import json
from pathlib import Path

import click


@click.command("schema", epilog="Example: kb schema --out content/schemas")
@click.option("--out", type=click.Path(path_type=Path), default=Path("content/schemas"), show_default=True)
def schema_command(out: Path) -> int:
    """Write the JSON Schema of each kind of document's front matter."""
    from indexer.content.read_content import MODELS

    out.mkdir(parents=True, exist_ok=True)
    for collection, model in MODELS.items():
        path = out / f"{collection}.schema.json"
        text = json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        click.echo(path)
    return 0
