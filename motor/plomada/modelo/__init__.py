"""El plan descrito: valores pydantic congelados, bloque por bloque."""
