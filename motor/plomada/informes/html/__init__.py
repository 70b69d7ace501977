"""El informe en un solo archivo HTML: sin red, accesible e imprimible."""
