"""Valores del dominio sin dependencias: cantidades con unidad, fechas, ausencias declaradas y lógica de tres valores."""
