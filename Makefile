# Every target makes .venv first, so any of them can be the first command on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help install demo test generate check bench conformance api-diff fault-matrix chaos fuzz violations prism kill-test large-files clean
.DEFAULT_GOAL := help

help:  ## What there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

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

bench: $(READY)  ## What calls, imports, transfers and the mock cost, each against a yardstick; ONLY=<table> for one
	@$(BIN)/python -m benchmarks $(ONLY)

conformance: $(READY)  ## Hold a running deployment to the contract: BASE_URL=<url>, WRITE=1 to let it write
	@$(BIN)/newton-conformance $(if $(WRITE),--write) '$(BASE_URL)'

api-diff: $(READY)  ## What changed in openapi.yaml since BASE=<revision>, breaking first
	@$(BIN)/python codegen/api_diff.py $(BASE)

fault-matrix: $(READY)  ## Every operation under every fault, sync and async, as a table
	@PYTHONPATH=tests $(BIN)/python -m wire.fault_matrix

chaos: $(READY)  ## 10,000 mixed calls, a fifth of the answers faulty: none lost, none doubled
	@PYTHONPATH=tests $(BIN)/python -m chaos.chaos

fuzz: $(READY)  ## Random requests at the mock for MINUTES=<n>, held to the contract
	@$(BIN)/python tests/conformance/fuzz.py $(if $(MINUTES),--minutes $(MINUTES)) $(if $(SEED),--seed $(SEED)) $(if $(EXAMPLES),--examples $(EXAMPLES)) $(if $(ONLY),--only $(ONLY))

violations: $(READY)  ## Break one rule at a time and write down what notices: docs/violations.md
	@$(BIN)/python tests/violations/table.py

prism: $(READY)  ## The client's calls against a mock server of others', made from openapi.yaml
	@$(BIN)/python tests/prism/run.py

kill-test: $(READY)  ## Kill 50 uploads of 256 MB at random points, and start them again
	PYTHONPATH=tests $(BIN)/python -m long.killed

large-files: $(READY)  ## 4 GB up and down, in fair and bad weather: how much memory it takes
	PYTHONPATH=tests $(BIN)/python -m long.large_files

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
