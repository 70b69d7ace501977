"""Las páginas de `explicar` y la lista de reglas."""
