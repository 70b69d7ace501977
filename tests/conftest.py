"""Opciones y perfiles comunes de las pruebas."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "rapido", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "largo", max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("PLOMADA_HYPOTHESIS", "rapido"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Agrega `--regenerar`, que reescribe los archivos dorados para revisarlos como diferencia."""
    parser.addoption("--regenerar", action="store_true", help="reescribe los archivos dorados")
