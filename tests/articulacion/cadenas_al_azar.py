"""Planes con la cadena completa, generados al azar, y maneras de romper lo que sostiene un elemento."""

from typing import Any

from hypothesis import strategies as st

from plomada.modelo.plan import Plan

Datos = dict[str, Any]
LISTAS = {
    "objetivo": ("fines", "objetivos"),
    "estrategia": ("medios", "estrategias"),
    "decision": ("medios", "decisiones"),
    "programa": ("medios", "programas"),
    "proyecto": ("medios", "proyectos"),
}
# Los campos con que cada nivel cita a sus fines.
HACIA_FINES = {
    "objetivo": ("vision", "superior"),
    "estrategia": ("objetivos",),
    "decision": ("objetivos", "estrategias"),
    "programa": ("objetivos", "estrategias"),
    "proyecto": ("programa", "estrategias", "objetivos", "decisiones"),
}
# Los campos con que otros niveles citan a cada uno.
DESDE_MEDIOS = {
    "objetivo": ("objetivos", "superior"),
    "estrategia": ("estrategias",),
    "decision": ("decisiones",),
    "programa": ("programa",),
}


def elementos(datos: Datos, nivel: str) -> list[Datos]:
    bloque, campo = LISTAS[nivel]
    hallados: list[Datos] = datos[bloque][campo]
    return hallados


def a_plan(datos: Datos) -> Plan:
    return Plan.model_validate(datos)


@st.composite
def cadenas(sacar: st.DrawFn) -> Datos:
    """Un plan donde todo llega a un fin y todo fin se concreta en un proyecto."""

    def ids(letra: str, cuantos: int) -> list[str]:
        return [f"{letra}{i}" for i in range(1, cuantos + 1)]

    def algunos(de: list[str], i: int) -> list[str]:
        """Uno fijo por turno, para que a todos les toque, y otros al azar."""
        otros = sacar(st.lists(st.sampled_from(de), max_size=2, unique=True))
        return list(dict.fromkeys([de[i % len(de)], *otros]))

    objetivos = ids("O", sacar(st.integers(1, 3)))
    estrategias = ids("E", sacar(st.integers(len(objetivos), 4)))
    decisiones = ids("D", sacar(st.integers(1, 3)))
    programas = ids("G", sacar(st.integers(1, 2)))
    proyectos = ids("P", max(len(estrategias), len(decisiones), len(programas)) + sacar(st.integers(0, 2)))
    return {
        "plan": {"clase": "POT", "tramite": "plan_nuevo"},
        "fines": {
            "vision": {"id": "V1", "texto": "En 2040"},
            "objetivos": [{"id": o, "vision": "V1"} for o in objetivos],
        },
        "medios": {
            "estrategias": [{"id": e, "objetivos": algunos(objetivos, i)} for i, e in enumerate(estrategias)],
            "decisiones": [
                {"id": d, "estrategias": algunos(estrategias, i), "articulo": {"no_hay": "va por proyecto"}}
                for i, d in enumerate(decisiones)
            ],
            "programas": [{"id": g, "estrategias": algunos(estrategias, i)} for i, g in enumerate(programas)],
            "proyectos": [
                {
                    "id": p,
                    "programa": programas[i % len(programas)],
                    "estrategias": algunos(estrategias, i),
                    "decisiones": algunos(decisiones, i),
                }
                for i, p in enumerate(proyectos)
            ],
        },
    }


def dejar_sin_fines(datos: Datos, nivel: str, id_: str, con_enlace_roto: bool) -> None:
    """Le quita al elemento lo que cita hacia arriba; si se pide, cita en su lugar lo que no existe."""
    for e in elementos(datos, nivel):
        if e["id"] == id_:
            for campo in HACIA_FINES[nivel]:
                if campo in e:
                    era_lista = isinstance(e[campo], list)
                    e[campo] = (
                        (["ZZ9"] if era_lista else "ZZ9") if con_enlace_roto else [] if era_lista else None
                    )


def dejar_sin_medios(datos: Datos, nivel: str, id_: str, con_enlace_roto: bool) -> None:
    """Hace que nadie cite al elemento; si se pide, quienes lo citaban citan lo que no existe."""
    for abajo in LISTAS:
        for e in elementos(datos, abajo):
            for campo in set(DESDE_MEDIOS.get(nivel, ())) & set(HACIA_FINES[abajo]) & e.keys():
                if e[campo] == id_:
                    e[campo] = "ZZ9" if con_enlace_roto else None
                elif isinstance(e[campo], list) and id_ in e[campo]:
                    e[campo] = [x for x in e[campo] if x != id_] + (["ZZ9"] if con_enlace_roto else [])


def revolver(datos: Datos, azar: Any) -> Datos:
    """El mismo plan con todas sus listas en otro orden."""
    revuelto: Datos = {}
    for clave, valor in datos.items():
        if isinstance(valor, dict):
            revuelto[clave] = revolver(valor, azar)
        elif isinstance(valor, list):
            copia = [revolver(x, azar) if isinstance(x, dict) else x for x in valor]
            azar.shuffle(copia)
            revuelto[clave] = copia
        else:
            revuelto[clave] = valor
    return revuelto
