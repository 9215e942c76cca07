"""The judged sets that are kept here; SOURCE.md beside each tells what it is."""

from pathlib import Path

_HERE = Path(__file__).parent

GUARD = _HERE / "guard" / "judged.jsonl"
GUIDANCE_UNSEEN = _HERE / "guidance-unseen" / "judged.jsonl"
LAGESBILDER = _HERE / "lagesbilder"
