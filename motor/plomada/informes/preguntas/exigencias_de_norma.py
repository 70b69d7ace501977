"""Lo que el registro sabe de una norma, de un artículo o de todo: qué pide, desde cuándo y qué lo revisa."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from plomada.informes.citas import escribir_vigencia
from plomada.informes.consola import FUERZAS
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.tablas import Tabla
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.valores.texto import en_lista

AUTOMATIZADOS = ("automática", "parcial")
COLUMNAS = (
    "id", "norma", "cita", "también en", "clases", "desde", "hasta", "fuerza", "análisis", "exigencia",
    "estado", "sesgo o motivo", "fuera de la cuenta", "verificación", "dudas", "reglas", "misma exigencia en",
    "versión de", "jurista",
)  # fmt: skip


class Exigencia(Parte):
    """Una exigencia del registro con las reglas que la revisan."""

    id: str
    norma: str
    cita: str
    citas_equivalentes: tuple[str, ...]
    clases: tuple[str, ...]
    desde: str
    hasta: str
    vigencia: str
    rige: bool
    fuerza: str
    analisis: str
    pide: str
    estado: str
    explicacion: str
    fuera_de_cuenta: str
    verificacion: str
    dudas: str
    reglas: tuple[str, ...]
    gemelos: tuple[str, ...]
    version_de: str
    revisado_por: str

    def celdas(self) -> tuple[str, ...]:
        """Devuelve la fila de la tabla, en el orden de `COLUMNAS`."""
        return (
            self.id, self.norma, self.cita, "; ".join(self.citas_equivalentes), ", ".join(self.clases),
            self.desde, self.hasta, self.fuerza, self.analisis, self.pide, self.estado, self.explicacion,
            self.fuera_de_cuenta, self.verificacion, self.dudas, ", ".join(self.reglas),
            ", ".join(self.gemelos), self.version_de, self.revisado_por,
        )  # fmt: skip

    def a_consola(self, ancho: int) -> Iterator[Renglon]:
        """Devuelve los renglones de la exigencia."""
        yield from parrafo(f"{self.id}: {self.cita}", ancho, 2, estilo="" if self.rige else "tenue")
        yield from parrafo(self.pide, ancho, 4)
        estado = f"{self.estado}. {self.explicacion}".rstrip()
        if self.fuera_de_cuenta:
            estado += f" Fuera de la cuenta de lo automatizado: {self.fuera_de_cuenta}."
        for rotulo, valor in (
            ("Obliga a", f"{en_lista(list(self.clases))} ({self.fuerza}); {self.vigencia}"),
            ("También en", "; ".join(self.citas_equivalentes)),
            ("Estado", estado),
            ("Reglas", ", ".join(self.reglas) or "ninguna"),
            ("Verificado en", self.verificacion),
            ("Misma exigencia en", ", ".join(self.gemelos)),
            ("Versión anterior de", self.version_de),
            ("Dudas", self.dudas),
        ):
            if valor:
                yield from parrafo(f"{rotulo}: {valor}", ancho, 4)


class CuentaDeAutomatizacion(Parte):
    """Cuántas exigencias decide la máquina, entera o a medias, y cuáles no se cuentan y por qué."""

    total: int
    por_estado: dict[str, int]
    fuera_de_cuenta: int
    que_cuentan: int
    automatizadas: int

    def frases(self) -> Iterator[str]:
        """Devuelve la cuenta en frases."""
        partes = [f"{n} {_en_plural(estado, n)}" for estado, n in self.por_estado.items() if n]
        yield f"{self.total} {_en_plural('exigencia', self.total)}: {en_lista(partes)}."
        if self.que_cuentan:
            yield (
                f"De las {self.que_cuentan} que imponen un deber que se puede mirar en el plan, "
                f"{self.automatizadas} ({100 * self.automatizadas / self.que_cuentan:.1f} %) son "
                "automáticas o parciales."
            )
        if self.fuera_de_cuenta:
            yield (
                f"No entran en la cuenta {self.fuera_de_cuenta}: la columna «fuera de la cuenta» y su motivo "
                "dicen por qué, una por una."
            )


class TablaNormativa(Parte):
    """Las exigencias pedidas, en orden de norma y cita, y su cuenta."""

    exigencias: tuple[Exigencia, ...]
    cuenta: CuentaDeAutomatizacion

    def tabla(self) -> Tabla:
        """Devuelve una fila por exigencia."""
        return Tabla(COLUMNAS, tuple(e.celdas() for e in self.exigencias))

    def a_markdown(self) -> str:
        """Devuelve la tabla y, debajo, su cuenta."""
        return self.tabla().a_markdown() + "\n" + "\n".join(self.cuenta.frases()) + "\n"

    def a_json(self) -> str:
        """Devuelve las exigencias y su cuenta en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve una línea por exigencia y, al final, la cuenta."""
        for e in self.exigencias:
            estado = e.fuera_de_cuenta or e.estado
            yield from parrafo(f"{e.id} · {e.cita} · {', '.join(e.clases)} · {e.vigencia} · {estado}", ancho)
            yield from parrafo(e.pide, ancho, 4, estilo="tenue")
        yield VACIO
        for frase in self.cuenta.frases():
            yield from parrafo(frase, ancho)


def tabular(
    requisitos: Iterable[Requisito], registro: Registro, reglas: dict[str, tuple[str, ...]], fecha: date
) -> TablaNormativa:
    """Devuelve la tabla de esos requisitos; `reglas` dice, por requisito, cuáles se fundan en él."""
    exigencias = tuple(describir(r, registro, reglas.get(r.id, ()), fecha) for r in requisitos)
    return TablaNormativa(exigencias=exigencias, cuenta=_contar(exigencias))


def describir(r: Requisito, registro: Registro, reglas: tuple[str, ...], fecha: date) -> Exigencia:
    """Devuelve el requisito como se publica."""
    return Exigencia(
        id=r.id,
        norma=registro.norma(r.cita.norma).titulo,
        cita=registro.citar(r.cita),
        citas_equivalentes=tuple(registro.citar(c) for c in r.citas_equivalentes),
        clases=r.clases,
        desde=r.desde.isoformat(),
        hasta="" if r.hasta is None else r.hasta.isoformat(),
        vigencia=escribir_vigencia(r.desde, r.hasta),
        rige=r.rige_en(fecha),
        fuerza=_fuerza(r),
        analisis=r.analisis,
        pide=r.parafrasis,
        estado=r.estado,
        explicacion=r.sesgo if r.estado == "parcial" else r.motivo,
        fuera_de_cuenta=r.fuera_de_cuenta or "",
        verificacion=r.verificacion,
        dudas=r.dudas,
        reglas=reglas,
        gemelos=r.gemelos,
        version_de=r.version_de,
        revisado_por=r.revisado_por,
    )


def _en_plural(palabra: str, n: int) -> str:
    return palabra if n == 1 or " " in palabra else f"{palabra}{'es' if palabra.endswith('l') else 's'}"


def _fuerza(r: Requisito) -> str:
    por_clase = {c: FUERZAS[r.fuerza_para(c)] for c in r.clases}
    distintas = dict.fromkeys(por_clase.values())
    if len(distintas) == 1:
        return next(iter(distintas))
    return "; ".join(f"{clase}: {fuerza}" for clase, fuerza in por_clase.items())


def _contar(exigencias: tuple[Exigencia, ...]) -> CuentaDeAutomatizacion:
    estados = Counter(e.estado for e in exigencias)
    cuentan = [e for e in exigencias if not e.fuera_de_cuenta]
    return CuentaDeAutomatizacion(
        total=len(exigencias),
        por_estado=dict(sorted(estados.items())),
        fuera_de_cuenta=len(exigencias) - len(cuentan),
        que_cuentan=len(cuentan),
        automatizadas=sum(e.estado in AUTOMATIZADOS for e in cuentan),
    )
