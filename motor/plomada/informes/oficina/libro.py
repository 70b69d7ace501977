"""El informe en un libro de cálculo que se filtra, se imprime y vuelve con las respuestas del municipio."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.matrices import a_libro_vestido
from plomada.informes.oficina.cobertura import (
    hoja_de_aceptaciones,
    hoja_de_articulos,
    hoja_de_cobertura,
    hoja_de_resumen,
)
from plomada.informes.oficina.hojas import (
    Celda,
    Hoja,
    hoja_de_articulacion,
    hoja_de_faltantes,
    hoja_de_hallazgos,
    hoja_de_indices,
    hoja_de_suficiencia,
)
from plomada.informes.oficina.texto import en_una_linea, medir, recortar
from plomada.informes.preguntas.faltantes import ListaDeFaltantes
from plomada.informes.vista import Informe

_CARTA, _OFICIO = 1, 5
_PUNTOS_POR_RENGLON, _ALTURA_MAXIMA, _MARGEN = 12.75, 409.0, 4.0
_CARACTERES_POR_UNIDAD, _RENGLONES_QUE_IMPORTAN, _RENGLONES_DE_APOYO = 1.2, 40, 6
_ANCHA, _ALTO_DEL_TITULO = 220, 26
_LARGO_DEL_ENCABEZADO = 120
_AZUL, _BLANCO, _GRIS, _AMARILLO = "#1F3A5F", "#FFFFFF", "#B8C2CC", "#FFF8DC"
_FONDOS = (
    ("no cumple", "#F8D7DA"), ("error", "#F8D7DA"), ("desarticulado", "#F8D7DA"), ("no consta", "#FFF3CD"),
    ("parcialmente articulado", "#FFF3CD"), ("requiere concepto", "#D6E4F5"), ("cumple", "#DCEFDC"),
    ("articulado", "#DCEFDC"),
)  # fmt: skip
_DE_LA_CADENA = frozenset({"desarticulado", "parcialmente articulado", "articulado"})


def escribir_xlsx(
    informe: Informe, faltantes: ListaDeFaltantes | None = None, r: Rotulos | None = None
) -> bytes:
    """Devuelve el libro; sin `faltantes`, su hoja dice que no se calcularon."""
    r, fecha = r or rotulos(ESPANOL), date.fromisoformat(informe.regimen.fecha)
    return a_libro_vestido(
        hojas_del_informe(informe, faltantes, r),
        r("libro.revision_de_de", de=_de_que(informe, r)),
        fecha,
        _Vestidor(informe, r),
    )


def hojas_del_informe(
    informe: Informe, faltantes: ListaDeFaltantes | None, r: Rotulos | None = None
) -> tuple[Hoja, ...]:
    """Devuelve las hojas en el orden en que se leen."""
    return tuple(_hojas(informe, faltantes, r or rotulos(ESPANOL)))


def _hojas(informe: Informe, faltantes: ListaDeFaltantes | None, r: Rotulos) -> Iterator[Hoja]:
    yield hoja_de_resumen(informe, r)
    yield hoja_de_hallazgos(informe, r)
    yield hoja_de_aceptaciones(informe, r)
    yield hoja_de_suficiencia(informe, r)
    yield hoja_de_articulacion(informe, r)
    yield hoja_de_indices(informe, r)
    yield hoja_de_faltantes(faltantes, informe.perfil, r)
    yield hoja_de_cobertura(informe, r)
    articulos = hoja_de_articulos(informe, r)
    if articulos is not None:
        yield articulos


def _de_que(informe: Informe, r: Rotulos) -> str:
    """Nombra el plan en lo que cabe en un encabezado."""
    if informe.plan is None:
        return r("libro.un_plan")
    nombre = en_una_linea(informe.plan.municipio) or en_una_linea(informe.plan.archivo)
    return (
        nombre
        if medir(nombre) <= _LARGO_DEL_ENCABEZADO
        else f"{recortar(nombre, _LARGO_DEL_ENCABEZADO - 1)}…"
    )


class _Vestidor:
    """Da formato a las hojas; guarda los formatos, que el libro crea una sola vez."""

    def __init__(self, informe: Informe, r: Rotulos) -> None:
        # En un encabezado de página `&` es una orden: se escribe doble.
        self._de_que = _de_que(informe, r).replace("&", "&&")
        self._al = r("libro.norma_vigente_al_fecha", fecha=informe.regimen.fecha)
        self._pagina = r("libro.pagina_p_de_n")
        self._fondos = tuple((r.valor(v) if v in _DE_LA_CADENA else r.veredicto(v), c) for v, c in _FONDOS)
        self._formatos: dict[str, Any] = {}

    def __call__(self, libro: Any, pagina: Any, hoja: Hoja) -> None:  # noqa: ANN401 - objetos de xlsxwriter
        """Viste una hoja."""
        if not self._formatos:
            self._crear(libro)
        for numero, columna in enumerate(hoja.columnas):
            pagina.write_string(0, numero, columna.titulo, self._formatos["titulo"])
            propio = "libre" if columna.libre else "clave" if _es_clave(hoja, numero) else "texto"
            pagina.set_column(numero, numero, columna.ancho, self._formatos[propio])
        pagina.set_row(0, _ALTO_DEL_TITULO)
        for numero, fila in enumerate(hoja.filas, start=1):
            pagina.set_row(numero, altura(fila, hoja))
        ultima = len(hoja.filas), len(hoja.columnas) - 1
        pagina.freeze_panes(1, hoja.quietas if len(hoja.columnas) > 2 else 0)
        if not hoja.vacia:
            if len(hoja.columnas) > 2:
                pagina.autofilter(0, 0, *ultima)
            self._colorear(pagina, ultima)
        self._imprimir(pagina, hoja)
        if hoja.se_responde:
            pagina.protect(
                "", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True}
            )

    def _crear(self, libro: Any) -> None:  # noqa: ANN401 - objeto de xlsxwriter
        base = {"font_name": "Arial", "font_size": 9, "valign": "top", "text_wrap": True}
        borde = base | {"border": 1, "border_color": _GRIS}
        centro = {"bold": True, "font_color": _BLANCO, "bg_color": _AZUL, "valign": "vcenter"}
        self._formatos = {
            "titulo": libro.add_format(borde | centro),
            "texto": libro.add_format(borde | {"align": "left"}),
            "clave": libro.add_format(borde | {"align": "left", "bold": True}),
            # Formato de texto: lo que el municipio responda con `=` o `-` tampoco es fórmula.
            "libre": libro.add_format(borde | {"locked": False, "bg_color": _AMARILLO, "num_format": "@"}),
        }
        self._formatos |= {v: libro.add_format({"bg_color": fondo}) for v, fondo in self._fondos}

    def _colorear(self, pagina: Any, ultima: tuple[int, int]) -> None:  # noqa: ANN401 - objeto de xlsxwriter
        for veredicto, _ in self._fondos:
            regla = {"type": "cell", "criteria": "==", "value": f'"{veredicto}"'}
            pagina.conditional_format(1, 0, *ultima, regla | {"format": self._formatos[veredicto]})

    def _imprimir(self, pagina: Any, hoja: Hoja) -> None:  # noqa: ANN401 - objeto de xlsxwriter
        pagina.set_landscape()
        pagina.set_paper(_OFICIO if sum(c.ancho for c in hoja.columnas) > _ANCHA else _CARTA)
        pagina.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        pagina.fit_to_pages(1, 0)
        pagina.repeat_rows(0)
        pagina.print_area(0, 0, len(hoja.filas), _ultima_que_se_imprime(hoja))
        pagina.set_header(f"&L{hoja.titulo}&R{self._de_que}")
        pagina.set_footer(f"&L{self._al}&R{self._pagina}")


def _ultima_que_se_imprime(hoja: Hoja) -> int:
    """Lo que va a la derecha de la respuesta explica y sirve para volver a leerla: no se imprime."""
    return next((n for n, c in enumerate(hoja.columnas) if c.libre), len(hoja.columnas) - 1)


def altura(fila: tuple[Celda, ...], hoja: Hoja) -> float:
    """Estima los puntos de alto de una fila: LibreOffice no la calcula al abrir, y Excel no siempre."""
    if hoja.vacia:
        return _PUNTOS_POR_RENGLON + _MARGEN
    por_columna = [_renglones(str(c), columna.ancho) for c, columna in zip(fila, hoja.columnas, strict=True)]
    hasta = _ultima_que_se_imprime(hoja)
    # Lo que va a la derecha de la respuesta explica y no alarga la fila que el municipio contesta.
    de_apoyo = (min(n, _RENGLONES_DE_APOYO) for n in por_columna[hasta + 1 :])
    renglones = max(*por_columna[: hasta + 1], *de_apoyo, 1)
    return min(renglones * _PUNTOS_POR_RENGLON + _MARGEN, _ALTURA_MAXIMA)


def _renglones(texto: str, ancho: int) -> int:
    caben = max(int(ancho * _CARACTERES_POR_UNIDAD), 1)
    return sum(_de_un_parrafo(linea, caben) for linea in texto.split("\n"))


def _de_un_parrafo(linea: str, caben: int) -> int:
    """Cuenta renglones como se parten: entre palabras, y por dentro las que no caben."""
    if len(linea) > caben * _RENGLONES_QUE_IMPORTAN:
        return _RENGLONES_QUE_IMPORTAN
    renglones, usado = 1, 0
    for palabra in linea.split(" "):
        if usado and usado + 1 + len(palabra) > caben:
            renglones, usado = renglones + 1, 0
        usado += len(palabra) + (usado > 0)
        renglones += max(usado - 1, 0) // caben
        usado = usado % caben or min(usado, caben)
    return renglones


def _es_clave(hoja: Hoja, numero: int) -> bool:
    return len(hoja.columnas) == 2 and numero == 0
