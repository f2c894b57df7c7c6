# Two commands do everything: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMPS := $(VENV)/stamps
# Plain http on this machine, by name; the settings refuse it anywhere else. See .env.example for every knob.
LOCAL ?= 1
HOST ?= 127.0.0.1
PORT ?= 8000
export LOCAL HOST PORT
# Node from the machine, or the one that setup put into the virtual environment.
export PATH := $(CURDIR)/$(VENV)/node:$(PATH)

FRONT := $(shell find frontend -type f 2>/dev/null) vite.config.ts vite.worker.config.ts tsconfig.json tsconfig.worker.json
CODE := legday workouts tests bench frontend/drawing manage.py

# Compiled from the catalogues that people edit; kept out of git.
WORDS := locale/de/LC_MESSAGES/django.mo

.PHONY: run dev test test-long check coverage mutate bench lighthouse screenshots format demo admin lock build messages help clean

run: setup ## set up, and serve at http://localhost:8000
	@$(PY) manage.py prepare
	@echo "Legday: http://localhost:$(PORT)   (stop with Ctrl+C; make demo for a lifter with two years of leg days)"
	@exec $(VENV)/bin/gunicorn --config deploy/gunicorn.conf.py legday.wsgi

dev: build $(STAMPS)/dev ## serve with autoreload and Vite's server
	@DEBUG=1 $(PY) manage.py prepare
	@trap 'kill 0' EXIT; npm run dev --silent & DEBUG=1 $(PY) manage.py runserver $(HOST):$(PORT)

test: $(STAMPS)/dev build ## set up, and run all tests: SQLite, PostgreSQL, a real browser
	@deploy/setup/browser.sh
	@$(PY) -m tests.run

test-long: $(STAMPS)/dev build ## what takes longer: 2,000 histories, drills with servers that are killed
	@deploy/setup/browser.sh
	@HYPOTHESIS_PROFILE=long $(PY) -m tests.run

check: $(STAMPS)/dev build ## lint, types, contracts, production settings
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy $(CODE)
	$(VENV)/bin/lint-imports --no-cache
	$(VENV)/bin/djlint --lint --quiet templates
	npm run check --silent
	$(PY) manage.py makemigrations --check --dry-run
	@deploy/setup/check_production.sh

coverage: $(STAMPS)/dev build ## what the tests on SQLite reach, by package
	@$(PY) -m bench.coverage

mutate: $(STAMPS)/dev ## mutation testing of science/: fails under 90 % killed
	@$(PY) -m bench.mutation

bench: setup ## measure pages, forms and the import; writes docs/performance.md
	@$(PY) -m bench

lighthouse: $(STAMPS)/dev build ## Lighthouse's marks of each kind of page, five runs each (ONLY="home gym": those; RUNS=1: once)
	@node=$$(deploy/setup/lighthouse.sh $(VENV)) && NODE=$$node $(PY) -m bench.lighthouse $(if $(RUNS),--runs $(RUNS)) $(ONLY)

screenshots: $(STAMPS)/dev build ## every page on a phone and on a desk, light and dark, into docs/img/all/ (ONLY="today gym": those)
	@$(PY) -m bench.screenshots $(ONLY)

format: $(STAMPS)/dev ## put the sources into their form
	$(VENV)/bin/ruff check --fix --quiet .
	$(VENV)/bin/ruff format --quiet .

demo: setup ## a believable lifter with two years of leg days; prints her e-mail and password
	@$(PY) manage.py prepare
	@$(PY) manage.py demo

admin: setup ## make yourself an account for /admin/
	@$(PY) manage.py prepare
	@$(PY) manage.py createsuperuser

lock: $(STAMPS)/dev ## write the lock files anew from pyproject.toml
	@deploy/setup/lock.sh

build: static/build/manifest.json $(WORDS) ## the front end and the catalogues

messages: $(STAMPS)/run ## collect the texts to translate into locale/, and compile
	@$(PY) manage.py messages

$(WORDS): $(wildcard locale/*/LC_MESSAGES/django.po) $(FRONT) | $(STAMPS)/run
	@$(PY) manage.py messages --compile

setup: $(STAMPS)/run build var/static/collected

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 18

clean: ## remove what was built; data under var/ stays
	rm -rf $(VENV) node_modules bench/lighthouse/node_modules static/build var/static mutants

$(VENV)/bin/pip:
	@deploy/setup/venv.sh $(PYTHON) $(VENV)

$(STAMPS)/run: requirements.lock | $(VENV)/bin/pip
	@echo "Installing Python packages"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/run
	@echo "Installing Python packages for tests and checks"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/node: requirements-node.lock | $(VENV)/bin/pip
	@deploy/setup/node.sh $(VENV)
	@mkdir -p $(STAMPS) && touch $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc $(STAMPS)/node
	@echo "Installing front-end packages"
	@npm ci --silent --no-progress
	@touch $@

static/build/manifest.json: node_modules/.package-lock.json $(FRONT)
	@echo "Building the front end"
	@npm run build --silent -- --logLevel warn
	@touch $@

var/static/collected: static/build/manifest.json $(shell find static -type f -not -path 'static/build/*' 2>/dev/null) | $(STAMPS)/run
	@echo "Collecting static files"
	@$(PY) manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@
