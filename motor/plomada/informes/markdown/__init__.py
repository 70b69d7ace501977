"""El informe en Markdown."""
