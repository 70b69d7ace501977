"""El `plan.yaml` de una entrega nueva: cada dato que se pide con lo que es, cómo se escribe y quién lo pide.

Los datos sueltos van como claves vacías, que no dicen nada hasta que alguien las llena; los elementos de las
listas y los contenidos, como ejemplos comentados, porque uno a medias sería un error.
"""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from plomada.cargadores.a_yaml import escalar_a_yaml
from plomada.informes.plantilla.pedido import PedidoDeDatos
from plomada.modelo.escalares import ejemplo
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.plan import Plan
from plomada.valores.texto import en_lista

_SANGRIA = "  "
_CABEZA = (
    "# {titulo}.",
    "# Lo que se deja vacío no consta: la herramienta nunca lo da por cumplido.",
    '# Si algo no existe o no le aplica al municipio, escriba `dato: {{no_hay: "motivo"}}`.',
    "# De una lista, quite el `#` de las líneas del ejemplo y repítalas por cada elemento.",
    "# Todo objeto admite además `evidencia: [{{documento: , pagina: , cita: }}]`, con el id del documento.",
    "",
)


def escribir_yaml(titulo: str, pedido: PedidoDeDatos, datos: Mapping[str, str]) -> str:
    """Devuelve el YAML comentado; `datos` son los que ya se saben, por su ruta."""
    escritor = _Escritor(pedido, datos)
    lineas = [linea.format(titulo=titulo) for linea in _CABEZA]
    lineas += escritor.objeto(Plan, "", 0, comenta=False)
    return "".join(f"{linea}\n" for linea in lineas)


class _Escritor:
    """Recorre el modelo y escribe lo que se pide."""

    def __init__(self, pedido: PedidoDeDatos, datos: Mapping[str, str]) -> None:
        self._pedido = pedido
        self._datos = datos
        self._prefijos = {p for ruta in pedido.citas for p in _prefijos(ruta)}

    def objeto(self, modelo: type[BaseModel], base: str, nivel: int, comenta: bool) -> Iterator[str]:
        """Escribe los campos de un objeto que se piden."""
        for clave, forma in campos_de(modelo).items():
            ruta = f"{base}.{clave}" if base else clave
            marca = "# " if comenta else ""
            cabeza = f"{marca}{_SANGRIA * nivel}{clave}:"
            if forma.clase == "mapa":
                if self._pedido.contenidos:
                    yield from (cabeza, *self._contenidos(nivel + 1))
            elif forma.clase == "objeto" and forma.modelo is not None:
                yield from self._interno(forma, forma.modelo, ruta, nivel, cabeza, comenta)
            elif forma.dentro is not None and forma.dentro.modelo is not None:
                if f"{ruta}[]" in self._prefijos:
                    yield f"{cabeza}  # {forma.descripcion}"
                    yield from self._elemento(forma.dentro.modelo, f"{ruta}[]", nivel + 1)
            elif ruta in self._pedido.citas:
                yield self._dato(cabeza, ruta, forma)

    def _interno(
        self, forma: Forma, modelo: type[BaseModel], ruta: str, nivel: int, cabeza: str, comenta: bool
    ) -> Iterator[str]:
        if ruta not in self._prefijos:
            return
        # Un objeto con datos obligatorios no se puede dejar a medias: sus claves van comentadas.
        exige = any(not f.puede_faltar for f in campos_de(modelo).values()) and ruta not in {
            r.rpartition(".")[0] for r in self._datos
        }
        yield f"{cabeza}  # {forma.descripcion}"
        yield from self.objeto(modelo, ruta, nivel + 1, comenta or exige)

    def _elemento(self, modelo: type[BaseModel], ruta: str, nivel: int) -> Iterator[str]:
        primera = True
        for linea in self.objeto(modelo, ruta, 0, comenta=False):
            guion = "- " if primera else "  "
            yield f"# {_SANGRIA * nivel}{guion}{linea.removeprefix('# ')}"
            primera = False

    def _contenidos(self, nivel: int) -> Iterator[str]:
        for c in self._pedido.contenidos:
            yield f"# {_SANGRIA * nivel}# {c.titulo}. {' '.join(c.nota.split())}"
            yield f"# {_SANGRIA * nivel}{c.id}: {{estado: , evidencia: [{{documento: , pagina: , cita: }}]}}"

    def _dato(self, cabeza: str, ruta: str, forma: Forma) -> str:
        escrito = escalar_a_yaml(self._datos[ruta]) if ruta in self._datos else ""
        cita = self._pedido.citas[ruta]
        que = f"{forma.descripcion.rstrip('.')} ({_como(forma)})"
        return f"{cabeza} {escrito}".rstrip() + f"  # {que}{f'. {cita}' if cita else ''}"


def _prefijos(ruta: str) -> Iterator[str]:
    partes = ruta.split(".")
    for largo in range(1, len(partes)):
        yield ".".join(partes[:largo])


def _como(forma: Forma) -> str:
    """Dice cómo se escribe el dato en el YAML."""
    if forma.clase == "lista" and forma.dentro is not None:
        return f"lista, entre corchetes: {_como(forma.dentro)}"
    if forma.clase == "cantidad":
        return ejemplo(forma.tipo).replace("`", "")
    if forma.opciones is not None:
        return en_lista([o.value for o in forma.opciones], "o")
    if forma.clase == "referencia":
        return f"id de un elemento de tipo {forma.tipo}"
    return {"fecha": "AAAA-MM-DD", "sí o no": "si o no"}.get(forma.tipo, forma.tipo)
