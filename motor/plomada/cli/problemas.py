"""Los problemas de quien usa la consola: se muestran como diagnósticos y terminan con el código 2."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from plomada.diagnosticos.diagnostico import Diagnostico, ordenar
from plomada.diagnosticos.presentacion import a_texto

MOSTRADOS = 50
_BYTES_MAXIMOS = 8_000_000
_MOTIVOS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "no existe"),
    (PermissionError, "falta permiso"),
    (IsADirectoryError, "es una carpeta"),
    (NotADirectoryError, "una parte de la ruta no es una carpeta"),
)


class Problema(Exception):
    """Interrumpe una orden con uno o varios diagnósticos; `fuentes` dice dónde buscar sus líneas."""

    def __init__(self, *diagnosticos: Diagnostico, fuentes: Iterable[Path] = ()) -> None:
        """Guarda los diagnósticos, en orden."""
        super().__init__(diagnosticos[0].mensaje if diagnosticos else "")
        self.diagnosticos = ordenar(diagnosticos)
        self.fuentes = tuple(fuentes)


def escribir_problemas(
    diagnosticos: Sequence[Diagnostico], fuentes: Iterable[Path] = (), tope: int = MOSTRADOS
) -> str:
    """Devuelve los diagnósticos como se leen en la consola, con sus líneas si se encuentran."""
    lineas = leer_lineas(diagnosticos, fuentes)
    textos = [a_texto(d, lineas) for d in diagnosticos[:tope]]
    errores = sum(d.es_error for d in diagnosticos)
    avisos = len(diagnosticos) - errores
    if len(diagnosticos) > tope:
        textos.append(f"y {len(diagnosticos) - tope} más")
    if len(diagnosticos) > 1:
        textos.append(
            f"{_cuantos(errores, 'error', 'errores')} y {_cuantos(avisos, 'advertencia', 'advertencias')}"
        )
    return "\n\n".join(textos) + "\n"


def explicar_fallo(fallo: OSError) -> str:
    """Dice en español por qué el sistema no dejó leer o escribir."""
    return next(
        (motivo for clase, motivo in _MOTIVOS if isinstance(fallo, clase)), "el sistema no lo permitió"
    )


def _cuantos(n: int, uno: str, varios: str) -> str:
    return f"{n} {uno if n == 1 else varios}"


def leer_lineas(diagnosticos: Iterable[Diagnostico], fuentes: Iterable[Path]) -> Mapping[str, Sequence[str]]:
    """Devuelve las líneas de los archivos que los diagnósticos señalan, si están entre las fuentes.

    Una fuente que es carpeta contiene los archivos por su ruta relativa; una que es archivo se llama como él.
    """
    nombres = {
        t.archivo
        for d in diagnosticos
        for t in (d.tramo, d.secundario)
        if t is not None and t.archivo and not t.hoja
    }
    hallados: dict[str, Sequence[str]] = {}
    for fuente in fuentes:
        for nombre in nombres - hallados.keys():
            ruta = fuente / nombre if fuente.is_dir() else fuente
            if fuente.is_dir() or nombre in {fuente.name, str(fuente)}:
                lineas = _lineas(ruta)
                if lineas:
                    hallados[nombre] = lineas
    return hallados


def _lineas(ruta: Path) -> Sequence[str]:
    """Devuelve las líneas de un archivo; lo que no es texto en UTF-8 (un libro, un PDF) no se cita."""
    try:
        if not ruta.is_file() or ruta.stat().st_size > _BYTES_MAXIMOS:
            return ()
        datos = ruta.read_bytes()
        return () if b"\0" in datos else _sin_cr(datos.decode("utf-8-sig")).split("\n")
    except (OSError, UnicodeDecodeError):
        return ()


def _sin_cr(texto: str) -> str:
    """Deja los saltos como los leería Python de un archivo de texto."""
    return texto.replace("\r\n", "\n").replace("\r", "\n")
