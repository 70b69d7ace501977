"""Los rótulos fijos de los informes en cada idioma."""
