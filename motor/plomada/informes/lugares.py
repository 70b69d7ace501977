"""Nombra los lugares sin decir en qué máquina están."""

import re

_ABSOLUTO = re.compile(r"^(?:[A-Za-z]:[\\/]|[\\/])")


def nombrar_lugar(lugar: str) -> str:
    """Devuelve el lugar sin la carpeta de la máquina; uno relativo queda igual.

    >>> nombrar_lugar("/home/ana/entrega/plan.yaml:3:1")
    'plan.yaml:3:1'
    >>> nombrar_lugar("entrega/plan.yaml:3:1")
    'entrega/plan.yaml:3:1'
    """
    return re.split(r"[\\/]", lugar)[-1] if _ABSOLUTO.match(lugar) else lugar
