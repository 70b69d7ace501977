"""Lo que se le pide al municipio: observaciones numeradas, plazos y artículos que cambian."""
