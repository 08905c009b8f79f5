# `make run` serves JobForge, `make test` tests it. Both need Python 3.11 or newer and make, nothing else:
# whatever else is used comes locked into the directory VENV. `make clients` needs Node as well.

VENV ?= .venv
PYTHON ?=
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps
PYTHONS := python3.14 python3.13 python3.12 python3.11 python3 python
SUITABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
LOCK := pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11
UV ?= uv

.PHONY: help run test check clients assets contracts lock bench bench-page quality faults clean
.DELETE_ON_ERROR:

help:
	@echo 'make run        serve JobForge on http://localhost:8000 (settings: README.md)'
	@echo 'make test       checks and tests, on SQLite and on PostgreSQL and Redis that it brings along'
	@echo 'make check      only the checks: style, types, known weaknesses, published contracts'
	@echo 'make clients    tests with JavaScript clients and a browser (needs Node, Chromium and nginx)'
	@echo 'make faults     kills, stops and starves every part, round after round'
	@echo 'make quality    measures the documents against the labelled set'
	@echo 'make bench      times the stages of a request'
	@echo 'make contracts  writes schema/ anew'
	@echo 'make assets     builds the web pages'"'"' scripts and styles anew (needs Node)'
	@echo 'make lock       compiles requirements*.txt anew (needs uv; UPGRADE=1 takes the newest versions)'
	@echo 'make clean      removes the environment and whatever the tools left'

run: $(VENV)/.run
	$(BIN)/jobforge up

test: check
	$(BIN)/pytest -n 2

check: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/bandit --quiet --recursive jobforge
	$(BIN)/jobforge contracts --check

clients: $(VENV)/.run .venv-openapi/.stamp tests/clients/node_modules/.stamp assets/node_modules/.stamp \
  tests/clients/openapi-typescript/node_modules/.stamp
	cd tests/clients && JOBFORGE="$(abspath $(BIN))/jobforge" npm test

assets: assets/node_modules/.stamp
	cd assets && npm run build

faults: $(VENV)/.dev
	$(BIN)/pytest tests/faults

quality: $(VENV)/.dev
	$(BIN)/python tests/quality/run.py $(if $(AI),--ai $(AI))
	$(BIN)/python tests/quality/run.py --quiet --set tests/heldout/second
	$(BIN)/python tests/quality/run.py --quiet --set tests/heldout/third

bench: $(VENV)/.dev
	$(BIN)/pytest benchmarks
	@if command -v node >/dev/null && command -v npm >/dev/null; then $(MAKE) --no-print-directory bench-page; fi

bench-page: $(VENV)/.run tests/clients/node_modules/.stamp
	cd tests/clients && JOBFORGE="$(abspath $(BIN))/jobforge" node run.js workbench/bench.js

contracts: $(VENV)/.run
	$(BIN)/jobforge contracts

lock:
	@command -v $(UV) >/dev/null || { echo 'make lock needs uv: pip install uv, or name one with UV=.' >&2; exit 1; }
	$(UV) $(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml -o requirements.txt
	$(UV) $(LOCK) $(if $(UPGRADE),--upgrade) --group build -c requirements.txt -o requirements-build.txt
	$(UV) $(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml --group dev -c requirements.txt -c requirements-build.txt -o requirements-dev.txt
	$(UV) $(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml --extra mcp -c requirements-dev.txt -o requirements-mcp.txt
	$(UV) $(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml --extra tracing -c requirements-dev.txt -c requirements-mcp.txt -o requirements-tracing.txt
	cd tests/clients/openapi-python && $(UV) $(LOCK) $(if $(UPGRADE),--upgrade) requirements.in -o requirements.txt

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
	rm -rf .venv-openapi tests/clients/node_modules tests/clients/openapi-typescript/node_modules assets/node_modules
	find jobforge tests -name __pycache__ -prune -exec rm -rf {} +

# Each stamp is touched last, so that an interrupted installation is done again.

$(VENV)/.made:
	@for python in $(or $(PYTHON),$(PYTHONS)); do \
	  if "$$python" -c '$(SUITABLE)' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'JobForge needs Python 3.11 or newer with its venv module, and none was found among: $(or $(PYTHON),$(PYTHONS)).' >&2; \
	  echo 'Install one (on Debian and Ubuntu: python3 and python3-venv), or name one: make PYTHON=/path/to/python' >&2; \
	  exit 1; \
	fi; \
	echo "Making the environment $(VENV) with $$found ..." && "$$found" -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements.txt requirements-build.txt pyproject.toml
	@echo 'Installing the locked dependencies ...'
	@$(INSTALL) --require-hashes -r requirements.txt -r requirements-build.txt
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt requirements-mcp.txt requirements-tracing.txt
	@echo 'Installing the locked tools of the tests ...'
	@$(INSTALL) --require-hashes -r requirements-dev.txt -r requirements-mcp.txt -r requirements-tracing.txt
	@touch $@

# openapi-python-client wants an older typer than ours: it has an environment and a lock file of its own.
.venv-openapi/.stamp: tests/clients/openapi-python/requirements.txt $(VENV)/.made
	@$(BIN)/python -m venv .venv-openapi
	@.venv-openapi/bin/python -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes -r $<
	@touch $@

%/node_modules/.stamp: %/package.json %/package-lock.json
	cd $* && npm ci --no-audit --no-fund
	@touch $@
