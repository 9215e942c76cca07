# Everything a person or CI runs. Each target installs what it needs, once.
PYTHON ?= python3
BIN := .venv/bin
EXAMPLE ?= docs/examples/lagesbild-alvdala.md
MUNICIPALITY ?= Borås
QUALITY := benchmarks/datasets/guidance-quality/judged.jsonl

.PHONY: demo test chromium serve check clean

demo: .venv/installed
	$(BIN)/kb check --no-warnings
	$(BIN)/kb index --quality $(QUALITY)
	$(BIN)/kb match $(EXAMPLE) --municipality "$(MUNICIPALITY)"

test: .venv/installed-dev chromium
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kb check --strict --no-warnings
	$(BIN)/pytest

# The browser tests open pages in Debian's Chromium; one that Playwright downloads is never used.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { apt-get update && apt-get install -y --no-install-recommends chromium; }

serve: .venv/installed
	$(BIN)/kb index --quality $(QUALITY)
	$(BIN)/kb serve

clean:
	rm -rf .venv snapshots build dist *.egg-info

.venv/bin/python:
	$(PYTHON) -m venv .venv || { rm -rf .venv; apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv .venv; }

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

# torch first and alone, so that the small CPU build is taken where one is at hand.
.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@ .venv/installed
