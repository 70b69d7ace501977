"""El mapa de un plan: las dos matrices y sus formatos."""

import json
from collections import Counter
from collections.abc import Iterator

from plomada.informes.mapa.conceptual import FilaDelMapa, tabla_conceptual
from plomada.informes.mapa.operativa import NO_LO_DICE, Orden, tabla_operativa
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.tablas import Tabla

CONCEPTUAL = "conceptual"
OPERATIVA = "operativa"


class Mapa(Parte):
    """Qué contiene el plan y qué manda hacer."""

    plan: str
    fecha: str
    conceptual: tuple[FilaDelMapa, ...]
    operativa: tuple[Orden, ...]

    def a_json(self) -> str:
        """Devuelve el mapa en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self, matriz: str) -> Tabla:
        """Devuelve una de las dos matrices."""
        return tabla_operativa(self.operativa) if matriz == OPERATIVA else tabla_conceptual(self.conceptual)

    def a_markdown(self) -> str:
        """Devuelve las dos matrices en Markdown."""
        partes = (("Mapa conceptual", CONCEPTUAL), ("Lectura operativa", OPERATIVA))
        return "\n".join(f"## {titulo}\n\n{self.tabla(m).a_markdown()}" for titulo, m in partes)

    def a_libro(self) -> bytes:
        """Devuelve un libro de cálculo con una hoja por matriz."""
        from plomada.informes.matrices import a_libro

        hojas = {"Mapa conceptual": self.tabla(CONCEPTUAL), "Lectura operativa": self.tabla(OPERATIVA)}
        return a_libro(hojas, f"Mapa de {self.plan}")

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve el resumen y la lectura operativa; el mapa entero se lee mejor en una hoja de cálculo."""
        yield from parrafo(f"Mapa de {self.plan}", ancho, estilo="titulo")
        partes = Counter(f.parte for f in self.conceptual)
        sin_lugar = sum(1 for f in self.conceptual if not (f.pagina or f.articulo or f.plano))
        yield from parrafo(
            f"El plan describe {len(self.conceptual)} cosas; de {sin_lugar} no se dice en qué artículo, "
            "página ni plano están. El mapa completo: --formato xlsx, csv o md.", ancho,
        )  # fmt: skip
        for parte, n in sorted(partes.items()):
            yield from parrafo(f"{parte}: {n}", ancho, 2)
        yield VACIO
        yield from parrafo(f"Lectura operativa ({len(self.operativa)})", ancho, estilo="titulo")
        for o in self.operativa:
            yield from parrafo(f"{o.clase} {o.id}: {o.que}", ancho, 2)
            yield from parrafo(
                f"a quién: {o.quien}; cuándo: {o.cuando}; con cuánto: {o.cuanto}; dónde: {o.donde}", ancho, 6,
                estilo="aviso" if NO_LO_DICE in {o.quien, o.cuando} else "tenue",
            )  # fmt: skip
