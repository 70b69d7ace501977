"""Arma el paquete para Windows: las ruedas, el instalador de un clic y las licencias, sin red."""
