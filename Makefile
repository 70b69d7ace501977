# Dos órdenes bastan: `make demo` hace el trabajo principal y `make test` verifica todo.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PLOMADA := $(VENV)/bin/plomada

.PHONY: demo test banco fuzz rueda paquete limpiar

$(VENV)/.usuario: requisitos.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement requisitos.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.desarrollo: $(VENV)/.usuario requisitos-desarrollo.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement requisitos-desarrollo.txt
	touch $@

# El código de salida 0, 1 o 4 es un resultado; 2 y 3 son fallas (ver README).
demo: $(VENV)/.usuario
	@$(call revisar,casos/pbot-borrador)
	@$(call revisar,casos/medellin-pot-2014 --fecha 2025-12-31)

revisar = $(PLOMADA) evaluar $(1); salida=$$?; case $$salida in 0|1|4) ;; *) exit $$salida ;; esac

test: $(VENV)/.desarrollo
	$(VENV)/bin/ruff format --check motor tests banco empaque construccion.py
	$(VENV)/bin/ruff check motor tests banco empaque construccion.py
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PLOMADA) formatear --revisar
	$(PLOMADA) lint
	$(PLOMADA) probar --mutar
	$(VENV)/bin/pytest -q -n 2

banco: $(VENV)/.desarrollo
	$(PY) -m banco

fuzz: $(VENV)/.desarrollo
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement banco/fuzz/requisitos.txt
	$(PY) -m banco.fuzz

rueda: $(VENV)/.desarrollo
	$(PY) -m build --wheel --no-isolation

# El ZIP para Windows: baja las ruedas de los tres Python y las junta con el instalador. Es lo único con red.
RUEDAS := build/paquete/ruedas
paquete: $(VENV)/.desarrollo
	rm -rf $(RUEDAS)
	for version in 3.11 3.12 3.13; do \
	  $(PY) -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
	    --platform win_amd64 --implementation cp --python-version $$version \
	    --requirement requisitos.txt --requirement empaque/requisitos-windows.txt --dest $(RUEDAS) || exit 1; \
	done
	$(PY) -m build --wheel --no-isolation --outdir $(RUEDAS)
	$(PY) -m empaque $(RUEDAS) dist

limpiar:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
