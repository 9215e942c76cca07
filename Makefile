# Everything a person or CI runs. Each target installs what it needs, once.
PYTHON ?= python3
BIN := .venv/bin
EXAMPLE ?= docs/examples/lagesbild-alvdala.md
MUNICIPALITY ?= Borås
QUALITY := benchmarks/datasets/guidance-unseen/judged.jsonl
VENDOR := api/pages/static/vendor
DESIGN := node_modules/@digdir/designsystemet-css
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
# A process a core, and no more than four: each builds the index and holds the model.
PYTEST := $(BIN)/pytest --numprocesses auto --maxprocesses 4

.PHONY: demo check test days rules chromium postgres serve assets clean

demo: .venv/installed
	$(BIN)/kb check --no-warnings
	$(BIN)/kb index --demo --quality $(QUALITY)
	$(BIN)/kb match $(EXAMPLE) --municipality "$(MUNICIPALITY)"

# For daily use: all that test has but what takes long, which is the browser, other processes and many made-up inputs.
check: rules assets
	$(PYTEST) -m 'not browser and not slow' --durations 10

# All, as CI runs it.
test: rules assets chromium postgres
	$(PYTEST) --durations 20

rules: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/kb check --strict --no-warnings

# The whole of `make test` with the clock set to other days, in every Python process that it starts (tests/moved_clock);
# one day: make days DAYS=2027-12-31. The warning that is left out says that the clock was there before pytest.
DAYS ?= 2026-12-31 2027-03-28 2028-02-29 2029-06-15

days: .venv/installed-dev assets chromium postgres
	for day in $(DAYS); do \
	  MOVED_TO=$$day PYTHONPATH=$(CURDIR)/tests/moved_clock PYTEST_ADDOPTS="-W ignore::pytest.PytestAssertRewriteWarning" \
	  $(MAKE) test || { echo "not green on $$day"; exit 1; }; \
	done

# The browser tests open pages in Debian's Chromium; one that Playwright downloads is never used.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { apt-get update && apt-get install -y --no-install-recommends chromium; }

# What accounts save is tried on PostgreSQL too: the tests start a server of their own, in a folder that is thrown away, on a free
# port, as another user than root (tests/postgres.py). It is Debian's, and its own cluster is left alone.
postgres:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { apt-get update && apt-get install -y --no-install-recommends postgresql; }

serve: .venv/installed-service assets
	$(BIN)/kb index --demo --quality $(QUALITY)
	$(BIN)/kb serve --demo

# The design system's CSS, which is installed and not committed; npm checks it against package-lock.json.
assets: $(VENDOR)/installed

clean:
	rm -rf node_modules $(VENDOR) .venv snapshots build dist *.egg-info

.venv/bin/python:
	$(PYTHON) -m venv .venv || { rm -rf .venv; apt-get update && apt-get install -y python3-venv && $(PYTHON) -m venv .venv; }

.venv/installed: pyproject.toml | .venv/bin/python
	$(PIP) -e .
	touch $@

.venv/installed-service: pyproject.toml | .venv/bin/python
	$(PIP) -e '.[service]'
	touch $@ .venv/installed

# torch first and alone, so that the small CPU build is taken where one is at hand.
.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(PIP) torch==2.13.0
	$(PIP) -e '.[dev]'
	touch $@ .venv/installed .venv/installed-service

$(VENDOR)/installed: package.json package-lock.json
	command -v npm || { apt-get update && apt-get install -y npm; }
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	mkdir -p $(VENDOR)
	cp $(DESIGN)/dist/src/index.css $(VENDOR)/designsystemet.css
	cp $(DESIGN)/dist/theme/designsystemet.css $(VENDOR)/designsystemet-theme.css
	cp $(DESIGN)/LICENSE $(VENDOR)/LICENSE
	touch $@
