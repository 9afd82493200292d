# Everything a newcomer types. `make help` lists it.
.DEFAULT_GOAL := help
.PHONY: help demo test soak bench lint format messages dump-release

PYTHON := .venv/bin/python
unexport DJANGO_SETTINGS_MODULE

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

demo: ## Run the portal with demo data (ARGS="--port 9000 --reset")
	@scripts/environment run
	@$(PYTHON) -m handover.demo --follow $(ARGS)

test: ## Run every test, browser tests included (ARGS="tests/offers -k search")
	@scripts/environment develop
	@scripts/chromium
	@$(PYTHON) -m pytest -n 2 $(ARGS)

soak: ## Run the long tests with their full figures
	@scripts/environment develop
	@scripts/chromium
	@$(PYTHON) -m pytest -m soak $(ARGS)

bench: ## Measure list and offer page, and write docs/performance.md
	@scripts/environment develop
	@$(PYTHON) -m tests.bench $(ARGS)

lint: ## Style, templates, types, import contracts, foreign keys, migrations, translations
	@scripts/environment develop
	@scripts/lint

format: ## Bring Python and templates into their form
	@scripts/environment develop
	@$(PYTHON) -m ruff check --fix --quiet . ; $(PYTHON) -m ruff format .
	@git ls-files 'templates/*.html' | xargs .venv/bin/djade --target-version 5.2 || true

messages: ## Take new texts into locale/, where they wait for their Danish
	@scripts/environment run
	@$(PYTHON) manage.py messages

dump-release: ## Keep this version's demo database for the upgrade test
	@scripts/environment develop
	@$(PYTHON) -m tests.releases
