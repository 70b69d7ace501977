"""Pruebas con entradas al azar guiadas por cobertura (atheris); orden aparte: `make fuzz`."""
