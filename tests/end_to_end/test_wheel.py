"""The wheel holds all that the packages read beside their code."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.root import ROOT

PACKAGES = ("kb", "indexer", "api", "cli")


def test_every_data_file_of_the_packages_is_in_the_wheel(tmp_path: Path) -> None:
    shutil.rmtree(ROOT / "build", ignore_errors=True)  # what an earlier build left would hide what this one lacks
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(["git", "ls-files", *PACKAGES], cwd=ROOT, check=True, capture_output=True, text=True)
    assert [name for name in listed.stdout.splitlines() if name not in shipped] == []
