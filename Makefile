# make run: set up and serve the demo. make test: every test. make check: what has to pass.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 5000
PYTEST := $(BIN)/python -m pytest

.PHONY: run test check quality rules pages reliability clean

run: $(VENV)/run.stamp
	@PORT=$(PORT) sh deploy/serve

# Three workers for two cores: now and then one of them waits for a browser or a server.
test: rules pages

rules: $(VENV)/dev.stamp
	$(PYTEST) -n 3 --dist loadfile --no-loadscope-reorder

pages: $(VENV)/dev.stamp
	$(PYTEST) -n 3 --dist loadfile --no-loadscope-reorder --engine postgresql -m "not once"

# What takes long: the server is killed twenty times while somebody types, and the connection is cut
# twenty times while a session is saved: no word is lost, and nothing is saved twice. The forecast of
# ten thousand teams is held against every day, and the demo is loaded on more days.
reliability: $(VENV)/dev.stamp
	TEAMS=10000 $(PYTEST) tests/teams/test_balance.py -k "forecast or hangs"
	LOG_CUTS=20 $(PYTEST) tests/journeys/test_kept.py -k cut -s
	DEMO_DAYS=1,2,5,29,97 $(PYTEST) tests/demo/test_load_demo.py -k any_day
	AUTOSAVE_KILLS=20 $(PYTEST) tests/journeys/test_writing.py -k killed -s

check: quality test

quality: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the portal needs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt .ci/browser | $(VENV)/bin/python
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@sh .ci/browser
	@touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
