"""Planes válidos al azar, hechos desde las formas del modelo: si el modelo gana un campo, sale solo.

Los textos son los que más fácil se pierden en una celda o en un YAML.
"""

from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.plan import validar_plan
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.formas import Forma, campos_de, tipos_citables
from plomada.modelo.plan import Plan
from plomada.valores.unidades import ESCALA, unidades_de

LUGAR = Tramo("plan.yaml")
_CITABLES = tipos_citables(Plan)
_TEXTOS = (
    "=CMD()", "+1", "-1", "@SUM(A1)", "#N/A", "# no es ayuda", "NO HAY: es el texto", "no aplica",
    "No hay", "'NO HAY: x", "LISTA VACÍA", "lista vacia", "'", "''#", "1.234", "1,5", "05001", "410",
    "0.10", "null", "~", "si", "no", "true", "2024-01-01", "1:25", "uno\ndos", "uno\n\ndos",
    '"comillas"', '"a\nb"', '""', "a;b, c", "_x000D_", "_x005F_", "x005F_", "a\rb", "a\tb", "áéíóú ñ Ü",
    "日本語", "😀", "a\u0085b", "a\u2028b", "a\xa0b", "<script>alert(1)</script>", "&amp;", "]]>", "{a: b}",
    "[x]", "- x", "? x", "! x", "%x", "`x`", "\\n", "\\", "x" * 3000, "1/2/2024", "1e5", "TRUE", "25 %",
    "a: b", "a #b", "a:", ":a", "* a", "& a", "| a", "> a", "ª º °",
)  # fmt: skip


@st.composite
def arboles(draw: st.DrawFn) -> Nodo:
    """El árbol de un plan válido."""
    azar = Random(draw(st.integers(0, 2**32 - 1)))
    densidad = draw(st.sampled_from([0.02, 0.1, 0.35]))
    return plan_al_azar(azar, densidad)


def plan_al_azar(azar: Random, densidad: float) -> Nodo:
    """Arma el plan en dos pasadas: las referencias solo citan elementos que están."""
    hacedor = _Hacedor(azar, densidad)
    raiz = hacedor.objeto(Forma("objeto", "plan", modelo=Plan), "", ausente=False)
    return hacedor.con_referencias(raiz)


class _Hacedor:
    def __init__(self, azar: Random, densidad: float) -> None:
        self.azar = azar
        self.densidad = densidad
        self.ids: dict[str, list[str]] = {}
        self.siguiente = 0

    def objeto(self, forma: Forma, ruta: str, ausente: bool = True) -> Nodo:
        if ausente and forma.admite_no_hay and self.azar.random() < 0.1:
            return self.ausencia()
        assert forma.modelo is not None
        pares = []
        for clave, interna in campos_de(forma.modelo).items():
            suya = f"{ruta}.{clave}" if ruta else clave
            es_bloque = not ruta and interna.clase in {"objeto", "mapa"}
            if interna.puede_faltar and not es_bloque and self.azar.random() > self.densidad:
                continue
            pares.append((clave, LUGAR, self.valor(interna, suya)))
        return Mapa(tuple((c, t, self._coherente(c, v, pares)) for c, t, v in pares), LUGAR)

    def _coherente(self, clave: str, valor: Nodo, pares: list[tuple[str, Tramo, Nodo]]) -> Nodo:
        """Un contenido que no aplica pide motivo: sin él, se deja como incluido."""
        motivos = [v for c, _, v in pares if c == "motivo" and isinstance(v, Escalar)]
        if clave == "estado" and isinstance(valor, Escalar) and valor.texto == "no_aplica" and not motivos:
            return Escalar("incluido", LUGAR)
        return valor

    def ausencia(self) -> Nodo:
        motivo = Escalar(self.azar.choice(_TEXTOS), LUGAR, llano=False)
        return Mapa(((self.azar.choice(["no_hay", "no_aplica"]), LUGAR, motivo),), LUGAR)

    def valor(self, forma: Forma, ruta: str) -> Nodo:
        if forma.clase == "objeto":
            return self.objeto(forma, ruta)
        if forma.admite_no_hay and self.azar.random() < 0.15:
            return self.ausencia()
        if forma.clase == "lista":
            assert forma.dentro is not None
            cuantos = self.azar.choice([0, 1, 1, 2, 3])
            return Secuencia(tuple(self.valor(forma.dentro, f"{ruta}[]") for _ in range(cuantos)), LUGAR)
        if forma.clase == "mapa":
            assert forma.dentro is not None
            claves = self.azar.sample(["objetivos", "patrimonio", "cosa_3"], self.azar.randint(0, 3))
            return Mapa(tuple((c, LUGAR, self.valor(forma.dentro, f"{ruta}[]")) for c in claves), LUGAR)
        return Escalar(self.escalar(forma, ruta), LUGAR, llano=False)

    def escalar(self, forma: Forma, ruta: str) -> str:
        if forma.opciones is not None:
            return self.azar.choice([o.value for o in forma.opciones])
        if forma.clase == "cantidad":
            if forma.tipo == ESCALA:
                return f"1:{self.azar.choice([1000, 2000, 25000])}"
            numero = self.azar.choice(["0", "410", "1_200", "12.5", "0.1250", "1234.567"])
            return f"{numero} {self.azar.choice(unidades_de(forma.tipo))}"
        if forma.clase == "referencia":
            return f"@{forma.tipo}"
        if forma.tipo == "id":
            self.siguiente += 1
            hecho = f"{self.azar.choice(['P', '0', '12.', 'x-'])}{self.siguiente}"
            self.ids.setdefault(ruta.removesuffix(".id").removesuffix("[]"), []).append(hecho)
            return hecho
        return self.llano(forma.tipo)

    def llano(self, tipo: str) -> str:
        dia = date(1990, 1, 1) + timedelta(days=self.azar.randint(0, 15_000))
        return {
            "fecha": dia.isoformat(),
            "año": str(dia.year),
            "entero": str(self.azar.choice([0, 7, 32410])),
            "número": self.azar.choice(["0", "-3.5", "12"]),
            "código de municipio": self.azar.choice(["05001", "91001", "98008"]),
            "sí o no": self.azar.choice(["si", "sí", "no"]),
        }.get(tipo) or self.azar.choice(_TEXTOS)

    def con_referencias(self, nodo: Nodo) -> Nodo:
        """Cambia cada `@tipo` por el id de un elemento que está, o quita el dato si no hay ninguno."""
        match nodo:
            case Secuencia(elementos):
                hechos = [self.con_referencias(e) for e in elementos if not self._perdida(e)]
                return Secuencia(tuple(h for h in hechos if not isinstance(h, Mapa) or h.pares), LUGAR)
            case Mapa(pares):
                limpios = [(c, LUGAR, self.con_referencias(v)) for c, _, v in pares if not self._perdida(v)]
                return Mapa(_con_orden(limpios), LUGAR)
            case Escalar(texto) if self._es_referencia(texto):
                return Escalar(self.azar.choice(self._posibles(texto)), LUGAR, llano=False)
        return nodo

    def _es_referencia(self, texto: str) -> bool:
        return texto.startswith("@") and texto[1:] in _CITABLES

    def _posibles(self, texto: str) -> list[str]:
        return self.ids.get(_CITABLES[texto[1:]], [])

    def _perdida(self, nodo: Nodo) -> bool:
        return (
            isinstance(nodo, Escalar) and self._es_referencia(nodo.texto) and not self._posibles(nodo.texto)
        )


def _con_orden(pares: list[tuple[str, Tramo, Nodo]]) -> tuple[tuple[str, Tramo, Nodo], ...]:
    """Pone `desde` antes de `hasta`, que hay lapsos que lo exigen."""
    fechas = {c: v.texto for c, _, v in pares if c in {"desde", "hasta"} and isinstance(v, Escalar)}
    if len(fechas) < 2 or fechas["desde"] <= fechas["hasta"]:
        return tuple(pares)
    cambio = {"desde": Escalar(fechas["hasta"], LUGAR), "hasta": Escalar(fechas["desde"], LUGAR)}
    return tuple((c, t, cambio.get(c, v)) for c, t, v in pares)


def plan_de(nodo: Nodo) -> Plan:
    """El plan que el árbol describe; falla con lo que le sobre."""
    leido = validar_plan(nodo)
    assert leido.valor is not None, leido.diagnosticos[:5]
    return leido.valor.plan
