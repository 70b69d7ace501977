"""Lee un YAML como árbol de textos con su lugar, sin resolver tipos.

Entra: bytes. Sale: un árbol (`arbol.Nodo`) y todos los problemas hallados; nunca una excepción.
No hace: decidir si `no` es falso o `05001` un número; eso es del modelo.
Rechaza lo que una persona no necesita y un archivo hostil sí: alias, anclas, etiquetas, varios
documentos, claves repetidas, niveles, nodos y tamaño sin tope. Consume los eventos uno a uno, así que
un archivo que pasa de un tope se abandona sin haberlo cargado.
"""

from collections.abc import Iterator

import yaml

from plomada.cargadores import problemas
from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.sintaxis_yaml import traducir
from plomada.cargadores.texto_yaml import decodificar, es_invisible, revisar_caracteres
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar

MAXIMO_DE_NIVELES = 40
MAXIMO_DE_NODOS = 400_000
_CARGADOR = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def leer_yaml(datos: bytes, archivo: str) -> Lectura[Nodo]:
    """Lee el árbol y dice todo lo que está mal; con cualquier error no hay árbol.

    Diagnósticos: PLO-L105 a PLO-L117.
    """
    texto, hallados = decodificar(datos, archivo)
    if texto is None:
        return Lectura(None, tuple(hallados))
    sueltos, sobrantes = revisar_caracteres(texto, archivo)
    hallados += sueltos
    if any(d.codigo == problemas.CARACTER_PROHIBIDO for d in hallados):
        return Lectura(None, problemas.acotar(hallados, archivo, sobrantes))
    armador = _Armador(archivo)
    _consumir(texto, armador, {d.tramo.linea for d in hallados if d.tramo})
    hallados += armador.hallados
    if not hallados and _nada_escrito(armador.raiz):
        hallados.append(_vacio(archivo))
    if hallados:
        return Lectura(None, problemas.acotar(hallados, archivo, sobrantes))
    return Lectura(armador.raiz)


def _consumir(texto: str, armador: "_Armador", lineas_ya_dichas: set[int]) -> None:
    """Pasa los eventos al armador hasta el final, hasta un tope o hasta un error de sintaxis."""
    try:
        for evento in _eventos(texto):
            if not armador.recibir(evento):
                return
    except yaml.YAMLError as error:
        diagnostico = traducir(error, armador.archivo)
        if diagnostico.tramo is None or diagnostico.tramo.linea not in lineas_ya_dichas:
            armador.hallados.append(diagnostico)
    except ValueError:
        # La biblioteca en Python puro no comprueba los códigos de `"\\UFFFFFFFF"`.
        armador.avisar(problemas.SINTAXIS, "hay un código de carácter que no existe", Tramo(armador.archivo))


def _eventos(texto: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(texto, Loader=_CARGADOR)


def _nada_escrito(raiz: Nodo | None) -> bool:
    return raiz is None or (isinstance(raiz, Escalar) and raiz.esta_vacio)


def _vacio(archivo: str) -> Diagnostico:
    ayuda = "describa al menos `plan: {clase: …, tramite: …}`"
    return Diagnostico(problemas.VACIO, "el archivo está vacío", Tramo(archivo), ayuda)


class _Abierto:
    """Mapa o lista que todavía recibe nodos."""

    def __init__(self, tramo: Tramo, es_mapa: bool) -> None:
        self.tramo = tramo
        self.es_mapa = es_mapa
        self.elementos: list[Nodo] = []
        self.pares: dict[str, tuple[Tramo, Nodo]] = {}
        self.clave: Escalar | None = None
        self.espera_valor = False

    def cerrar(self, fin: Tramo) -> Nodo:
        tramo = self.tramo.hasta(fin)
        if self.es_mapa:
            return Mapa(tuple((clave, lugar, nodo) for clave, (lugar, nodo) in self.pares.items()), tramo)
        return Secuencia(tuple(self.elementos), tramo)


class _Armador:
    """Arma el árbol evento por evento; su estado vive lo que dura una lectura."""

    def __init__(self, archivo: str) -> None:
        self.archivo = archivo
        self.raiz: Nodo | None = None
        self.hallados: list[Diagnostico] = []
        self._pila: list[_Abierto] = []
        self._nodos = 0
        self._documentos = 0

    def recibir(self, evento: yaml.Event) -> bool:
        """Incorpora un evento; devuelve falso cuando no hay que seguir leyendo."""
        if isinstance(evento, yaml.DocumentStartEvent):
            return self._abrir_documento(evento)
        if isinstance(evento, yaml.NodeEvent):
            return self._recibir_nodo(evento)
        if isinstance(evento, yaml.CollectionEndEvent):
            self._poner(self._pila.pop().cerrar(self._tramo(evento)))
        return True

    def avisar(
        self, codigo: str, mensaje: str, tramo: Tramo, ayuda: str = "", otro: Tramo | None = None
    ) -> None:
        """Agrega un diagnóstico."""
        self.hallados.append(Diagnostico(codigo, mensaje, tramo, ayuda, otro))

    def _tramo(self, evento: yaml.Event) -> Tramo:
        desde, hasta = evento.start_mark, evento.end_mark
        assert desde is not None and hasta is not None
        return Tramo(
            self.archivo, desde.line + 1, desde.column + 1, hasta.line + 1, hasta.column + 1, desde.index
        )

    def _abrir_documento(self, evento: yaml.Event) -> bool:
        self._documentos += 1
        if self._documentos == 1:
            return True
        ayuda = "quite la línea `---` y deje un solo plan por archivo"
        mensaje = "el archivo trae varios documentos YAML"
        self.avisar(problemas.VARIOS_DOCUMENTOS, mensaje, self._tramo(evento), ayuda)
        return False

    def _recibir_nodo(self, evento: yaml.NodeEvent) -> bool:
        tramo = self._tramo(evento)
        self._nodos += 1
        if self._nodos > MAXIMO_DE_NODOS:
            self.avisar(problemas.MUCHOS_NODOS, f"el archivo trae más de {MAXIMO_DE_NODOS} datos", tramo)
            return False
        self._rechazar_adornos(evento, tramo)
        if isinstance(evento, yaml.AliasEvent):
            self._poner(Escalar("*", tramo))
        elif isinstance(evento, yaml.ScalarEvent):
            self._poner(self._escalar(evento, tramo))
        else:
            return self._abrir(tramo, isinstance(evento, yaml.MappingStartEvent))
        return True

    def _rechazar_adornos(self, evento: yaml.NodeEvent, tramo: Tramo) -> None:
        nombre = recortar(str(evento.anchor or ""))
        if isinstance(evento, yaml.AliasEvent):
            ayuda = "repita el dato; si era un texto, póngalo entre comillas"
            self.avisar(problemas.ALIAS, f"`*{nombre}` es un alias, y aquí no se admiten", tramo, ayuda)
            return
        if evento.anchor is not None:
            ayuda = "quite el ancla; si era un texto, póngalo entre comillas"
            self.avisar(problemas.ALIAS, f"`&{nombre}` es un ancla, y aquí no se admiten", tramo, ayuda)
        etiqueta = getattr(evento, "tag", None)
        if etiqueta is not None:
            escrita = recortar(str(etiqueta).replace("tag:yaml.org,2002:", "!!"))
            ayuda = "quítela: el tipo de cada dato lo sabe el modelo; si era un texto, póngalo entre comillas"
            self.avisar(
                problemas.ETIQUETA, f"`{escrita}` es una etiqueta, y aquí no se admiten", tramo, ayuda
            )

    def _escalar(self, evento: yaml.ScalarEvent, tramo: Tramo) -> Escalar:
        if evento.style == '"' and es_invisible(evento.value):
            mensaje = "el texto trae un carácter de control escrito con `\\`"
            self.avisar(problemas.CARACTER_PROHIBIDO, mensaje, tramo, "quite la secuencia de escape")
        return Escalar(evento.value, tramo, llano=not evento.style)

    def _abrir(self, tramo: Tramo, es_mapa: bool) -> bool:
        if len(self._pila) >= MAXIMO_DE_NIVELES:
            mensaje = f"hay más de {MAXIMO_DE_NIVELES} niveles uno dentro de otro"
            self.avisar(problemas.MUY_HONDO, mensaje, tramo, "ningún dato del plan necesita tantos; aplane")
            return False
        self._pila.append(_Abierto(tramo, es_mapa))
        return True

    def _poner(self, nodo: Nodo) -> None:
        """Deja el nodo terminado donde va: raíz, elemento de lista, clave o valor."""
        if not self._pila:
            self.raiz = nodo
            return
        cima = self._pila[-1]
        if not cima.es_mapa:
            cima.elementos.append(nodo)
        elif cima.espera_valor:
            self._poner_valor(cima, nodo)
        else:
            self._poner_clave(cima, nodo)

    def _poner_clave(self, cima: _Abierto, nodo: Nodo) -> None:
        cima.espera_valor = True
        cima.clave = nodo if isinstance(nodo, Escalar) else None
        if cima.clave is None:
            ayuda = "escriba `clave: valor`, con la clave en una palabra"
            self.avisar(problemas.CLAVE_QUE_NO_ES_TEXTO, "la clave es una lista o un mapa", nodo.tramo, ayuda)

    def _poner_valor(self, cima: _Abierto, nodo: Nodo) -> None:
        cima.espera_valor = False
        if cima.clave is None:
            return
        clave, lugar = cima.clave.texto, cima.clave.tramo
        if clave not in cima.pares:
            cima.pares[clave] = (lugar, nodo)
            return
        primero = cima.pares[clave][0]
        mensaje = f"la clave `{recortar(clave)}` está dos veces: líneas {primero.linea} y {lugar.linea}"
        self.avisar(problemas.CLAVE_REPETIDA, mensaje, lugar, "deje una sola", primero)
