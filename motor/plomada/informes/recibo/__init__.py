"""El recibo de una evaluación: con qué se hizo, para repetirla y saber qué cambió."""
