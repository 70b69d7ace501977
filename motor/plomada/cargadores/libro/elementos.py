"""Las hojas de bloque, donde cada fila es un dato, y las de lista, donde cada fila es un elemento."""

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.libro import problemas
from plomada.cargadores.libro.armado import Armado, Claves, Rama
from plomada.cargadores.libro.celdas import es_lista_vacia, leer_ausencia
from plomada.cargadores.libro.filas import HojaLeida
from plomada.cargadores.libro.hojas import DATO, VALOR, plegar_nombre
from plomada.cargadores.libro.tabla import Fila
from plomada.modelo.escalares import recortar

_SEPARADOR = "/"
_UNA = "deje una sola de las dos cosas"


def leer_bloque(leida: HojaLeida, armado: Armado) -> None:
    """Pone en el árbol cada dato de la hoja. Diagnósticos: PLO-L138."""
    hoja = leida.hoja
    por_nombre = {plegar_nombre(ruta): columna for ruta, columna in leida.columnas.items()}
    for fila in leida.filas():
        escrito = leida.texto(fila, DATO)
        columna = por_nombre.get(plegar_nombre(escrito).removeprefix(f"{hoja.ruta}."))
        if columna is None:
            _dato_desconocido(leida, fila, escrito)
            continue
        nodo = leida.nodo(fila, VALOR, columna)
        if nodo is None:
            continue
        partes = (*(p for p in hoja.ruta.split(".") if p), *columna.partes)
        if columna.forma.clase != "objeto" and armado.raiz.buscar(partes) is not None:
            leida.avisar(fila, DATO, f"`{columna.ruta}` está dos veces en la hoja", "deje una sola fila")
            continue
        armado.raiz.poner(partes, nodo, leida.tramo(fila, VALOR))


def _dato_desconocido(leida: HojaLeida, fila: Fila, escrito: str) -> None:
    mensaje = f"`{recortar(escrito)}` no es un dato de la hoja «{leida.hoja.nombre}»"
    if not escrito:
        mensaje = f"no se dice de qué dato es `{recortar(leida.texto(fila, VALOR))}`"
    ayuda = leida.lector.sugeridor.sugerir(escrito, tuple(leida.columnas))
    leida.avisar(
        fila, DATO, mensaje, ayuda or "los datos se llaman como en la plantilla; una nota empieza por `#`"
    )


def leer_lista(leida: HojaLeida, armado: Armado) -> None:
    """Agrega al árbol cada elemento de la hoja. Diagnósticos: PLO-L138, PLO-L139."""
    partes = [p for p in leida.hoja.niveles[-1].split(".") if p]
    for fila in leida.filas():
        padre = _padre(leida, armado, fila)
        if padre is None:
            continue
        rama, claves = padre
        entera = _lista_entera(leida, fila)
        if entera is not None:
            _poner_entera(leida, fila, rama, partes, entera)
            continue
        nodos = leida.nodos(fila)
        if not nodos:
            continue
        if isinstance(rama.buscar(partes), Mapa | Secuencia):
            leida.avisar(fila, "id", "se declara que no hay ninguno y a la vez se describe este", _UNA)
            continue
        elemento = Rama(fila.tramo)
        for ruta, nodo in nodos.items():
            elemento.poner(leida.columnas[ruta].partes, nodo, nodo.tramo)
        lista = rama.lista(partes, fila.tramo)
        lista.elementos.append(elemento)
        escrito = nodos.get("id")
        nombre = escrito.texto if isinstance(escrito, Escalar) else str(len(lista.elementos))
        armado.anotar(leida.hoja.ruta, (*claves, nombre), elemento)


def _lista_entera(leida: HojaLeida, fila: Fila) -> Nodo | None:
    """Devuelve la ausencia o la lista vacía que la fila declara en su primera columna, o None."""
    primera = leida.hoja.columnas[0].ruta if leida.hoja.columnas else ""
    texto, tramo = leida.texto(fila, primera), leida.tramo(fila, primera)
    if texto and es_lista_vacia(texto):
        return Secuencia((), tramo)
    return leer_ausencia(texto, tramo) if texto else None


def _poner_entera(leida: HojaLeida, fila: Fila, rama: Rama, partes: list[str], entera: Nodo) -> None:
    primera = leida.hoja.columnas[0].ruta
    if rama.buscar(partes) is not None:
        leida.avisar(fila, primera, "se declara que no hay ninguno y a la vez se describen", _UNA)
    elif set(fila.celdas) - {*leida.hoja.claves, primera}:
        leida.avisar(fila, primera, "se declara que no hay ninguno y a la vez se dan sus datos", _UNA)
    else:
        rama.poner(partes, entera, entera.tramo)


def _padre(leida: HojaLeida, armado: Armado, fila: Fila) -> tuple[Rama, Claves] | None:
    """Devuelve el elemento del que cuelga la fila, o la raíz si no cuelga de ninguno."""
    hoja = leida.hoja
    if len(hoja.niveles) == 1:
        return armado.raiz, ()
    columna, lista = hoja.claves[0], hoja.ruta.rpartition("[]")[0]
    escrito = leida.texto(fila, columna)
    claves = tuple(p.strip() for p in escrito.split(_SEPARADOR))
    rama = armado.elemento(lista, claves)
    if rama is not None:
        return rama, claves
    mensaje = f"`{recortar(escrito)}` no está en `{lista}`" if escrito else f"falta `{columna}`"
    ayuda = leida.lector.sugeridor.sugerir(escrito, tuple(armado.conocidos(lista)))
    ayuda = ayuda or f"escriba en `{columna}` el id de un elemento de `{lista}`"
    leida.avisar(fila, columna, mensaje, ayuda, problemas.SIN_SU_ELEMENTO)
    return None
