"""El registro jurídico: normas, requisitos, parámetros fechados y contenidos exigibles."""
