"""Del texto de un archivo `.regla` a sus piezas: bloques, palabras, números y filas de tabla."""
