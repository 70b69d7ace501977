"""El mapa conceptual del plan y su lectura operativa, como matrices."""
