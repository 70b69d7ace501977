"""Lectura de la entrega: de archivos del usuario al plan validado."""
