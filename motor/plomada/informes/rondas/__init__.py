"""Comparación de rondas: qué pasó con cada hallazgo entre una entrega y la siguiente, y por qué."""
