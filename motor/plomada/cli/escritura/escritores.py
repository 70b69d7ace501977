"""Los escritores del informe, uno por formato; cada uno importa lo suyo solo si se pide."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from plomada.cli.oficina import PedidoDeOficina, en_docx, en_xlsx

if TYPE_CHECKING:
    from plomada.informes.vista import Informe

Escritor: TypeAlias = "Callable[[Informe, PedidoDeOficina], str | bytes]"


def escribir_formatos(
    informe: "Informe", pedido: PedidoDeOficina, formatos: Iterable[str]
) -> dict[str, bytes]:
    """Devuelve los bytes de cada formato: los mismos que van al archivo y los que se anotan en el recibo.

    Diagnósticos: los de `en_docx`.
    """
    escritos = {f: ESCRITORES[f](informe, pedido) for f in formatos}
    return {f: e.encode() if isinstance(e, str) else e for f, e in escritos.items()}


def _html(hecho: "Informe", pedido: PedidoDeOficina) -> str:
    from plomada.informes.html.escribir import a_html

    return a_html(hecho, pedido.rotulos)


def _json(hecho: "Informe", _: PedidoDeOficina) -> str:
    from plomada.informes.a_json import a_json

    return a_json(hecho)


def _sarif(hecho: "Informe", _: PedidoDeOficina) -> str:
    from plomada.informes.sarif.a_sarif import a_sarif

    return a_sarif(hecho)


def _md(hecho: "Informe", pedido: PedidoDeOficina) -> str:
    from plomada.informes.markdown.escribir import a_md

    return a_md(hecho, pedido.rotulos)


# Para agregar un formato basta su escritor aquí; si devuelve bytes, también en `BINARIOS`.
ESCRITORES: Mapping[str, Escritor] = {
    "html": _html, "xlsx": en_xlsx, "docx": en_docx, "json": _json, "sarif": _sarif, "md": _md,
}  # fmt: skip
BINARIOS = frozenset({"xlsx", "docx"})
