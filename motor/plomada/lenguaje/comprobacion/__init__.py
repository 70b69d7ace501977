"""Nombres, tipos, unidades y cabeceras: de la regla leída a la regla comprobada."""
