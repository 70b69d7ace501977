"""Lo que alguien aceptó con su firma: qué ampara hoy, qué ya no y qué sobra."""
