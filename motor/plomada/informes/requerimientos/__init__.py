"""Lo que se le pide al municipio: observaciones numeradas, plazos de la radicación y artículos que cambian."""
