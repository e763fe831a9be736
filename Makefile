# The two commands of the README: `make demo` and `make test`. Both set up all they need in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test laws check bench docs lock islands clean
.DEFAULT_GOAL := help

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(VENV)/.run: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Firsthand needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up Firsthand in $(VENV) (once, about 250 MB) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@echo "Setting up what the tests need ..."
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@

demo: $(VENV)/.run  ## read the example case and show who says what
	@$(BIN)/python examples/demo.py

test: $(VENV)/.dev check  ## lint, types, contracts, tests and executed docs
	@$(BIN)/python -m pytest -q

laws: $(VENV)/.dev  ## search for documents that break a law of the findings, far beyond what the tests try
	@$(BIN)/python -m pytest -q --hypothesis-profile=search tests/corroborate/test_origins_laws.py tests/test_laws.py

check: $(VENV)/.dev  ## lint, format and types only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports --no-cache

bench: $(VENV)/.dev  ## scores against the floors, on the sets named by FIRSTHAND_BENCH
	@$(BIN)/python -m bench

docs: $(VENV)/.dev  ## write the generated pages anew
	@$(BIN)/python docs/generate.py

lock: $(VENV)/.dev  ## resolve the lock files anew
	@$(BIN)/uv pip compile -q pyproject.toml --extra footage --group build --universal --python-version 3.11 --generate-hashes --no-header -o requirements/run.lock
	@$(BIN)/uv pip compile -q pyproject.toml --extra footage --group build --group dev -c requirements/run.lock --universal --python-version 3.11 --generate-hashes --no-header -o requirements/dev.lock

islands:  ## build the interactive parts of the workbench anew (needs Node 20; using Firsthand does not)
	@cd islands && npm ci --no-fund --no-audit && npm run check && npm run build

clean:  ## remove the environment and the demo's case
	rm -rf $(VENV) demo-case build dist
