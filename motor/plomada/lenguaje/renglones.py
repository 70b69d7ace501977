"""Arma los renglones de un bloque con su forma canónica; es la mitad menuda del formateador.

Entra: las piezas de un bloque sin errores y las citas del fundamento. Sale: sus renglones, ya escritos.
Ninguna pieza cambia de renglón, salvo los ids del fundamento cuando llevan cita: va uno por renglón.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from plomada.lenguaje.lectura.lector import COMILLAS, ID
from plomada.lenguaje.lectura.lexico import CANONICA_DE_CLAUSULA
from plomada.lenguaje.lectura.palabras import BLOQUES, CLAUSULAS, LINEAS_DE_CASO
from plomada.lenguaje.lectura.piezas import Celda, Pieza
from plomada.valores.texto import plegar

MARCA = "#="
_SANGRIA = 2
_SANGRIA_DE_CASO = 4
_ANCHO_DE_CLAUSULA = 13
_VALOR = _SANGRIA + _ANCHO_DE_CLAUSULA
_ANTES_DEL_COMENTARIO = "   "
_COLUMNAS = {*CLAUSULAS, "regla"}
_DE_BLOQUE = set(BLOQUES.values())
_CON_EXPRESION = {"CUANDO", "SALVO_QUE", "EXIGE", "ES_IGUAL_A"}
_DE_CASO = {*LINEAS_DE_CASO.values(), "RUTA_DE_PARCHE"}
_ABREN, _CIERRAN = {"ABRE", "ABRE_LLAVE"}, {"CIERRA", "CIERRA_LLAVE"}


@dataclass(slots=True)
class Renglon:
    """Un renglón a medio armar; `tipo` es el de su primera pieza, o vacío si solo lleva un comentario."""

    tipo: str
    sangria: int = 0
    texto: str = ""
    comentario: str = ""
    celdas: tuple[Celda, ...] = ()
    cita: str = ""
    ids: list[str] = field(default_factory=list)

    def escribir(self) -> str:
        """Devuelve el renglón completo."""
        texto = self.texto.rstrip() if not self.comentario else self.texto
        union = _ANTES_DEL_COMENTARIO if texto and self.comentario else ""
        return f"{' ' * self.sangria}{texto}{union}{self.comentario}".rstrip()


def armar_renglones(piezas: Sequence[Pieza], citas: Mapping[str, str]) -> list[str]:
    """Devuelve los renglones del bloque, con las citas junto a los ids del fundamento."""
    armador = _Armador(_con_cita(piezas, citas))
    for p in piezas:
        armador.recibir(p)
    renglones = _poner_citas(armador.renglones, citas)
    _alinear_filas(renglones)
    _alinear_comentarios(renglones)
    return _con_vacio_antes_de_los_casos(renglones)


def _con_cita(piezas: Sequence[Pieza], citas: Mapping[str, str]) -> bool:
    """Dice si algún id de la cláusula `fundamento` tiene cita."""
    clausula = ""
    for p in piezas:
        clausula = p.tipo if p.tipo in CANONICA_DE_CLAUSULA else clausula
        if clausula == "FUNDAMENTO" and p.tipo == "ID" and citas.get(str(p.valor), "").strip():
            return True
    return False


@dataclass(slots=True)
class _Armador:
    """Recorre las piezas y abre un renglón donde el autor lo abrió."""

    un_id_por_renglon: bool
    renglones: list[Renglon] = field(default_factory=list)
    clausula: str = ""
    anterior: str = ""
    abiertos: int = 0
    tras_fila: bool = False

    def recibir(self, p: Pieza) -> None:
        if p.tipo == "COMENTARIO":
            self._comentario(p)
            return
        if p.tipo in CANONICA_DE_CLAUSULA:
            self.clausula, self.abiertos = p.tipo, 0
        self.abiertos -= p.tipo in _CIERRAN
        if self._abre_renglon(p):
            self.renglones.append(Renglon(p.tipo, self._sangria(p)))
        renglon = self._renglon_de(p)
        if p.tipo == "FILA":
            renglon.celdas = p.valor if isinstance(p.valor, tuple) else ()
        renglon.texto += _separacion(renglon, self.anterior, p) + _escrita(p)
        if self.clausula == "FUNDAMENTO" and p.tipo == "ID":
            renglon.ids.append(str(p.valor))
        self.abiertos += p.tipo in _ABREN
        self.anterior, self.tras_fila = p.tipo, p.tipo == "FILA"

    def _comentario(self, p: Pieza) -> None:
        texto = str(p.valor)
        if texto.startswith(MARCA) and (self.clausula == "FUNDAMENTO" or self.tras_fila):
            return
        if p.saltos or not self.renglones:
            self.renglones.append(Renglon("", comentario=texto))
        else:
            self.renglones[-1].comentario = texto

    def _abre_renglon(self, p: Pieza) -> bool:
        if not self.renglones or self.tras_fila:
            return True
        if self.un_id_por_renglon and self.clausula == "FUNDAMENTO":
            if p.tipo == "COMA":
                return False
            if p.tipo == "ID" and self.anterior == "COMA":
                return True
        return p.saltos > 0

    def _renglon_de(self, p: Pieza) -> Renglon:
        """Devuelve el último renglón con piezas: un comentario suelto no recibe ninguna."""
        return next(r for r in reversed(self.renglones) if r.tipo)

    def _sangria(self, p: Pieza) -> int:
        if p.tipo in _DE_BLOQUE or p.tipo == "FIN":
            return 0
        if p.tipo in CANONICA_DE_CLAUSULA or p.tipo == "FILA":
            return _SANGRIA
        if self.clausula == "CASO":
            return _SANGRIA_DE_CASO
        primera = self.anterior == self.clausula
        corrida = 0 if primera or self.clausula not in _CON_EXPRESION or p.tipo == "PARA_CADA" else 2
        return _VALOR + corrida + 2 * max(self.abiertos, 0)


def _separacion(renglon: Renglon, anterior: str, p: Pieza) -> str:
    if not renglon.texto or anterior == "PUNTO" or p.tipo in {"PUNTO", "COMA"} | _CIERRAN:
        return ""
    if anterior in _ABREN:
        return ""
    return " "


def _escrita(p: Pieza) -> str:
    if p.tipo in CANONICA_DE_CLAUSULA and p.tipo not in {"CASO", "FIN"}:
        return p.canonica.ljust(_ANCHO_DE_CLAUSULA - 1)
    return p.canonica


def _poner_citas(renglones: Sequence[Renglon], citas: Mapping[str, str]) -> list[Renglon]:
    """Pone cada cita al final de su renglón o, si ya lleva un comentario, en el siguiente."""
    salida: list[Renglon] = []
    columna = -1
    for r in renglones:
        salida.append(r)
        ids = r.ids
        if r.celdas:
            columna = _columna_del_fundamento(r.celdas) if columna < 0 else columna
            ids = ID.findall(r.celdas[columna].texto) if 0 <= columna < len(r.celdas) else []
        dicha = "; ".join(_limpia(citas[i]) for i in ids if _limpia(citas.get(i, "")))
        if dicha and r.comentario:
            sangria = _SANGRIA if r.celdas else _VALOR
            salida.append(Renglon("", sangria, comentario=f"{MARCA} {dicha}", cita=dicha))
        elif dicha:
            r.comentario = f"{MARCA} {dicha}"
    return salida


def _columna_del_fundamento(cabecera: Sequence[Celda]) -> int:
    nombres = [plegar(c.texto) for c in cabecera]
    return nombres.index("fundamento") if "fundamento" in nombres else len(nombres)


def _limpia(cita: str) -> str:
    return " ".join(cita.translate({ord(c): "'" for c in COMILLAS}).split())


def _alinear_filas(renglones: Sequence[Renglon]) -> None:
    """Escribe las filas con sus celdas en columnas; los nombres de cláusula de la cabecera, canónicos."""
    filas = [r for r in renglones if r.tipo == "FILA"]
    textos = [[c.texto for c in r.celdas] for r in filas]
    if not textos:
        return
    textos[0] = [plegar(t) if plegar(t) in _COLUMNAS else t for t in textos[0]]
    anchos = [max(len(t) for t in columna) for columna in zip(*textos, strict=False)]
    for r, celdas in zip(filas, textos, strict=True):
        r.texto = "".join(f"| {t.ljust(n)} " for t, n in zip(celdas, anchos, strict=False)) + "|"


def _alinear_comentarios(renglones: Sequence[Renglon]) -> None:
    """Da a cada comentario suelto la sangría de lo que sigue, y alinea las citas de un mismo fundamento."""
    sangria = _SANGRIA
    for r in reversed(renglones):
        if r.tipo:
            sangria = max(r.sangria, _SANGRIA)
            if r.tipo == "FIN" and any(x.tipo in _DE_CASO for x in renglones):
                sangria = _SANGRIA_DE_CASO
        elif not r.cita:
            r.sangria = sangria
    citados = [r for r in renglones if r.ids and r.comentario.startswith(MARCA)]
    ancho = max((r.sangria + len(r.texto.rstrip()) for r in citados), default=0)
    for r in citados:
        r.texto = r.texto.rstrip().ljust(ancho - r.sangria)


def _con_vacio_antes_de_los_casos(renglones: Sequence[Renglon]) -> list[str]:
    """Escribe los renglones, con uno en blanco antes del primer caso y de los comentarios que lo preceden."""
    escritos = [r.escribir() for r in renglones]
    primero = next((i for i, r in enumerate(renglones) if r.tipo == "CASO"), None)
    if primero is None:
        return escritos
    while not renglones[primero - 1].tipo and not renglones[primero - 1].cita:
        primero -= 1
    return [*escritos[:primero], "", *escritos[primero:]]


def con_dos_puntos(piezas: Sequence[Pieza]) -> list[Pieza]:
    """Devuelve las piezas con `ruta:` escrita así cuando la ruta abre la línea de un caso."""
    salida: list[Pieza] = []
    for p in piezas:
        abre = p.tipo == "RUTA_DE_PARCHE" and p.saltos > 0
        salida.append(replace(p, canonica=f"{p.canonica}:") if abre else p)
    return salida
