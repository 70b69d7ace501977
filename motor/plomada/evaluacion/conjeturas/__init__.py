"""Qué pasaría con una regla que no consta si un dato que falta apareciera."""
