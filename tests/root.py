"""Where the checkout begins, for tests that read what lies beside the packages."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
