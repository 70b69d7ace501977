"""El registro propio del banco: un requisito, doscientos contenidos y diez parámetros inventados."""

from datetime import date

from banco.formas import texto_de_las_reglas
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.evaluacion.paquete import Paquete, armar
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.compilador.modulo import compilar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.normativa.citas import Cita
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.parametros import Parametro, ValorVigente
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito

CONTENIDOS = 200
FECHA = date(2025, 6, 1)
_DESDE = date(2000, 1, 1)
_CITA = Cita(norma="n", articulo="1")


def construir_registro() -> Registro:
    """Devuelve el registro del banco."""
    requisito = Requisito(
        id="R-1",
        cita=_CITA,
        clases=("POT", "PBOT", "EOT"),
        desde=_DESDE,
        analisis="coherencia",
        parafrasis="x",
        estado="automática",
        verificacion="texto",
    )
    contenidos = tuple(
        ContenidoExigible(
            id=f"c{i}",
            titulo=f"c{i}",
            explicacion="x",
            componente="general",
            donde=("acuerdo",),
            requisitos=("R-1",),
            reglas=("r",),
            orden=i + 1,
        )
        for i in range(CONTENIDOS)
    )
    parametros = tuple(
        Parametro(
            id=f"plazo-{k}",
            titulo="x",
            dimension="días calendario",
            valores=(
                ValorVigente.model_validate(
                    {"desde": _DESDE, "valor": f"{k * 40} días calendario", "cita": _CITA}
                ),
            ),
        )
        for k in range(10)
    )
    return Registro(requisitos=(requisito,), contenidos=contenidos, parametros=parametros)


def construir_paquete() -> Paquete:
    """Compila las trescientas reglas."""
    registro = construir_registro()
    leido = analizar(texto_de_las_reglas(), "banco.regla")
    comprobado = comprobar(leido.valor, construir_esquema(registro)) if leido.valor else leido
    if comprobado.valor is None or leido.diagnosticos or comprobado.diagnosticos:
        raise SystemExit("\n".join(map(str, (*leido.diagnosticos, *comprobado.diagnosticos)[:5])))
    return armar(registro, compilar(comprobado.valor), "banco")  # type: ignore[arg-type]
