"""Planes de tamaños distintos, siempre los mismos, con datos que faltan y datos que incumplen."""

from dataclasses import dataclass
from random import Random
from typing import Any

from plomada.modelo.plan import Plan


@dataclass(frozen=True, slots=True)
class Tamano:
    """Un plan por su clase, sus contenidos y sus proyectos."""

    nombre: str
    clase: str
    contenidos: int
    proyectos: int


EOT = Tamano("EOT", "EOT", 80, 20)
POT = Tamano("POT", "POT", 200, 150)
MIL = Tamano("mil proyectos", "POT", 200, 1000)
EXTREMO = Tamano("extremo", "POT", 200, 5000)


def datos_del_plan(t: Tamano) -> dict[str, Any]:
    """Devuelve el plan como lo escribiría una persona: solo texto, listas y mapas."""
    azar = Random(t.proyectos)
    n = t.proyectos
    objetivos = max(4, n // 15)
    return {
        "municipio": {"nombre": "Ficticio", "area": "5000 ha"},
        "plan": {"clase": t.clase, "tramite": "plan_nuevo", "ficticio": "si"},
        "contenidos": {f"c{i}": _contenido(azar) for i in range(t.contenidos)},
        "fines": {
            "objetivos": [
                {"id": f"O{i}", "nombre": f"Objetivo {i}"} | _tal_vez(azar, "plazo", "largo")
                for i in range(objetivos)
            ]
        },
        "medios": {
            "estrategias": [
                {"id": f"E{i}", "objetivos": [f"O{i % objetivos}"]} for i in range(objetivos * 2)
            ],
            "proyectos": [_proyecto(azar, i, objetivos) for i in range(n)],
        },
        "suelo": {
            "urbano": {"area": "400 ha"},
            "expansion": {"area": "30 ha"},
            "perimetro_urbano": {"area": "400 ha"},
            "perimetro_servicios": {"area": "410 ha", "certifica_cobertura": "si"},
        },
        "programa_ejecucion": {"entradas": [_entrada(azar, i) for i in range(n // 2)]},
        "plan_desarrollo": {
            "total_plurianual": "1000 COP de 2024",
            "programas": [{"id": f"G{i}", "recursos": "98 COP de 2024"} for i in range(10)],
        },
        "riesgo": {
            "estudios": [
                {"id": f"R{i}", "fenomeno": f, "ambito": a, "escala": "1:25000"}
                for i, (f, a) in enumerate(
                    [
                        ("inundacion", "urbano"),
                        ("inundacion", "rural"),
                        ("avenida_torrencial", "urbano"),
                        ("movimiento_en_masa", "expansion"),
                    ]
                )
            ],
            "sin_area_de_estudio": [
                {"id": "S1", "fenomeno": "avenida_torrencial", "ambito": "rural", "soporte": "D1"}
            ],
        },
        "proceso": {
            "inicio": "2023-08-01",
            "autoridad_ambiental": {"radicado": "2024-02-01", "acta": "2024-04-15"},
        },
        "determinantes": [
            {"id": f"D{i}", "nivel": str(i % 4 + 1)}
            | _tal_vez(azar, "motivo_de_no_incorporar", "No toca el municipio.")
            for i in range(12)
        ],
        "normas_urbanisticas": {
            "areas_de_actividad": [
                {
                    "id": f"A{i}",
                    "area": f"{i + 1} ha",
                    "uso_principal": "residencial",
                    "usos_prohibidos": ["minero", "industrial"] + ["residencial"] * (i % 5 == 0),
                }
                for i in range(15)
            ]
        },
        "documentos": [{"id": "D1"}],
    }


def construir(t: Tamano) -> Plan:
    """Devuelve el plan validado."""
    return Plan.model_validate(datos_del_plan(t))


def _tal_vez(azar: Random, campo: str, valor: Any) -> dict[str, Any]:  # noqa: ANN401
    """Casi siempre el dato; a veces falta y a veces se declara que no hay."""
    suerte = azar.random()
    return {} if suerte < 0.05 else {campo: {"no_hay": "no se definió"}} if suerte < 0.08 else {campo: valor}


def _contenido(azar: Random) -> dict[str, Any]:
    if azar.random() < 0.15:
        return {"estado": "no_incluido"}
    return {"estado": "incluido", "evidencia": [{"articulo": "12", "estado": "comprobada"}]}


def _proyecto(azar: Random, i: int, objetivos: int) -> dict[str, Any]:
    return (
        {
            "id": f"P{i}",
            "nombre": f"Proyecto {i}",
            "plazo": azar.choice(("corto", "mediano", "largo")),
            "componente": azar.choice(("general", "urbano", "rural")),
            "sistema": azar.choice(("ambiente", "vivienda")),
            "estrategias": [f"E{azar.randrange(objetivos * 2)}"],
            "es_de_riesgo": azar.choice(("si", "no", "no")),
        }
        | _tal_vez(azar, "costo", f"{azar.randint(50, 1000)} COP de 2024")
        | _tal_vez(azar, "localizacion", "Vereda El Centro")
        | _tal_vez(azar, "fuente_de_financiacion", "recursos propios")
    )


def _entrada(azar: Random, i: int) -> dict[str, Any]:
    monto = azar.randint(50, 500)
    return {
        "id": f"N{i}",
        "proyecto": f"P{i}",
        "anio": str(2024 + i % 4),
        "fuentes": [
            {"id": f"F{i}a", "monto": f"{monto} COP de 2024"},
            {"id": f"F{i}b", "monto": "50 COP de 2024"},
        ],
    } | _tal_vez(azar, "costo", f"{monto + azar.choice((50, 50, 70))} COP de 2024")
