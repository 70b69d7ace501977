"""Los informes de oficina: el libro de cálculo y los documentos de Word que se radican."""
