"""Una sola vista de lo evaluado y los formatos en que se entrega."""
