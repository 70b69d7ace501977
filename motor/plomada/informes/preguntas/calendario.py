"""El calendario del trámite: qué venció, qué corre y qué falta, con la norma que fija cada término."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from plomada.evaluacion.calendario import EstadoDePlazo, Plazo
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.tablas import Tabla
from plomada.normativa.registro import Registro
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista

_ESTILOS: dict[EstadoDePlazo, Estilo] = {
    EstadoDePlazo.VENCIDO: "falla",
    EstadoDePlazo.TARDE: "aviso",
    EstadoDePlazo.ANTES: "falla",
    EstadoDePlazo.CORRE: "aviso",
    EstadoDePlazo.SUSPENDIDO: "aviso",
    EstadoDePlazo.CUMPLIDO: "bien",
}
_OBLIGADOS = {
    "municipio": "el municipio",
    "alcalde": "el alcalde",
    "concejo": "el concejo",
    "autoridad_ambiental": "la autoridad ambiental",
    "consejo_territorial_de_planeacion": "el consejo territorial de planeación",
    "nacion": "la Nación",
    "emisor": "quien expide la determinante",
}


class PlazoInformado(Parte):
    """Un término del trámite con sus fechas y lo que significa."""

    termino: str
    titulo: str
    estado: EstadoDePlazo
    frase: str
    empieza: str
    vence: str
    ocurrio: str
    dura: str
    norma: str
    requisitos: tuple[str, ...]
    obligado: str
    al_vencer: str
    dudas: str


class Calendario(Parte):
    """Los términos del trámite vistos un día."""

    plan: str
    fecha: str
    cuentas: dict[str, int]
    plazos: tuple[PlazoInformado, ...]

    def a_json(self) -> str:
        """Devuelve el calendario en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por término."""
        columnas = (
            "término", "estado", "empieza", "vence", "ocurrió", "dura", "norma", "obligado",
            "qué pasa al vencer", "explicación", "dudas",
        )  # fmt: skip
        return Tabla(columnas, tuple(_celdas(p) for p in self.plazos))

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones, en el orden del trámite."""
        cuando = escribir_fecha(date.fromisoformat(self.fecha))
        yield from parrafo(
            f"Calendario del trámite de {self.plan}, visto el {cuando}", ancho, estilo="titulo"
        )
        partes = [f"{estado}: {n}" for estado, n in self.cuentas.items() if n]
        yield from parrafo(f"{'; '.join(partes).capitalize()}.", ancho)
        for p in self.plazos:
            yield VACIO
            yield from parrafo(f"{p.titulo}: {p.estado}", ancho, estilo=_ESTILOS.get(p.estado, "tenue"))
            for texto in (p.frase, p.norma and f"Dura {p.dura} ({p.norma}).", f"Responde {p.obligado}."):
                if texto:
                    yield from parrafo(texto, ancho, 4)
            if p.estado in {EstadoDePlazo.VENCIDO, EstadoDePlazo.CORRE, EstadoDePlazo.TARDE}:
                yield from parrafo(p.al_vencer, ancho, 4)
            if p.dudas and p.estado is not EstadoDePlazo.NO_APLICA:
                yield from parrafo(f"Dudas: {p.dudas}", ancho, 4, estilo="tenue")


def _celdas(p: PlazoInformado) -> tuple[str, ...]:
    return (
        p.titulo, str(p.estado), p.empieza, p.vence, p.ocurrio, p.dura, p.norma, p.obligado, p.al_vencer,
        p.frase, p.dudas,
    )  # fmt: skip


def armar_calendario(plazos: Iterable[Plazo], registro: Registro, plan: str, hoy: date) -> Calendario:
    """Devuelve el calendario con cada término explicado."""
    informados = tuple(_informar(p, registro, hoy) for p in plazos)
    cuentas = Counter({e: 0 for e in EstadoDePlazo})
    cuentas.update(p.estado for p in informados)
    return Calendario(
        plan=plan,
        fecha=hoy.isoformat(),
        cuentas={str(e): n for e, n in cuentas.items()},
        plazos=informados,
    )


def _informar(p: Plazo, registro: Registro, hoy: date) -> PlazoInformado:
    return PlazoInformado(
        termino=p.termino.id,
        titulo=p.termino.titulo,
        estado=p.estado,
        frase=_frase(p, hoy),
        empieza=p.empieza.isoformat() if p.empieza else "",
        vence=p.vence.isoformat() if p.vence else "",
        ocurrio=p.ocurrio.isoformat() if p.ocurrio else "",
        dura=_duracion(p),
        norma=registro.citar(p.valor.cita) if p.valor else "",
        requisitos=p.termino.requisitos,
        obligado=en_lista([_OBLIGADOS[o] for o in p.termino.obligado]),
        al_vencer=p.termino.al_vencer,
        dudas=p.valor.dudas if p.valor else "",
    )


def _duracion(p: Plazo) -> str:
    texto = getattr(p.valor.valor if p.valor else None, "a_texto", None)
    return str(texto()) if texto else ""


def _frase(p: Plazo, hoy: date) -> str:
    """Devuelve en una frase desde cuándo corre, cuándo vence y qué pasó."""
    if p.motivo and p.vence is None:
        return p.motivo[0].upper() + p.motivo[1:] + "."
    assert p.empieza is not None and p.vence is not None
    desde, vence = escribir_fecha(p.empieza), escribir_fecha(p.vence)
    if p.termino.clase == "ventana":
        base = f"Se abre el {vence} y cierra el {desde}."
    elif p.termino.clase == "espera":
        base = f"Desde el {desde} hay que esperar al {vence}."
    else:
        base = f"Corre desde el {desde} y vence el {vence}."
    if p.ocurrio is not None:
        return f"{base} Se cumplió el {escribir_fecha(p.ocurrio)}."
    if p.motivo:
        return f"{base} {p.motivo[0].upper()}{p.motivo[1:]}."
    return f"{base} {_cuanto_falta(p, hoy)}".rstrip()


def _cuanto_falta(p: Plazo, hoy: date) -> str:
    if p.estado is EstadoDePlazo.SUSPENDIDO:
        return "Hay un requerimiento sin responder: el término no corre y la fecha se moverá."
    limite = p.empieza if p.termino.clase == "ventana" else p.vence
    assert limite is not None
    dias = (limite - hoy).days
    cuantos = f"{abs(dias)} día{'' if abs(dias) == 1 else 's'} de calendario"
    if p.termino.clase == "espera":
        return "" if dias <= 0 else f"Faltan {cuantos}."
    return f"Faltan {cuantos}." if dias >= 0 else f"Venció hace {cuantos}."
