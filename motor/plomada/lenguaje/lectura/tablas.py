"""Despliega una `tabla` en las piezas de una regla por fila.

Entra: las piezas de la tabla. Sale: por cada fila, las piezas de `regla … fin regla` con los `$columna`
reemplazados por lo que dice su celda, que conserva su propio lugar para los mensajes.
Una columna con nombre de cláusula es esa cláusula; las demás solo alimentan los `$columna`.
Las cláusulas de la fila van antes que las comunes: así un error en lo común se señala una sola vez.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.lectura.errores import demasiado_largo
from plomada.lenguaje.lectura.lector import COMILLAS, ID
from plomada.lenguaje.lectura.lexico import CANONICA_DE_CLAUSULA, correr, leer_piezas, sin_comentarios
from plomada.lenguaje.lectura.palabras import CLAUSULAS
from plomada.lenguaje.lectura.piezas import Bloque, Celda, Pieza
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import leer_fecha
from plomada.valores.texto import plegar

PIEZAS_MAXIMAS = 400_000
_HUECO_EN_TEXTO = re.compile(r"\$(\w+)")
_CON_COMILLAS = {"titulo", "falla", "subsana", "pregunta", "guia", "revisado por"}
_NO_SON_COLUMNA = {"caso", "fin", "es"}
_LLEVAN_HUECOS = {"TEXTO", "VALOR", "RUTA_DE_PARCHE"}
_Celdas = dict[str, Celda]


@dataclass(frozen=True, slots=True)
class FilaDesplegada:
    """Una regla salida de una fila: sus piezas, el nombre de la tabla y el lugar de la fila."""

    tabla: str
    piezas: tuple[Pieza, ...]
    tramo: Tramo


@dataclass(frozen=True, slots=True)
class _Plantilla:
    """La tabla ya separada en nombre, cabecera, filas, cláusulas comunes, casos y cierre."""

    nombre: str
    cabecera: tuple[Celda, ...]
    filas: tuple[Pieza, ...]
    clausulas: tuple[Pieza, ...]
    casos: tuple[tuple[Pieza, ...], ...]
    cierre: tuple[Pieza, ...]

    @property
    def columnas(self) -> tuple[str, ...]:
        return tuple(plegar(c.texto) for c in self.cabecera)


def desplegar(piezas: tuple[Pieza, ...], lugar: Tramo) -> Lectura[tuple[FilaDesplegada, ...]]:
    """Devuelve una fila desplegada por regla.

    Diagnósticos: PLO-S122 (tabla demasiado grande), PLO-S130 (tabla sin filas), PLO-S131 (fila con otro
    número de celdas), PLO-S132 (falta la columna `regla`), PLO-S133 (`$columna` que no existe), PLO-S134
    (caso de una regla que la tabla no tiene), PLO-S135 (columna repetida), PLO-S136 (nombre de regla que no
    vale) y, dentro de las celdas, los de `lexico`.
    """
    plantilla = _separar(piezas)
    problemas = list(_revisar(plantilla, lugar)) or list(_revisar_casos(plantilla))
    if problemas:
        return Lectura(None, tuple(problemas))
    salida: list[FilaDesplegada] = []
    for fila in plantilla.filas:
        celdas = dict(zip(plantilla.columnas, _celdas(fila), strict=True))
        armador = _Armador(celdas, problemas)
        salida.append(FilaDesplegada(plantilla.nombre, tuple(armador.armar(plantilla, fila)), fila.tramo))
    return Lectura(tuple(salida), tuple(problemas))


def _celdas(fila: Pieza) -> tuple[Celda, ...]:
    return fila.valor if isinstance(fila.valor, tuple) else ()


def _separar(piezas: tuple[Pieza, ...]) -> _Plantilla:
    nombre = str(piezas[1].valor) if len(piezas) > 1 else ""
    filas = tuple(p for p in piezas if p.tipo == "FILA")
    cuerpo = [p for p in piezas[2:-2] if p.tipo != "FILA"]
    cortes = [i for i, p in enumerate(cuerpo) if p.tipo == "CASO"] + [len(cuerpo)]
    casos = tuple(tuple(cuerpo[a:b]) for a, b in zip(cortes, cortes[1:], strict=False))
    cabecera = _celdas(filas[0]) if filas else ()
    return _Plantilla(nombre, cabecera, filas[1:], tuple(cuerpo[: cortes[0]]), casos, piezas[-2:])


def _revisar(t: _Plantilla, lugar: Tramo) -> Iterator[Diagnostico]:
    if not t.filas:
        ayuda = "escriba la cabecera y al menos una fila entre `|`"
        yield Diagnostico("PLO-S130", f"la tabla `{t.nombre}` no tiene filas", lugar, ayuda)
        return
    total = len(t.filas) * (len(t.clausulas) + sum(len(c) for c in t.casos))
    if total > PIEZAS_MAXIMAS:
        yield demasiado_largo("la tabla, fila por fila, suma", total, PIEZAS_MAXIMAS, lugar)
    encabezado = t.cabecera[0].tramo.hasta(t.cabecera[-1].tramo) if t.cabecera else lugar
    if "regla" not in t.columnas:
        aviso = "falta la columna `regla`, que da nombre a cada fila"
        yield Diagnostico("PLO-S132", aviso, encabezado, quiza("regla", t.columnas))
    yield from _columnas_malas(t)
    for fila in t.filas:
        cuantas = len(_celdas(fila))
        if cuantas != len(t.columnas):
            celdas = "1 celda" if cuantas == 1 else f"{cuantas} celdas"
            aviso = f"la fila tiene {celdas} y la cabecera {len(t.columnas)}"
            yield Diagnostico(
                "PLO-S131", aviso, fila.tramo, "cada celda va entre dos `|`", encabezado, "la cabecera"
            )


def _columnas_malas(t: _Plantilla) -> Iterator[Diagnostico]:
    vistas: _Celdas = {}
    for nombre, celda in zip(t.columnas, t.cabecera, strict=True):
        primera = vistas.setdefault(nombre, celda)
        if primera is not celda:
            aviso = f"la columna `{celda.texto}` está repetida"
            yield Diagnostico("PLO-S135", aviso, celda.tramo, "deje una sola", primera.tramo, "la primera")


def _revisar_casos(t: _Plantilla) -> Iterator[Diagnostico]:
    if not t.casos:
        return
    puesto = t.columnas.index("regla")
    conocidas = {_celdas(f)[puesto].texto for f in t.filas}
    for caso in t.casos:
        for d in (caso[i + 1] for i, p in enumerate(caso[:-1]) if p.tipo == "DE_FILA"):
            if str(d.valor) not in conocidas:
                ayuda = quiza(str(d.valor)[:60], conocidas)
                yield Diagnostico("PLO-S134", f"la tabla no tiene la regla `{d.valor}`", d.tramo, ayuda)


def _es_de(caso: tuple[Pieza, ...], regla: str) -> bool:
    destinos = [str(caso[i + 1].valor) for i, p in enumerate(caso[:-1]) if p.tipo == "DE_FILA"]
    return not destinos or regla in destinos


def _sin_destino(caso: tuple[Pieza, ...]) -> tuple[Pieza, ...]:
    fuera = {i for i, p in enumerate(caso) if p.tipo in {"DE_FILA", "DE_CADA_FILA"}}
    fuera |= {i + 1 for i, p in enumerate(caso[:-1]) if p.tipo == "DE_FILA" and caso[i + 1].tipo == "ID"}
    return tuple(p for i, p in enumerate(caso) if i not in fuera)


@dataclass(frozen=True, slots=True)
class _Armador:
    """Arma las piezas de una fila; anota lo que halla mal en `problemas`."""

    celdas: _Celdas
    problemas: list[Diagnostico]

    def armar(self, t: _Plantilla, fila: Pieza) -> list[Pieza]:
        nombre = self.celdas["regla"]
        if not ID.fullmatch(nombre.texto):
            aviso = (
                f"`{nombre.texto[:60]}` no sirve como nombre de regla"
                if nombre.texto
                else "falta el nombre de la regla"
            )
            lugar = nombre.tramo if nombre.texto else fila.tramo
            self.problemas.append(
                Diagnostico("PLO-S136", aviso, lugar, "use letras, cifras y guiones, sin espacios")
            )
        piezas = [
            Pieza("REGLA", "regla", "regla", fila.tramo),
            Pieza("ID", nombre.texto, nombre.texto, nombre.tramo),
        ]
        for columna, celda in self.celdas.items():
            if columna in CLAUSULAS and columna not in _NO_SON_COLUMNA and celda.texto:
                piezas += self._clausula(columna, celda)
        piezas += self._rellenar(t.clausulas)
        for caso in t.casos:
            piezas += self._rellenar(_sin_destino(caso)) if _es_de(caso, nombre.texto) else []
        return [*piezas, t.cierre[0], replace(t.cierre[-1], tipo="REGLA")]

    def _clausula(self, columna: str, celda: Celda) -> list[Pieza]:
        """Devuelve la cláusula que escribe una celda; los textos pueden ir sin comillas."""
        cabeza = Pieza(CLAUSULAS[columna], columna, columna, celda.tramo)
        if columna in _CON_COMILLAS and celda.texto[0] not in COMILLAS:
            return [cabeza, Pieza("TEXTO", celda.texto, f'"{celda.texto}"', celda.tramo)]
        return [cabeza, *self._piezas(columna, celda)]

    def _piezas(self, columna: str, celda: Celda) -> list[Pieza]:
        """Lee la celda como si fuera el resto de la línea de esa cláusula."""
        t = celda.tramo
        cabeza = f"{columna} "
        bloque = Bloque(
            "regla", (cabeza + celda.texto,), t.archivo, t.linea, (t.desplazamiento - len(cabeza),)
        )
        leida = leer_piezas(bloque)
        self.problemas.extend(replace(d, tramo=t) for d in leida.diagnosticos)
        return [correr(p, t.columna - 1 - len(cabeza)) for p in sin_comentarios(leida.valor or ())[1:]]

    def _rellenar(self, piezas: tuple[Pieza, ...]) -> list[Pieza]:
        salida: list[Pieza] = []
        clausula = "exige"
        for p in piezas:
            clausula = CANONICA_DE_CLAUSULA.get(p.tipo, clausula)
            anterior = salida[-1].tipo if salida else ""
            if p.tipo == "HUECO":
                celda = self._celda(str(p.valor), p.tramo)
                contexto = "fundamento" if anterior == "PARAMETRO" else clausula
                salida += self._piezas(contexto, celda) if celda else [replace(p, tipo="NOMBRE")]
            elif (
                isinstance(p.valor, str)
                and "$" in p.valor
                and (p.tipo in _LLEVAN_HUECOS or anterior == "BASE")
            ):
                salida.append(self._con_celdas(p, anterior))
            else:
                salida.append(p)
        return salida

    def _celda(self, nombre: str, lugar: Tramo) -> Celda | None:
        celda = self.celdas.get(plegar(nombre))
        if celda is None:
            ayuda = quiza(nombre[:60], self.celdas) or "las columnas son " + ", ".join(self.celdas)
            self.problemas.append(
                Diagnostico("PLO-S133", f"la tabla no tiene la columna `${nombre}`", lugar, ayuda)
            )
        return celda

    def _con_celdas(self, p: Pieza, anterior: str) -> Pieza:
        """Devuelve la pieza con los `$columna` de su texto reemplazados."""

        def texto_de_celda(hallado: re.Match[str]) -> str:
            celda = self._celda(hallado[1], p.tramo)
            return celda.texto.strip('"') if celda else hallado[0]

        nuevo = _HUECO_EN_TEXTO.sub(texto_de_celda, str(p.valor))
        if anterior == "FECHA_DE_CASO" and not isinstance(fecha := leer_fecha(nuevo), date):
            self.problemas.append(Diagnostico("PLO-S115", fecha, p.tramo, "escriba una fecha que exista"))
        return replace(p, valor=nuevo)
