"""Corre los casos de las reglas, mide su cobertura y las muta."""
