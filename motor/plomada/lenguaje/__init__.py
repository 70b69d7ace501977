"""El lenguaje de reglas: del texto de un archivo .regla al código que lo evalúa."""
