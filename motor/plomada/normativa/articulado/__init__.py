"""Los artículos de cada norma y sus versiones por fecha, y las citas normativas que trae un texto."""
