"""Plomada: revisa planes de ordenamiento territorial colombianos con reglas escritas en español."""

__version__ = "0.1.0"
__all__ = ["__version__"]
