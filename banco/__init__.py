"""Mide el motor contra código escrito a mano; no entra al paquete instalado."""
