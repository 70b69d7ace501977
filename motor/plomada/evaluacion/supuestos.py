"""El plan del que solo se sabe la clase, el trámite y lo que el municipio tiene."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from plomada.modelo.plan import Plan

Supuesto: TypeAlias = tuple[str, object, str]
_SI = "si"
_ALGO: Mapping[str, str] = MappingProxyType({"articulo": "el que lo delimita"})

# Lo que un municipio puede tener o no: la ruta del plan, lo que vale si lo tiene, y cómo se nombra.
SUPUESTOS: Mapping[str, Supuesto] = MappingProxyType(
    {
        "expansion": ("suelo.expansion", _ALGO, "suelo de expansión"),
        "suburbano": ("suelo.suburbano", _ALGO, "suelo suburbano"),
        "centros_poblados": ("suelo.centros_poblados", [{"id": "C1"}], "centros poblados rurales"),
        "corredores": ("suelo.corredores", [{"id": "V1"}], "corredores viales suburbanos"),
        "parques_industriales": (
            "suelo.parques_industriales",
            [{"id": "I1"}],
            "parques industriales rurales",
        ),
        "fajas": ("suelo.fajas", [{"id": "F1"}], "carreteras con faja de retiro"),
        "paramo": ("municipio.tiene_paramo", _SI, "páramo"),
        "area_metropolitana": ("municipio.en_area_metropolitana", _SI, "área metropolitana"),
        "territorios_etnicos": ("municipio.tiene_territorios_etnicos", _SI, "territorios étnicos"),
        "distrito": ("municipio.es_distrito", _SI, "categoría de distrito"),
    }
)


def plan_supuesto(
    clase: str, tramite: str, alcance: Collection[str] = (), tiene: Collection[str] | None = None
) -> Plan:
    """Devuelve el plan que solo dice eso.

    `tiene` nombra los `SUPUESTOS` que el municipio tiene, y los demás se declaran inexistentes; con None, de
    ninguno se sabe nada.
    """
    datos: dict[str, Any] = {"plan": {"clase": clase, "tramite": tramite}}
    if alcance:
        datos["plan"]["alcance"] = list(alcance)
    for nombre, (ruta, si_hay, rotulo) in SUPUESTOS.items() if tiene is not None else ():
        bloque, campo = ruta.split(".")
        hay = tiene is not None and nombre in tiene
        no_hay = "no" if si_hay == _SI else {"no_hay": f"se supone que no hay {rotulo}"}
        datos.setdefault(bloque, {})[campo] = (
            dict(si_hay) if hay and si_hay is _ALGO else si_hay if hay else no_hay
        )
    return Plan.model_validate(datos)


def escribir_supuestos(tiene: Collection[str] | None) -> tuple[str, ...]:
    """Devuelve en frases lo que se supone del municipio."""
    if tiene is None:
        return ()
    return tuple(
        f"{'hay' if nombre in tiene else 'no hay'} {rotulo}" for nombre, (_, _, rotulo) in SUPUESTOS.items()
    )
