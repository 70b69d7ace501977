"""Lee un libro de cálculo como el árbol de un plan.

Entra: los bytes de un `.xlsx`. Sale: el árbol, con la hoja y la celda de cada dato, y todos los problemas de
una vez. No hace: decidir si los datos valen; eso es del modelo, igual que con un YAML.
"""

from collections.abc import Iterator

from plomada.cargadores import problemas as generales
from plomada.cargadores.arbol import Nodo
from plomada.cargadores.libro import problemas
from plomada.cargadores.libro.armado import Armado, Rama, congelar
from plomada.cargadores.libro.crudo import HojaCruda, LibroCrudo, abrir
from plomada.cargadores.libro.elementos import leer_bloque, leer_lista
from plomada.cargadores.libro.evidencias import leer_evidencia, leer_mapa
from plomada.cargadores.libro.filas import HojaLeida
from plomada.cargadores.libro.hojas import (
    MARCA_DE_AYUDA,
    Hoja,
    hojas_del_plan,
    indice_de_hojas,
    plegar_nombre,
)
from plomada.cargadores.libro.tabla import Lector
from plomada.diagnosticos.diagnostico import Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar

_LECTORES = {"bloque": leer_bloque, "lista": leer_lista, "mapa": leer_mapa, "evidencia": leer_evidencia}


def leer_libro(datos: bytes, archivo: str) -> Lectura[Nodo]:
    """Devuelve el árbol y todo lo que está mal; con una celda mala todavía hay árbol, para revisar lo demás.

    Diagnósticos: PLO-L107, PLO-L108, PLO-L130 a PLO-L141.
    """
    abierto = abrir(datos, archivo)
    if abierto.valor is None:
        return Lectura(None, abierto.diagnosticos)
    lector = Lector(archivo, abierto.valor.desde_1904)
    armado = Armado(Rama(Tramo(archivo)))
    for hoja, cruda in _emparejar(abierto.valor, lector):
        _LECTORES[hoja.clase](HojaLeida(hoja, cruda, lector), armado)
    if not armado.raiz.hijos and not lector.hallados:
        ayuda = "llene al menos `clase` y `tramite` en la hoja «Plan»"
        lector.avisar(generales.VACIO, "el libro no describe ningún dato", Tramo(archivo), ayuda)
    return Lectura(congelar(armado.raiz), generales.acotar(lector.hallados, archivo))


def _emparejar(libro: LibroCrudo, lector: Lector) -> Iterator[tuple[Hoja, HojaCruda]]:
    """Devuelve cada hoja del plan con la del libro, en el orden del modelo: el padre va antes que el hijo."""
    indice = indice_de_hojas()
    halladas: dict[str, HojaCruda] = {}
    for cruda in libro.hojas:
        if not cruda.filas or cruda.nombre.startswith(MARCA_DE_AYUDA):
            continue
        hoja = indice.get(plegar_nombre(cruda.nombre))
        if hoja is None:
            _hoja_desconocida(cruda, lector)
        elif hoja.nombre in halladas:
            mensaje = f"«{recortar(cruda.nombre)}» y «{halladas[hoja.nombre].nombre}» son la misma hoja"
            lugar = lector.tramo(cruda.nombre)
            lector.avisar(problemas.HOJA_DESCONOCIDA, mensaje, lugar, "junte las filas en una sola hoja")
        else:
            halladas[hoja.nombre] = cruda
    for hoja in hojas_del_plan():
        if hoja.nombre in halladas:
            yield hoja, halladas[hoja.nombre]


def _hoja_desconocida(cruda: HojaCruda, lector: Lector) -> None:
    conocidas = {plegar_nombre(h.nombre): h.nombre for h in hojas_del_plan()}
    ayuda = lector.sugeridor.sugerir(plegar_nombre(cruda.nombre), tuple(conocidas))
    for plegado, nombre in conocidas.items():
        ayuda = ayuda.replace(f"`{plegado}`", f"`{nombre}`")
    ayuda = ayuda or "si es una hoja de notas, empiece su nombre por `#` y no se leerá"
    mensaje = f"«{recortar(cruda.nombre)}» no es una hoja del plan"
    lector.avisar(problemas.HOJA_DESCONOCIDA, mensaje, lector.tramo(cruda.nombre), ayuda)
