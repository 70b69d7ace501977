"""El informe en SARIF 2.1.0, para las herramientas que leen hallazgos de cualquier analizador."""
