"""Lectura y consulta del registro de normas, requisitos, parámetros y contenidos."""
