"""Aplica las reglas compiladas a un plan y produce resultados y hallazgos."""
