# The few commands people type. Needs only python3 (3.11 or newer, with venv) and make.

PYTHON ?= python3
PORT ?= 8000

UV := .uv/bin/uv
BIN := .venv/bin
ROOMS := strategy_portal budget budget/projects calls applications applications/selection
# Typed strictly; elsewhere annotations serve the reader
TYPED := $(wildcard strategy_portal/money.py strategy_portal/numbers.py \
	strategy_portal/database.py strategy_portal/database_rights.py strategy_portal/database_roles.py \
	strategy_portal/requests/press.py strategy_portal/schema/*.py deploy/local/*.py \
	strategy_portal/mail/outbox.py strategy_portal/mail/rendering.py strategy_portal/mail/sending.py \
	strategy_portal/mail/transport.py strategy_portal/mail/workflow.py \
	$(foreach room,$(ROOMS),$(room)/operations.py $(room)/operations/*.py \
	$(room)/permissions.py $(room)/workflow.py $(room)/ranking.py $(room)/impartiality.py))

export UV_SYSTEM_CERTS = 1
export UV_PYTHON_DOWNLOADS = never
export UV_NO_PROGRESS = 1
unexport PYTHONDONTWRITEBYTECODE
unexport VIRTUAL_ENV
ifeq ($(HOME),)
export UV_CACHE_DIR = $(CURDIR)/.uv/cache
endif

.PHONY: help run test soak lint format lock clean

help:
	@echo "make run    serve the portal at http://127.0.0.1:$(PORT)/ with demo data (PORT=8001 for another port)"
	@echo "make test   run every test, in a browser too (ARGS='-k money' for some)"
	@echo "make soak   run the long reliability tests"
	@echo "make lint   check format, style, types, templates, import direction, migrations, deploy settings"
	@echo "make format put the code into the house's form"
	@echo "make lock   compile requirements/*.txt from pyproject.toml"
	@echo "make clean  remove what these commands installed or made, the local database too"

# Two at once install one after the other; none removes what another uses
INSTALLING = $(PYTHON) deploy/local/alone.py wait .installing.lock
USING = $(PYTHON) deploy/local/alone.py share .using.lock
UNUSED = $(PYTHON) deploy/local/alone.py refuse
STEP = $(PYTHON) deploy/local/installing.py

run:
	@$(INSTALLING) $(MAKE) -s --no-print-directory .venv/local.stamp
	@exec $(USING) $(BIN)/python manage.py serve --port="$(PORT)"

test:
	@$(INSTALLING) $(MAKE) -s --no-print-directory .venv/dev.stamp
	@$(BIN)/python -m tests.chromium
	@exec $(USING) $(BIN)/python -m pytest $(ARGS)

soak: .venv/dev.stamp
	@exec $(USING) $(BIN)/python -m pytest -n 0 -m soak $(ARGS)

lint: export SECRET_KEY := a-long-one-of-many-different-letters-only-for-what-the-linters-load
lint: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(TYPED)
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	ALLOWED_HOSTS=portal.example.org DEBUG=0 HTTPS=1 TRUSTED_PROXIES=1 \
		$(BIN)/python manage.py check --deploy --database default --fail-level WARNING

format: .venv/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

COMPILE = $(UV) pip compile --quiet --universal --generate-hashes $(LOCK)

lock: $(UV)  # newer versions too: make lock LOCK=--upgrade
	$(COMPILE) pyproject.toml -o requirements/base.txt
	$(COMPILE) pyproject.toml --group local -c requirements/base.txt -o requirements/local.txt
	$(COMPILE) pyproject.toml --group dev -c requirements/local.txt -o requirements/dev.txt
	$(COMPILE) --group uv -o requirements/uv.txt

clean:
	@$(UNUSED) .installing.lock $(UNUSED) .using.lock \
		rm -rf .venv .uv .var .installing.lock .using.lock

# Installing: uv from its own lock, then the portal's packages, exactly those of the lock. Whoever has the tests'
# packages, which include the portal's, keeps them for `make run` too.

$(UV): requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; '$(PYTHON)' is $$($(PYTHON) -V 2>&1). Name another: make PYTHON=python3.12"; exit 1; }
	@echo "Installing uv ..."
	@$(STEP) $(PYTHON) -m venv --clear .uv
	@$(STEP) .uv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $(UV)

.venv/bin/python: | $(UV)
	@$(STEP) $(UV) venv --quiet --allow-existing --python "$$(command -v $(PYTHON))" .venv

.venv/local.stamp: requirements/local.txt | .venv/bin/python
	@echo "Installing the portal's packages ..."
	@$(STEP) $(UV) pip sync --quiet --require-hashes --python .venv \
		requirements/$$(test -e .venv/dev.stamp && echo dev || echo local).txt
	@touch $@

.venv/dev.stamp: requirements/dev.txt | .venv/bin/python
	@echo "Installing the portal's and its tests' packages ..."
	@$(STEP) $(UV) pip sync --quiet --require-hashes --python .venv requirements/dev.txt
	@touch .venv/local.stamp $@
