"""Las palabras del lenguaje: una tabla de frases y la pieza que cada una produce.

Se comparan sin tildes ni mayúsculas; la forma escrita aquí es la canónica, la que usa el formateador.
"""

from plomada.valores.texto import plegar

# Cláusulas: solo se reconocen al comienzo de una línea.
CLAUSULAS: dict[str, str] = {
    "titulo": "TITULO",
    "fundamento": "FUNDAMENTO",
    "analisis": "ANALISIS",
    "componente": "COMPONENTE",
    "materia": "MATERIA",
    "competencia": "COMPETENCIA",
    "obligado": "OBLIGADO",
    "fuerza": "FUERZA",
    "aplica a": "APLICA_A",
    "cuando": "CUANDO",
    "salvo que": "SALVO_QUE",
    "exige": "EXIGE",
    "pregunta": "PREGUNTA",
    "guia": "GUIA",
    "falla": "FALLA",
    "subsana": "SUBSANA",
    "revisado por": "REVISADO_POR",
    "es": "ES_IGUAL_A",
    "caso": "CASO",
    "fin": "FIN",
}

# Bloques: la primera palabra de cada bloque, y la que sigue a `fin`.
BLOQUES: dict[str, str] = {"regla": "REGLA", "tabla": "TABLA", "define": "DEFINE"}

# Frases dentro de una expresión; la más larga gana.
FRASES: dict[str, str] = {
    "y": "Y",
    "o": "O",
    "no": "NO",
    "para cada": "PARA_CADA",
    "para": "PARA",
    "cada": "CADA",
    "algún": "ALGUN",
    "ningún": "NINGUN",
    "al menos": "AL_MENOS",
    "al menos tan detallada como": "TAN_DETALLADA",
    "en": "EN",
    "con": "CON",
    "con evidencia": "CON_EVIDENCIA",
    "cumple": "CUMPLE",
    "que cumplen": "QUE_CUMPLEN",
    "existe": "EXISTE",
    "no existe": "NO_EXISTE",
    "es": "ES",
    "no es": "NO_ES",
    "es uno de": "ES_UNO_DE",
    "no es uno de": "NO_ES_UNO_DE",
    "si": "SI",
    "parámetro": "PARAMETRO",
    "suma de": "SUMA_DE",
    "cuenta de": "CUENTA_DE",
    "mínimo de": "MINIMO_DE",
    "máximo de": "MAXIMO_DE",
    "porcentaje de": "PORCENTAJE_DE",
    "días hábiles entre": "HABILES_ENTRE",
    "días calendario entre": "CALENDARIO_ENTRE",
    "dentro de": "DENTRO_DE",
    "declara": "DECLARA",
    "contenido": "CONTENIDO",
    "se concreta en": "SE_CONCRETA_EN",
    "llega hasta": "LLEGA_HASTA",
    "a través de": "A_TRAVES_DE",
    "por cadena": "POR_CADENA",
    "cadena sin ciclos": "CADENA_SIN_CICLOS",
    "conduce a": "CONDUCE_A",
    "sin enlaces rotos": "SIN_ENLACES_ROTOS",
    "parecido entre": "PARECIDO_ENTRE",
    "porque": "PORQUE",
}
# Concordancias de la misma frase: se respetan como se escribieron.
_SINONIMOS: dict[str, str] = {
    "alguna": "algún",
    "ninguna": "ningún",
    "cumplen": "cumple",
    "conducen a": "conduce a",
    "es una de": "es uno de",
    "no es una de": "no es uno de",
    "existen": "existe",
    "no existen": "no existe",
}

# Líneas de un caso.
LINEAS_DE_CASO: dict[str, str] = {
    "base": "BASE",
    "fecha": "FECHA_DE_CASO",
    "quita": "QUITA",
    "agrega": "AGREGA",
    "espera": "ESPERA",
}

VEREDICTOS: tuple[str, ...] = (
    "cumple", "no cumple", "no consta", "no aplica", "requiere concepto", "error",
)  # fmt: skip

CANONICA_DE_FRASE: dict[str, tuple[str, str]] = {
    plegar(frase): (frase, pieza) for frase, pieza in FRASES.items()
} | {plegar(otra): (otra, FRASES[frase]) for otra, frase in _SINONIMOS.items()}
LARGO_MAXIMO = max(len(frase.split()) for frase in CANONICA_DE_FRASE)

_ROTULOS_PROPIOS: dict[str, str] = {
    "NOMBRE": "un nombre",
    "ID": "un identificador",
    "NUMERO": "un número",
    "MEDIDA": "una cantidad con unidad",
    "TEXTO": "un texto entre comillas",
    "FECHA": "una fecha",
    "VEREDICTO": "un veredicto (" + ", ".join(VEREDICTOS) + ")",
    "RUTA_DE_PARCHE": "una ruta del plan seguida de dos puntos",
    "VALOR": "un valor",
    "COMPARADOR": "una comparación (`=`, `<`, `<=`…)",
    "IGUAL": "`=`",
    "$END": "el final",
}
ROTULOS: dict[str, str] = (
    {pieza: f"`{frase}`" for frase, pieza in {**FRASES, **BLOQUES, **LINEAS_DE_CASO}.items()}
    | {pieza: f"`{frase}`" for frase, pieza in CLAUSULAS.items()}
    | _ROTULOS_PROPIOS
)
