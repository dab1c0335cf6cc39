# Every target makes .venv first, so any of them can be the first command on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help install demo test generate check clean
.DEFAULT_GOAL := help

help:  ## What there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[all]' --group dev
	@touch $@

install: $(READY)  ## Make .venv with everything in it

demo: $(READY)  ## The main job, on the embedded mock; DATA=<folder> takes *_healthy.csv and *_degraded.csv of yours
	@$(BIN)/python examples/machine_state.py $(if $(DATA),--data '$(DATA)')

test: $(READY)  ## All tests
	$(BIN)/python -m pytest

generate: $(READY)  ## Make client, operation table, sync twin and the mock's contract anew
	$(BIN)/python codegen/generate.py

check: $(READY)  ## Lint, types, spec, and whether anything generated is out of date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/openapi-spec-validator openapi.yaml
	$(BIN)/python codegen/generate.py --check
	$(BIN)/mypy
	$(BIN)/pyright --warnings

clean:  ## Remove what was installed and cached
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
