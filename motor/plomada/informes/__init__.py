"""Una sola vista del resultado y los formatos que salen de ella."""
