"""La matriz de articulación, sus índices y la cadena dibujada."""
