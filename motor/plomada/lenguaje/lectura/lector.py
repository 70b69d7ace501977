"""Lee, dentro de una línea, las piezas de una expresión: textos, números, palabras y signos.

Entra: la línea y el lector que lleva la cuenta. Sale: las piezas y los problemas, en el lector.
No hace: decidir qué clase de línea es; de eso se ocupa `lexico`.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.lectura.palabras import BLOQUES, CANONICA_DE_FRASE, LARGO_MAXIMO
from plomada.lenguaje.lectura.piezas import Bloque, Pieza, ValorDePieza
from plomada.valores.cantidad import Cantidad, leer_cantidad
from plomada.valores.fechas import leer_fecha
from plomada.valores.numeros import leer_numero
from plomada.valores.texto import plegar
from plomada.valores.unidades import buscar_unidad

BLANCOS = " \t\u00a0\u202f\u205f\u3000\ufeff" + "".join(chr(c) for c in range(0x2000, 0x200C))
PALABRA = re.compile(r"[^\W\d][\w\u0300-\u036f]*")
ID = re.compile(r"\w[\w.\-]*\w|\w")
COMILLAS = {'"': '"', "“": "”", "«": "»", "”": "”"}
PROBLEMAS_MAXIMOS = 50
_ESPACIO = re.compile(f"[{BLANCOS}]+")
_FECHA = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_ESCALA = re.compile(f"1[{BLANCOS}]?:[{BLANCOS}]?\\d[\\d._]*")
_NUMERO = re.compile(r"\d+(?:[._]\d+)*(?:,\d+)?")
_ANIO = re.compile(f"[{BLANCOS}]+de[{BLANCOS}]+\\d{{4}}(?!\\d)", re.IGNORECASE)
_PALABRAS_DE_UNIDAD = re.compile(
    f"(?:%|[^\\W\\d][\\w\u0300-\u036f]*²?(?:/\\w+)?(?:[{BLANCOS}]+[^\\W\\d][\\w\u0300-\u036f]*){{0,2}})"
)
_SIGNOS: tuple[tuple[str, str, str], ...] = (
    ("<=", "COMPARADOR", "<="), ("≤", "COMPARADOR", "<="), (">=", "COMPARADOR", ">="),
    ("≥", "COMPARADOR", ">="), ("!=", "COMPARADOR", "!="), ("≠", "COMPARADOR", "!="),
    ("<>", "COMPARADOR", "!="), ("->", "FLECHA", "→"),
    ("→", "FLECHA", "→"), ("+-", "MAS_MENOS", "±"), ("±", "MAS_MENOS", "±"), ("<", "COMPARADOR", "<"),
    (">", "COMPARADOR", ">"), ("=", "IGUAL", "="), ("+", "MAS", "+"), ("-", "MENOS", "-"),
    ("\u2212", "MENOS", "-"), ("*", "POR", "*"), ("×", "POR", "*"), ("/", "ENTRE", "/"),
    ("÷", "ENTRE", "/"), (".", "PUNTO", "."),
    (",", "COMA", ","), ("(", "ABRE", "("), (")", "CIERRA", ")"), ("{", "ABRE_LLAVE", "{"),
    ("}", "CIERRA_LLAVE", "}"),
)  # fmt: skip
_INICIALES = frozenset(s[0] for s, _, _ in _SIGNOS if s != "!=") | set(COMILLAS) | {"#"}
_ENTRE_APOSTROFOS = re.compile(r"'[^']*'|‘[^’]*’|`[^`]*`")
_PIDEN_ID = {"REGLA", "TABLA", "PARAMETRO"}
_CON_EXPRESION = {"CUANDO", "SALVO_QUE", "EXIGE", "ES_IGUAL_A", "SUELTA"}
_AYUDAS = {
    "&": "la conjunción se escribe `y`",
    "|": "la disyunción se escribe `o`",
    "!": "la negación se escribe `no`",
    "'": "los textos van entre comillas dobles",
    "‘": "los textos van entre comillas dobles",
    "`": "los textos van entre comillas dobles",
    "–": "escriba el guion corto `-`",
    "—": "escriba el guion corto `-`",
    ";": "bórrelo: cada cláusula va en su propia línea",
    ":": "los dos puntos solo van en las líneas de un caso y en las escalas, como `1:5000`",
    "[": "los conjuntos van entre llaves, como `{urbano, rural}`",
}


@dataclass(slots=True)
class Lector:
    """Lo que se lleva mientras se recorre un bloque: las piezas halladas, los problemas y el lugar."""

    bloque: Bloque
    piezas: list[Pieza] = field(default_factory=list)
    problemas: list[Diagnostico] = field(default_factory=list)
    saltos: int = 0
    linea: int = 0
    en_caso: bool = False
    clausula: str = ""
    anterior: str = ""

    def tramo(self, desde: int, hasta: int) -> Tramo:
        """Devuelve el lugar de esas columnas de la línea en curso."""
        n = self.bloque.primera_linea + self.linea
        lugar = self.bloque.desplazamientos[self.linea] + desde
        return Tramo(self.bloque.archivo, n, desde + 1, n, hasta + 1, lugar)

    def agregar(self, tipo: str, valor: ValorDePieza, canonica: str, desde: int, hasta: int) -> None:
        """Suma una pieza; los comentarios no cambian lo que se espera después."""
        self.piezas.append(Pieza(tipo, valor, canonica, self.tramo(desde, hasta), self.saltos))
        self.saltos = 0
        if tipo != "COMENTARIO":
            self.anterior = tipo

    def problema(self, codigo: str, mensaje: str, desde: int, hasta: int, ayuda: str = "") -> None:
        """Suma un diagnóstico en esas columnas de la línea en curso, hasta un tope por bloque."""
        if not self.esta_lleno:
            self.problemas.append(Diagnostico(codigo, mensaje, self.tramo(desde, hasta), ayuda))

    @property
    def esta_lleno(self) -> bool:
        """Dice si ya hay tantos problemas que no vale la pena seguir con este bloque."""
        return len(self.problemas) >= PROBLEMAS_MAXIMOS


def saltar(linea: str, desde: int) -> int:
    """Devuelve la primera columna que no es un espacio."""
    hallado = _ESPACIO.match(linea, desde)
    return hallado.end() if hallado else desde


def leer_tramo(lector: Lector, linea: str, desde: int) -> None:
    """Lee el resto de la línea como piezas de expresión."""
    i = saltar(linea, desde)
    while i < len(linea) and not lector.esta_lleno:
        i = saltar(linea, _leer_pieza(lector, linea, i))


def _leer_pieza(lector: Lector, linea: str, i: int) -> int:
    c = linea[i]
    if c == "#":
        texto = linea[i:].rstrip()
        lector.agregar("COMENTARIO", texto, texto, i, i + len(texto))
        return len(linea)
    if c in COMILLAS:
        return leer_texto(lector, linea, i)
    if c == "$" and (m := PALABRA.match(linea, i + 1)):
        lector.agregar("HUECO", _compuesta(m.group()), f"${_compuesta(m.group())}", i, m.end())
        return m.end()
    if _espera_id(lector) and (m := ID.match(linea, i)):
        lector.agregar("ID", m.group(), m.group(), i, m.end())
        return m.end()
    if c.isdecimal():
        return _leer_numero(lector, linea, i)
    if PALABRA.match(linea, i):
        return _leer_palabra(lector, linea, i)
    return _leer_signo(lector, linea, i)


def _compuesta(palabra: str) -> str:
    return unicodedata.normalize("NFC", palabra)


def _espera_id(lector: Lector) -> bool:
    if lector.clausula == "FUNDAMENTO":
        return lector.anterior in {"FUNDAMENTO", "COMA"}
    return lector.anterior in _PIDEN_ID


def leer_texto(lector: Lector, linea: str, i: int) -> int:
    """Lee el texto entre comillas que empieza en `i` y devuelve dónde termina."""
    cierra = COMILLAS[linea[i]]
    partes: list[str] = []
    j = i + 1
    while j < len(linea) and linea[j] != cierra:
        if linea[j] == "\\" and linea[j + 1 : j + 2] in {'"', "\\"}:
            j += 1
        partes.append(linea[j])
        j += 1
    texto = "".join(partes).replace("\u00a0", " ")
    if j >= len(linea):
        ayuda = "un texto empieza y termina en la misma línea; para seguir, abra otro en la línea siguiente"
        lector.problema("PLO-S111", "faltan las comillas que cierran el texto", i, len(linea.rstrip()), ayuda)
    escrito = texto.replace("\\", "\\\\").replace('"', '\\"')
    fin = min(j + 1, len(linea))
    lector.agregar("TEXTO", texto, f'"{escrito}"', i, fin)
    return fin


def _leer_numero(lector: Lector, linea: str, i: int) -> int:
    if m := _FECHA.match(linea, i):
        fecha = leer_fecha(m.group())
        if isinstance(fecha, str):
            lector.problema("PLO-S115", fecha, i, m.end(), "escriba una fecha que exista, como `2021-01-14`")
        else:
            lector.agregar("FECHA", fecha, m.group(), i, m.end())
        return m.end()
    if m := _ESCALA.match(linea, i):
        return _agregar_cantidad(lector, linea, i, m.end(), m.end())
    m = _NUMERO.match(linea, i)
    fin_de_numero = m.end() if m else i + 1
    fin = fin_de_numero if lector.anterior == "AL_MENOS" else _fin_de_unidad(linea, fin_de_numero)
    if fin > fin_de_numero:
        return _agregar_cantidad(lector, linea, i, fin_de_numero, fin)
    escrito = linea[i:fin]
    numero = leer_numero(escrito)
    if isinstance(numero, str):
        coma = "si son dos valores de una lista, deje un espacio después de la coma" if "," in escrito else ""
        lector.problema("PLO-S112", numero, i, fin, coma)
    else:
        lector.agregar("NUMERO", numero, escrito, i, fin)
    return fin


def _fin_de_unidad(linea: str, desde: int) -> int:
    """Devuelve dónde termina la unidad más larga que sigue al número, o `desde` si no hay."""
    m = _PALABRAS_DE_UNIDAD.match(linea, saltar(linea, desde))
    fines = [] if m is None else [e.start() for e in _ESPACIO.finditer(linea, m.start(), m.end())] + [m.end()]
    for fin in reversed(fines):
        assert m is not None
        unidad = buscar_unidad(_ESPACIO.sub(" ", linea[m.start() : fin]))
        if unidad is not None:
            anio = _ANIO.match(linea, fin) if unidad.dimension == "dinero" else None
            return anio.end() if anio else fin
    return desde


def _agregar_cantidad(lector: Lector, linea: str, desde: int, fin_de_numero: int, hasta: int) -> int:
    """Suma una cantidad; su forma canónica conserva las cifras como se escribieron."""
    escrita = _ESPACIO.sub(" ", linea[desde:hasta])
    cantidad = leer_cantidad(escrita)
    if isinstance(cantidad, Cantidad):
        anio = f" de {cantidad.anio}" if cantidad.anio else ""
        es_escala = fin_de_numero == hasta
        canonica = (
            escrita.replace(" ", "") if es_escala else f"{linea[desde:fin_de_numero]} {cantidad.unidad}{anio}"
        )
        lector.agregar("MEDIDA", cantidad, canonica, desde, hasta)
    else:
        lector.problema("PLO-S112", cantidad, desde, hasta)
    return hasta


def _leer_palabra(lector: Lector, linea: str, i: int) -> int:
    m = PALABRA.match(linea, i)
    assert m is not None
    palabra = _compuesta(m.group())
    tipo_de_bloque = BLOQUES.get(plegar(palabra), "") if lector.anterior in {"", "FIN"} else ""
    if tipo_de_bloque and lector.clausula != "SUELTA":
        lector.agregar(tipo_de_bloque, plegar(palabra), plegar(palabra), i, m.end())
        return m.end()
    if lector.anterior not in {"PUNTO", "DEFINE"}:
        if lector.clausula not in _CON_EXPRESION:
            return _leer_palabra_de_lista(lector, linea, i)
        frase, tipo, fin = _frase_mas_larga(linea, i)
        if tipo:
            lector.agregar(tipo, frase, frase, i, fin)
            return fin
    lector.agregar("NOMBRE", palabra, palabra, i, m.end())
    return m.end()


def _leer_palabra_de_lista(lector: Lector, linea: str, i: int) -> int:
    """Lee un valor de cabecera; varias palabras seguidas forman uno solo, unidas por guion bajo."""
    palabras: list[str] = []
    fin = i
    while m := PALABRA.match(linea, saltar(linea, fin)):
        palabras.append(_compuesta(m.group()))
        fin = m.end()
    lector.agregar("NOMBRE", "_".join(palabras), " ".join(palabras), i, fin)
    return fin


def _frase_mas_larga(linea: str, i: int) -> tuple[str, str, int]:
    """Devuelve la frase, su pieza y su final; una palabra seguida de punto es un nombre, no una frase."""
    palabras: list[str] = []
    fin, mejor = i, ("", "", i)
    while len(palabras) < LARGO_MAXIMO and (m := PALABRA.match(linea, saltar(linea, fin))):
        palabras.append(plegar(m.group()))
        fin = m.end()
        hallada = CANONICA_DE_FRASE.get(" ".join(palabras))
        if hallada and linea[fin : fin + 1] != ".":
            mejor = (hallada[0], hallada[1], fin)
    return mejor


def _leer_signo(lector: Lector, linea: str, i: int) -> int:
    for signo, tipo, canonica in _SIGNOS:
        if linea.startswith(signo, i):
            lector.agregar(tipo, canonica, canonica, i, i + len(signo))
            return i + len(signo)
    m = _ENTRE_APOSTROFOS.match(linea, i)
    fin = m.end() if m else i + 1
    while fin < len(linea) and not (
        linea[fin].isalnum() or linea[fin] in _INICIALES or saltar(linea, fin) > fin
    ):
        fin += 1
    ayuda = _AYUDAS.get(linea[i], "bórrelo o, si es parte de un texto, póngalo entre comillas")
    lector.problema("PLO-S110", f"el lenguaje no usa {mostrar(linea[i])}", i, fin, ayuda)
    return fin


def mostrar(caracter: str) -> str:
    """Nombra un carácter dentro de una frase; los invisibles, por su número.

    >>> mostrar("&"), mostrar(chr(7))
    ('`&`', 'el carácter invisible U+0007')
    """
    return f"`{caracter}`" if caracter.isprintable() else f"el carácter invisible U+{ord(caracter):04X}"
