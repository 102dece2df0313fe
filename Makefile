# `make run` opens the app, `make test` runs every check; both set up what they need.

# The newest interpreter that really starts (a version manager's stub may exist and fail) and can
# make an environment (a system's Python may come without ensurepip).
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: run test lint types architecture tests bench screenshots wheel-check clean
.DEFAULT_GOAL := run

# Without its byte code the app takes several times as long to start.
run: $(VENV)/.installed
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/newsreader $(ARGS)

test: lint types architecture tests

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.tested
	$(BIN)/mypy
	$(BIN)/mypy --explicit-package-bases training

architecture: $(VENV)/.tested
	$(BIN)/lint-imports --no-cache

tests: $(VENV)/.tested
	$(BIN)/pytest -n 2

bench: $(VENV)/.benched
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m benchmarks.run $(ARGS)

# Draws the README's pictures anew.
screenshots: $(VENV)/.tested
	$(BIN)/python assets/take_screenshots.py

# Installs into a new environment for every interpreter found and runs what was installed.
wheel-check: $(VENV)/.tested
	$(BIN)/python tests/packaging/check_install.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "newsreader needs Python 3.11 or newer with its venv module," \
		"and none was found on PATH" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

# Without spaCy the rest is measured all the same.
$(VENV)/.benched: $(VENV)/.tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]' \
		&& touch $@ || echo "spaCy cannot be installed here: the engine is measured without it" >&2
