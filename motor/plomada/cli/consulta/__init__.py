"""Órdenes que responden preguntas sobre la norma y el trámite."""
