"""Los escritores de cada formato, dónde queda lo que escriben y el recibo de todo ello."""
