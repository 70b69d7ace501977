"""La entrega vacía: qué datos se piden a un trámite, con qué norma, y cómo se le piden a una persona."""
