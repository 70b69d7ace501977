"""Grafo de fines y medios del plan."""
