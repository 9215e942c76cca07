"""A run's figures as JSON: `results/<name>.json`, with what must be known to run it again."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
RESULTS = Path(__file__).parent
SEED = 0


def describe_run(command: str, model_id: str) -> dict[str, Any]:
    """command, commit, machine, model id and seed; commit ends in -dirty when files differ from it."""
    return {
        "command": command,
        "commit": _find_commit(),
        "machine": _describe_machine(),
        "model_id": model_id,
        "seed": SEED,
    }


def write_result(name: str, run: Mapping[str, Any], figures: Mapping[str, Any], folder: Path = RESULTS) -> Path:
    """Write a run and its figures as name.json into folder, and return the path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    text = json.dumps({**run, "figures": figures}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def read_results(folder: Path = RESULTS) -> dict[str, dict[str, Any]]:
    """name -> the run with its figures, for every result in folder."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def _find_commit() -> str:
    command = ["git", "describe", "--always", "--abbrev=7", "--dirty", "--exclude=*"]
    try:
        found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return found.stdout.strip()


def _describe_machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
