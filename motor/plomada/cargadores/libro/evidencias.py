"""Las hojas que prueban: la de contenidos, con su evidencia en la fila, y la de evidencia de lo demás."""

import re

from plomada.cargadores.arbol import Nodo, huella_de
from plomada.cargadores.libro import problemas
from plomada.cargadores.libro.armado import Armado, Claves, Rama, congelar
from plomada.cargadores.libro.celdas import desescapar
from plomada.cargadores.libro.filas import HojaLeida
from plomada.cargadores.libro.hojas import EVIDENCIA, RUTA
from plomada.cargadores.libro.tabla import Fila
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.plan import Plan

_PASO = re.compile(r"(?P<clave>[^\W\d]\w*)(?:\[(?P<id>[^\[\]]+)\])?(?:\.|$)")


def leer_mapa(leida: HojaLeida, armado: Armado) -> None:
    """Pone cada valor con su clave; otra fila con la misma clave agrega una evidencia.

    Una fila con la clave y nada más es la que trae la plantilla: nadie lo ha descrito.
    Diagnósticos: PLO-L138.
    """
    clave_de = leida.hoja.claves[-1]
    for fila in leida.filas():
        clave, nodos = desescapar(leida.texto(fila, clave_de)), leida.nodos(fila)
        if nodos and not clave:
            leida.avisar(fila, clave_de, f"falta `{clave_de}`", "escriba su id del catálogo")
        elif nodos:
            rama = armado.raiz.rama((*leida.hoja.ruta.split("."), clave), fila.tramo)
            _agregar_valor(leida, fila, rama, nodos)


def _agregar_valor(leida: HojaLeida, fila: Fila, rama: Rama, nodos: dict[str, Nodo]) -> None:
    prueba = Rama(fila.tramo)
    for ruta, nodo in nodos.items():
        partes = leida.columnas[ruta].partes
        anterior = rama.buscar(partes)
        if partes[0] == EVIDENCIA:
            prueba.poner(partes[1:], nodo, nodo.tramo)
        elif anterior is None:
            rama.poner(partes, nodo, nodo.tramo)
        elif huella_de(congelar(anterior)) != huella_de(nodo):
            mensaje = f"`{ruta}` ya tiene otro valor en una fila anterior"
            leida.avisar(fila, ruta, mensaje, "en las filas de más deje solo la evidencia")
    if prueba.hijos:
        rama.lista((EVIDENCIA,), fila.tramo).elementos.append(prueba)


def leer_evidencia(leida: HojaLeida, armado: Armado) -> None:
    """Agrega cada evidencia al objeto que su ruta nombra. Diagnósticos: PLO-L139."""
    for fila in leida.filas():
        escrita, nodos = leida.texto(fila, RUTA), leida.nodos(fila)
        if not nodos:
            continue  # la plantilla propone la ruta: sin datos, nadie ha dado la evidencia
        rama = _objeto(armado, escrita, fila)
        if rama is None:
            mensaje = f"`{recortar(escrita, 80)}` no es un objeto descrito en el libro que lleve evidencia"
            ayuda = "se escribe como `suelo.urbano` o `medios.proyectos[P1]`, con el id del elemento"
            leida.avisar(fila, RUTA, mensaje, ayuda, problemas.SIN_SU_ELEMENTO)
            continue
        prueba = Rama(fila.tramo)
        for ruta, nodo in nodos.items():
            prueba.poner(leida.columnas[ruta].partes, nodo, nodo.tramo)
        rama.lista((EVIDENCIA,), fila.tramo).elementos.append(prueba)


def _objeto(armado: Armado, ruta: str, fila: Fila) -> Rama | None:
    """Devuelve el objeto de una ruta canónica; un objeto sin más datos que la evidencia se crea."""
    pasos = list(_PASO.finditer(ruta))
    if not pasos or "".join(p[0] for p in pasos) != ruta:
        return None
    rama, forma = armado.raiz, Forma("objeto", modelo=Plan)
    lista, claves = "", Claves()
    for paso in pasos:
        interna = campos_de(forma.modelo).get(paso["clave"]) if forma.modelo is not None else None
        lista += f".{paso['clave']}" if lista else paso["clave"]
        if interna is not None and interna.clase == "objeto" and paso["id"] is None:
            rama, forma = rama.rama((paso["clave"],), fila.tramo), interna
            continue
        claves = (*claves, paso["id"] or "")
        hallada = armado.elemento(lista, claves)
        if hallada is None or interna is None or interna.dentro is None:
            return None
        rama, forma, lista = hallada, interna.dentro, f"{lista}[]"
    lleva = forma.modelo is not None and EVIDENCIA in campos_de(forma.modelo)
    return rama if lleva else None
