"""Las respuestas a preguntas sobre la norma y el trámite: artículos, exigencias, citas y calendario."""
