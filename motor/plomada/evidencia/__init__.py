"""Buscar en los documentos de una entrega lo que el plan debe traer, y comprobar lo que dice que trae."""
