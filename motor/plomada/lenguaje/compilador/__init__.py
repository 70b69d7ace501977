"""De la regla comprobada al módulo de Python que la evalúa."""
