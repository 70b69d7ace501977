"""Valores del dominio: cantidades con unidad, fechas, ausencias declaradas y lógica de tres valores."""
