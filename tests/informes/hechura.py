"""Evaluaciones escritas a mano, con reglas y requisitos de juguete, para probar los informes sin el motor."""

from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import DatoLeido, Evaluacion, Hallazgo, Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.vista import Informe, construir_informe
from plomada.normativa.registro import Registro
from tests.apoyo import paquete, registro, regla, requisito

AMBIENTAL = {
    "ambiental": "exclusivo",
    "ambiental_por": {"norma": "n", "articulo": "49"},
    "revisado_por": "Ana, 2026-01-01",
}


def registro_de_juguete() -> Registro:
    """Cinco requisitos, uno de cada fuerza y de cada estado; los dos primeros se piden al radicar."""
    return registro(
        requisito("R-1", para_radicar=True),
        requisito(
            "R-2", para_radicar=True, fuerza="deberia", estado="parcial", sesgo="puede reportar de más"
        ),
        requisito("R-3", fuerza="informa", estado="juicio experto"),
        requisito("R-4", **AMBIENTAL),
        requisito("R-5", estado="fuera de alcance", motivo="no se describe en el plan"),
    )


def paquete_de(*resultados: Resultado, reg: Registro | None = None) -> Paquete:
    """Una regla por resultado, fundada en el requisito de este."""
    textos = [_regla_de(r.regla, r.requisito) for r in resultados]
    return paquete("\n".join(textos), reg or registro_de_juguete())


def _regla_de(id_: str, de: str) -> str:
    texto = regla("medios.proyectos existe", id_=id_).replace("R-1", de)
    return texto.replace("competencia general", "competencia ambiental") if de == "R-4" else texto


def resultado(
    id_: str, veredicto: str = "no cumple", requisito: str = "R-1", cuantos: int = 1, **cambios: object
) -> Resultado:
    """Un resultado con tantos hallazgos iguales a él como se pidan."""
    fuerza = {"R-2": "deberia", "R-3": "informa"}.get(requisito, "debe")
    propios = tuple(hallazgo(id_, f"p P{n}", veredicto) for n in range(cuantos, 0, -1))
    base: dict[str, object] = {
        "regla": id_,
        "veredicto": veredicto,
        "requisito": requisito,
        "fuerza": fuerza,
        "fecha": "2026-01-15",
        "hallazgos": propios,
    }
    return Resultado.model_validate(base | cambios)


def hallazgo(id_: str, elemento: str = "", veredicto: str = "no cumple", **cambios: object) -> Hallazgo:
    """Un hallazgo con un dato leído."""
    base: dict[str, object] = {
        "regla": id_,
        "elemento": elemento,
        "veredicto": Veredicto(veredicto),
        "modo": "incumple",
        "mensaje": f"mensaje de {elemento}",
        "subsana": "Corrija.",
        "datos": (DatoLeido(ruta="a.b", valor="5 ha", lugar="plan.yaml:3:1"),),
    }
    return Hallazgo.model_validate(base | cambios)


def evaluacion(*resultados: Resultado, **cambios: object) -> Evaluacion:
    """Una evaluación a 15 de enero de 2026 de un POT."""
    base: dict[str, object] = {
        "fecha": "2026-01-15",
        "origen_de_la_fecha": "la radicación ambiental",
        "clase_declarada": "POT",
        "clase_aplicada": "POT",
        "clase_por_poblacion": "POT",
        "tramite": "plan_nuevo",
        "resultados": resultados,
    }
    return Evaluacion.model_validate(base | cambios)


def informe(*resultados: Resultado, perfil: str = "consultoria", **cambios: object) -> Informe:
    """El informe de esos resultados."""
    return construir_informe(evaluacion(*resultados, **cambios), paquete_de(*resultados), perfil)


def surtido() -> tuple[Resultado, ...]:
    """Un resultado de cada clase, en un orden que el informe debe cambiar."""
    return (
        resultado("z-no-aplica", "no aplica"),
        resultado("y-cumple", "cumple"),
        resultado("x-declarado", "cumple", declarado=True),
        resultado("w-por-juicio", "cumple", por_juicio_de="Ana, con soporte en D1"),
        resultado("v-concepto", "requiere concepto"),
        resultado("u-no-consta", "no consta", cuantos=2),
        resultado("t-informa", requisito="R-3"),
        resultado("s-deberia", requisito="R-2"),
        resultado("r-ambiental", requisito="R-4", cuantos=3),
        resultado("q-debe", cuantos=12),
        resultado("p-error", "error"),
    )
