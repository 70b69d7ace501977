"""Las treinta formas escritas a mano, como referencia de velocidad y segunda opinión del resultado.

Cada función recibe la variante y devuelve dos: la que decide, con la misma forma de respuesta que el código
generado (fase, valor, combinaciones malas, total), y la que dice qué datos leyó.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from plomada.evaluacion.funciones import (
    f_contenido,
    f_declara,
    f_dentro_de,
    x_contenido,
)
from plomada.evaluacion.funciones_de_cadena import f_cadena, f_sin_ciclos, x_cadena, x_sin_ciclos
from plomada.evaluacion.hechos import Hechos
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.logica import Causa, Verdad, conjuncion, disyuncion, peor, peor_entre_elementos

Malos = list[tuple[tuple[Any, ...], Verdad]]
Decision = tuple[int, Verdad, Any, int]
Decidir = Callable[[Plan, Hechos], Decision]
Datos = Callable[..., tuple[tuple[str, object], ...]]
Forma = Callable[[int], tuple[Decidir, Datos]]
EXIGE = 2
PROYECTOS, ENTRADAS, OBJETIVOS = "medios.proyectos", "programa_ejecucion.entradas", "fines.objetivos"


# -- lo común --------------------------------------------------------------------------------------


def cop(cuanto: int) -> Cantidad:
    return Cantidad(Decimal(cuanto), "COP", 2024)


def ausencia(valor: object, ruta: str) -> Causa:
    return Causa("declarado que no hay" if isinstance(valor, NoHay) else "sin describir", ruta)


def sin_elementos(lista: object, ruta: str) -> Causa | None:
    if lista is None or isinstance(lista, NoHay):
        return ausencia(lista, ruta)
    return None if lista else Causa("vacío", ruta)


def existe(valor: object, ruta: str) -> Verdad:
    if valor is None:
        return Causa("sin describir", ruta)
    return not isinstance(valor, NoHay)


def una(valor: Verdad) -> Decision:
    return (EXIGE, True, None, 1) if valor is True else (EXIGE, valor, (((), valor),), 1)


def varias(malos: Malos, total: int) -> Decision:
    if not malos:
        return EXIGE, True, None, total
    valor: Verdad = True
    for _, v in malos:
        if v is False:
            return EXIGE, False, malos, total
        assert isinstance(v, Causa)
        valor = peor_entre_elementos(valor, v)
    return EXIGE, valor, malos, total


def sin_certeza(dudas: Iterable[Verdad], ruta: str) -> Causa:
    valor: Causa | None = None
    for v in dudas:
        assert isinstance(v, Causa)
        valor = peor_entre_elementos(valor, v)
    return valor or Causa("ninguno tras el filtro", ruta)


def area_urbana(plan: Plan) -> Any:
    """El área en su unidad base, o la causa de que no se sepa."""
    urbano = plan.suelo.urbano
    if urbano is None or isinstance(urbano, NoHay):
        return ausencia(urbano, "suelo.urbano")
    area = urbano.area
    return area.base if isinstance(area, Cantidad) else ausencia(area, "suelo.urbano.area")


def dato_urbano(plan: Plan) -> tuple[str, object]:
    urbano = plan.suelo.urbano
    return "suelo.urbano.area", urbano if urbano is None or isinstance(urbano, NoHay) else urbano.area


# -- las formas ------------------------------------------------------------------------------------


def contenido(k: int) -> tuple[Decidir, Datos]:
    id_ = f"c{k}"

    def decidir(p: Plan, h: Hechos) -> Decision:
        return una(f_contenido(p, h, id_))

    return decidir, lambda p, h: ((f"contenido {id_} con evidencia", x_contenido(p, h, id_)),)


def tres_contenidos(k: int) -> tuple[Decidir, Datos]:
    ids = (f"c1{k}", f"c2{k}", f"c3{k}")

    def decidir(p: Plan, h: Hechos) -> Decision:
        valor: Verdad = True
        for id_ in ids:
            valor = conjuncion(valor, f_contenido(p, h, id_))
            if valor is False:
                break
        return una(valor)

    return decidir, lambda p, h: tuple((f"contenido {i} con evidencia", x_contenido(p, h, i)) for i in ids)


def area_tope(k: int) -> tuple[Decidir, Datos]:
    tope = Decimal(k * 100) * 10000

    def decidir(p: Plan, h: Hechos) -> Decision:
        area = area_urbana(p)
        return una(area if isinstance(area, Causa) else area <= tope)

    return decidir, lambda p, h: (dato_urbano(p),)


def perimetros(k: int) -> tuple[Decidir, Datos]:
    minimo = Decimal(k) * 10000

    def decidir(p: Plan, h: Hechos) -> Decision:
        urbano, servicios = p.suelo.perimetro_urbano, p.suelo.perimetro_servicios
        if urbano is None or isinstance(urbano, NoHay):
            return una(ausencia(urbano, "suelo.perimetro_urbano"))
        if servicios is None or isinstance(servicios, NoHay):
            cabe: Verdad = ausencia(servicios, "suelo.perimetro_servicios")
        else:
            cabe = f_dentro_de(p, h, urbano, servicios)
        if cabe is False:
            return una(False)
        area = urbano.area
        alcanza = (
            area.base > minimo
            if isinstance(area, Cantidad)
            else ausencia(area, "suelo.perimetro_urbano.area")
        )
        return una(conjuncion(cabe, alcanza))

    def datos(p: Plan, h: Hechos) -> Any:
        urbano = p.suelo.perimetro_urbano
        area = urbano if urbano is None or isinstance(urbano, NoHay) else urbano.area
        return (
            ("suelo.perimetro_urbano", urbano),
            ("suelo.perimetro_servicios", p.suelo.perimetro_servicios),
            ("suelo.perimetro_urbano.area", area),
        )

    return decidir, datos


def _datos_de_proyecto(*campos: str) -> Datos:
    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        generales = ((PROYECTOS, p.medios.proyectos),)
        if x is None:
            return generales
        return generales + tuple((f"{PROYECTOS}[{x.id}].{c}", getattr(x, c)) for c in campos)

    return datos


def costo_minimo(k: int) -> tuple[Decidir, Datos]:
    minimo = cop(k * 10)
    otro = Causa("años base distintos", f"p.costo y {minimo}")

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        for x in proyectos:
            costo = x.costo
            if not isinstance(costo, Cantidad):
                malos.append(((x,), ausencia(costo, "p.costo")))
            elif costo.anio != 2024:
                malos.append(((x,), otro))
            elif costo.base <= minimo.base:
                malos.append(((x,), False))
        return varias(malos, len(proyectos))

    return decidir, _datos_de_proyecto("costo")


def costo_tope_en_corto(k: int) -> tuple[Decidir, Datos]:
    tope = cop(900 + k * 10)
    otro = Causa("años base distintos", f"p.costo y {tope}")

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        dudas: list[Verdad] = []
        total = ciertos = 0
        for x in proyectos:
            plazo = x.plazo
            if plazo is None or isinstance(plazo, NoHay):
                dudas.append(ausencia(plazo, "p.plazo"))
            elif plazo == "corto":
                ciertos += 1
            else:
                continue
            total += 1
            costo = x.costo
            if not isinstance(costo, Cantidad):
                v: Verdad = ausencia(costo, "p.costo")
            else:
                v = costo.base <= tope.base if costo.anio == 2024 else otro
            if v is not True:
                if plazo != "corto":
                    v = dudas[-1] if v is False else peor(dudas[-1], v)
                malos.append(((x,), v))
        if not ciertos and not malos:
            return EXIGE, sin_certeza(dudas, PROYECTOS), None, total
        return varias(malos, total)

    return decidir, _datos_de_proyecto("plazo", "costo")


def ninguno_caro(k: int) -> tuple[Decidir, Datos]:
    tope = cop(900 + k * 10)
    otro = Causa("años base distintos", f"p.costo y {tope}")

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        for x in proyectos:
            costo = x.costo
            if not isinstance(costo, Cantidad):
                malos.append(((x,), ausencia(costo, "p.costo")))
            elif costo.anio != 2024:
                malos.append(((x,), otro))
            elif costo.base > tope.base:
                malos.append(((x,), False))
        return varias(malos, len(proyectos))

    return decidir, _datos_de_proyecto("costo")


def alguno_barato(k: int) -> tuple[Decidir, Datos]:
    tope = cop(k)
    otro = Causa("años base distintos", f"p.costo y {tope}")

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return una(falta)
        duda: Causa | None = None
        for x in proyectos:
            costo = x.costo
            if not isinstance(costo, Cantidad):
                duda = peor_entre_elementos(duda, ausencia(costo, "p.costo"))
            elif costo.anio != 2024:
                duda = peor_entre_elementos(duda, otro)
            elif costo.base < tope.base:
                return una(True)
        return una(False if duda is None else duda)

    return decidir, _datos_de_proyecto()


def al_menos_ambientales(k: int) -> tuple[Decidir, Datos]:
    minimo = 10 + k

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return una(falta)
        ciertos = inciertos = 0
        duda: Causa | None = None
        for x in proyectos:
            sistema = x.sistema
            if sistema is None or isinstance(sistema, NoHay):
                inciertos += 1
                duda = peor_entre_elementos(duda, ausencia(sistema, "p.sistema"))
            elif sistema == "ambiente":
                ciertos += 1
                if ciertos >= minimo:
                    return una(True)
        return una(duda if duda is not None and ciertos + inciertos >= minimo else False)

    return decidir, _datos_de_proyecto()


def _sumar(lista: Any, ruta: str, campo: str, nombre: str, texto: str) -> Cantidad | Causa:
    falta = sin_elementos(lista, ruta)
    if falta is not None:
        return falta
    duda: Causa | None = None
    total, anio = Decimal(0), 0
    for x in lista:
        monto = getattr(x, campo)
        if not isinstance(monto, Cantidad):
            duda = peor_entre_elementos(duda, ausencia(monto, nombre))
            continue
        if not anio:
            anio = monto.anio or 0
        elif anio != monto.anio:
            duda = peor_entre_elementos(duda, Causa("años base distintos", texto))
        total += monto.base
    return Cantidad(total, "COP", anio) if duda is None else duda


def suma_tope(k: int) -> tuple[Decidir, Datos]:
    tope = cop(k * 10000)
    texto = "suma de p.costo para cada p en medios.proyectos"

    def decidir(p: Plan, h: Hechos) -> Decision:
        suma = _sumar(p.medios.proyectos, PROYECTOS, "costo", "p.costo", texto)
        if isinstance(suma, Causa):
            return una(suma)
        return una(
            suma.base <= tope.base if suma.anio == 2024 else Causa("años base distintos", f"{texto} y {tope}")
        )

    def datos(p: Plan, h: Hechos) -> Any:
        suma = _sumar(p.medios.proyectos, PROYECTOS, "costo", "p.costo", texto)
        return (texto, suma), (PROYECTOS, p.medios.proyectos)

    return decidir, datos


def suma_de_recursos(k: int) -> tuple[Decidir, Datos]:
    ruta, texto = "plan_desarrollo.programas", "suma de g.recursos para cada g en plan_desarrollo.programas"
    otra = "plan_desarrollo.total_plurianual"

    def decidir(p: Plan, h: Hechos) -> Decision:
        suma = _sumar(p.plan_desarrollo.programas, ruta, "recursos", "g.recursos", texto)
        if isinstance(suma, Causa):
            return una(suma)
        total = p.plan_desarrollo.total_plurianual
        if not isinstance(total, Cantidad):
            return una(ausencia(total, otra))
        if suma.anio != total.anio:
            return una(Causa("años base distintos", f"{texto} y {otra}"))
        return una(abs(suma.base - total.base) <= abs(total.base) * k / 100)

    def datos(p: Plan, h: Hechos) -> Any:
        suma = _sumar(p.plan_desarrollo.programas, ruta, "recursos", "g.recursos", texto)
        return (texto, suma), (ruta, p.plan_desarrollo.programas), (otra, p.plan_desarrollo.total_plurianual)

    return decidir, datos


def porcentaje_localizado(k: int) -> tuple[Decidir, Datos]:
    minimo = Decimal(90 + k)
    texto = "porcentaje de p en medios.proyectos que cumplen (p.localizacion existe)"

    def calcular(p: Plan) -> Decimal | Causa:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return falta
        duda: Causa | None = None
        hay = 0
        for x in proyectos:
            donde = x.localizacion
            if donde is None:
                duda = peor_entre_elementos(duda, Causa("sin describir", "p.localizacion"))
            elif not isinstance(donde, NoHay):
                hay += 1
        return Decimal(100) * hay / len(proyectos) if duda is None else duda

    def decidir(p: Plan, h: Hechos) -> Decision:
        parte = calcular(p)
        return una(parte if isinstance(parte, Causa) else parte >= minimo)

    def datos(p: Plan, h: Hechos) -> Any:
        parte = calcular(p)
        return (texto, Cantidad(parte, "%") if isinstance(parte, Decimal) else parte), (
            PROYECTOS,
            p.medios.proyectos,
        )

    return decidir, datos


def cuenta_rurales(k: int) -> tuple[Decidir, Datos]:
    texto = "cuenta de p en medios.proyectos con (p.componente = rural)"

    def contar(p: Plan) -> int | Causa:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return falta
        duda: Causa | None = None
        cuantos = 0
        for x in proyectos:
            componente = x.componente
            if componente is None or isinstance(componente, NoHay):
                duda = peor_entre_elementos(duda, ausencia(componente, "p.componente"))
            elif componente == "rural":
                cuantos += 1
        return duda if duda is not None else cuantos or Causa("ninguno tras el filtro", PROYECTOS)

    def decidir(p: Plan, h: Hechos) -> Decision:
        cuantos = contar(p)
        return una(cuantos if isinstance(cuantos, Causa) else cuantos >= 90 + k)

    return decidir, lambda p, h: ((texto, contar(p)), (PROYECTOS, p.medios.proyectos))


def _datos_de_entrada(*campos: str, antes: Callable[[Any], tuple[Any, ...]] | None = None) -> Datos:
    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        generales = ((ENTRADAS, p.programa_ejecucion.entradas),)
        if x is None:
            return generales
        leidos = tuple((f"{ENTRADAS}[{x.id}].{c}", getattr(x, c)) for c in campos)
        return generales + (antes(x) if antes else ()) + leidos

    return datos


def entradas_con_fuente(k: int) -> tuple[Decidir, Datos]:
    minimo = cop(k)
    otro = Causa("años base distintos", f"f.monto y {minimo}")

    def alguna_fuente(fuentes: Any) -> Verdad:
        falta = sin_elementos(fuentes, "e.fuentes")
        if falta is not None:
            return falta
        duda: Causa | None = None
        for f in fuentes:
            monto = f.monto
            if not isinstance(monto, Cantidad):
                duda = peor_entre_elementos(duda, ausencia(monto, "f.monto"))
            elif monto.anio != 2024:
                duda = peor_entre_elementos(duda, otro)
            elif monto.base > minimo.base:
                return True
        return False if duda is None else duda

    def decidir(p: Plan, h: Hechos) -> Decision:
        entradas = p.programa_ejecucion.entradas
        falta = sin_elementos(entradas, ENTRADAS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        for x in entradas:
            v = existe(x.costo, "e.costo")
            if v is not False:
                v = conjuncion(v, alguna_fuente(x.fuentes))
            if v is not True:
                malos.append(((x,), v))
        return varias(malos, len(entradas))

    return decidir, _datos_de_entrada("costo", "fuentes")


def fuentes_cubren(k: int) -> tuple[Decidir, Datos]:
    texto = "suma de f.monto para cada f en e.fuentes"
    otro = Causa("años base distintos", f"{texto} y e.costo")

    def juzgar(x: Any) -> Verdad:
        suma = _sumar(x.fuentes, "e.fuentes", "monto", "f.monto", texto)
        if isinstance(suma, Causa):
            return suma
        costo = x.costo
        if not isinstance(costo, Cantidad):
            return ausencia(costo, "e.costo")
        return abs(suma.base - costo.base) <= abs(costo.base) * k / 100 if suma.anio == costo.anio else otro

    def decidir(p: Plan, h: Hechos) -> Decision:
        entradas = p.programa_ejecucion.entradas
        falta = sin_elementos(entradas, ENTRADAS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = [((x,), v) for x in entradas if (v := juzgar(x)) is not True]
        return varias(malos, len(entradas))

    def suma_de(x: Any) -> tuple[Any, ...]:
        return ((texto, _sumar(x.fuentes, "e.fuentes", "monto", "f.monto", texto)),)

    return decidir, _datos_de_entrada("fuentes", "costo", antes=suma_de)


def proyecto_de_corto(k: int) -> tuple[Decidir, Datos]:
    anio = 2020 + k

    def juzgar(x: Any, proyectos: Any) -> Verdad:
        de_corto: Verdad
        id_ = x.proyecto
        if id_ is None or isinstance(id_, NoHay):
            de_corto = ausencia(id_, "e.proyecto")
        else:
            proyecto = proyectos.get(id_)
            if proyecto is None:
                de_corto = Causa("sin describir", "e.proyecto")
            else:
                plazo = proyecto.plazo
                de_corto = (
                    ausencia(plazo, "e.proyecto.plazo")
                    if plazo is None or isinstance(plazo, NoHay)
                    else plazo == "corto"
                )
        if de_corto is True:
            return True
        despues = x.anio
        return disyuncion(
            de_corto, despues > anio if isinstance(despues, int) else ausencia(despues, "e.anio")
        )

    def decidir(p: Plan, h: Hechos) -> Decision:
        entradas = p.programa_ejecucion.entradas
        falta = sin_elementos(entradas, ENTRADAS)
        if falta is not None:
            return EXIGE, falta, None, 0
        proyectos = h.indice("proyecto")
        malos: Malos = [((x,), v) for x in entradas if (v := juzgar(x, proyectos)) is not True]
        return varias(malos, len(entradas))

    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        generales = ((ENTRADAS, p.programa_ejecucion.entradas),)
        if x is None:
            return generales
        plazo = x.proyecto
        if plazo is not None and not isinstance(plazo, NoHay):
            proyecto: Any = h.indice("proyecto").get(plazo)
            plazo = proyecto if proyecto is None else proyecto.plazo
        base = f"{ENTRADAS}[{x.id}]"
        return (*generales, (f"{base}.proyecto.plazo", plazo), (f"{base}.anio", x.anio))

    return decidir, datos


def objetivos_concretos(k: int) -> tuple[Decidir, Datos]:
    minimo = 10 + k
    texto = f"ob se concreta en al menos {minimo} proyecto"

    def decidir(p: Plan, h: Hechos) -> Decision:
        objetivos = p.fines.objetivos
        falta = sin_elementos(objetivos, OBJETIVOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        for x in objetivos:
            v = f_cadena(p, h, x, "objetivo", "proyecto", (), False, minimo)
            if v is not True:
                malos.append(((x,), v))
        return varias(malos, len(objetivos))

    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        generales = ((OBJETIVOS, p.fines.objetivos),)
        if x is None:
            return generales
        return (*generales, (texto, x_cadena(p, h, x, "objetivo", "proyecto", (), False, minimo)))

    return decidir, datos


def proyectos_con_fin(k: int) -> tuple[Decidir, Datos]:
    minimo = cop(k)
    otro = Causa("años base distintos", f"p.costo y {minimo}")

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        for x in proyectos:
            v = f_cadena(p, h, x, "proyecto", "objetivo", (), False, 1)
            if v is not False:
                costo = x.costo
                if not isinstance(costo, Cantidad):
                    v = conjuncion(v, ausencia(costo, "p.costo"))
                else:
                    v = conjuncion(v, costo.base > minimo.base if costo.anio == 2024 else otro)
            if v is not True:
                malos.append(((x,), v))
        return varias(malos, len(proyectos))

    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        generales = ((PROYECTOS, p.medios.proyectos),)
        if x is None:
            return generales
        llega = x_cadena(p, h, x, "proyecto", "objetivo", (), False, 1)
        return (
            *generales,
            ("p llega hasta al menos 1 objetivo", llega),
            (f"{PROYECTOS}[{x.id}].costo", x.costo),
        )

    return decidir, datos


def sin_ciclos(k: int) -> tuple[Decidir, Datos]:
    minimo = Decimal(k) * 10000

    def decidir(p: Plan, h: Hechos) -> Decision:
        v = f_sin_ciclos(p, h)
        if v is False:
            return una(v)
        area = area_urbana(p)
        return una(conjuncion(v, area if isinstance(area, Causa) else area > minimo))

    return decidir, lambda p, h: (("cadena sin ciclos", x_sin_ciclos(p, h)), dato_urbano(p))


def _fecha_de_concertacion(p: Plan, campo: str) -> Any:
    """La fecha, o la causa de que no se sepa."""
    aa = p.proceso.autoridad_ambiental
    if aa is None or isinstance(aa, NoHay):
        return ausencia(aa, "proceso.autoridad_ambiental")
    fecha = getattr(aa, campo)
    return (
        ausencia(fecha, f"proceso.autoridad_ambiental.{campo}")
        if fecha is None or isinstance(fecha, NoHay)
        else fecha
    )


def _leer_concertacion(p: Plan, campo: str) -> object:
    aa = p.proceso.autoridad_ambiental
    return aa if aa is None or isinstance(aa, NoHay) else getattr(aa, campo)


def plazo_habil(k: int) -> tuple[Decidir, Datos]:
    tope = k * 10
    r, a = "proceso.autoridad_ambiental.radicado", "proceso.autoridad_ambiental.acta"

    def contar(p: Plan, h: Hechos) -> int | Causa:
        radicado, acta = _fecha_de_concertacion(p, "radicado"), _fecha_de_concertacion(p, "acta")
        if isinstance(radicado, Causa):
            return radicado
        return acta if isinstance(acta, Causa) else h.dias_habiles(radicado, acta)

    def decidir(p: Plan, h: Hechos) -> Decision:
        radicado = _fecha_de_concertacion(p, "radicado")
        if isinstance(radicado, Causa):
            if radicado.es_ausencia_declarada:
                return 0, Causa("condición falsa", "", f"{r} existe"), None, 0
            return 0, radicado, None, 0
        dias = contar(p, h)
        return una(dias if isinstance(dias, Causa) else dias <= tope)

    def datos(p: Plan, h: Hechos) -> Any:
        dias = contar(p, h)
        medido = dias if isinstance(dias, Causa) else Cantidad(Decimal(dias), "días hábiles")
        return (
            (r, _leer_concertacion(p, "radicado")),
            (f"días hábiles entre {r} y {a}", medido),
            (a, _leer_concertacion(p, "acta")),
        )

    return decidir, datos


def plazo_de_parametro(k: int) -> tuple[Decidir, Datos]:
    id_, r = f"plazo-{k}", "proceso.autoridad_ambiental.radicado"

    def contar(p: Plan, h: Hechos) -> int | Causa:
        inicio, radicado = p.proceso.inicio, _fecha_de_concertacion(p, "radicado")
        if inicio is None or isinstance(inicio, NoHay):
            return ausencia(inicio, "proceso.inicio")
        return radicado if isinstance(radicado, Causa) else h.dias_calendario(inicio, radicado)

    def tope(p: Plan, h: Hechos) -> Any:
        radicado = _fecha_de_concertacion(p, "radicado")
        return radicado if isinstance(radicado, Causa) else h.parametro(id_, None, radicado)

    def decidir(p: Plan, h: Hechos) -> Decision:
        dias = contar(p, h)
        if isinstance(dias, Causa):
            return una(dias)
        maximo = tope(p, h)
        return una(maximo if isinstance(maximo, Causa) else dias <= maximo)

    def medir(dias: Any) -> object:
        return dias if isinstance(dias, Causa) else Cantidad(Decimal(dias), "días calendario")

    def datos(p: Plan, h: Hechos) -> Any:
        return (
            (f"días calendario entre proceso.inicio y {r}", medir(contar(p, h))),
            ("proceso.inicio", p.proceso.inicio),
            (r, _leer_concertacion(p, "radicado")),
            (f"parámetro {id_} en {r}", medir(tope(p, h))),
        )

    return decidir, datos


def estudios_basicos(k: int) -> tuple[Decidir, Datos]:
    tope = Decimal(k * 10000 + 5000)
    fenomenos = ("inundacion", "avenida_torrencial", "movimiento_en_masa")
    exceptuada = Causa("excepción", "riesgo declara sin_area_de_estudio para fenomeno, ambito", "hay soporte")
    ruta = "riesgo.estudios"

    def coincide(estudio: Any, fenomeno: str, ambito: str) -> Verdad:
        suyo = estudio.fenomeno
        v: Verdad = (
            ausencia(suyo, "est.fenomeno") if suyo is None or isinstance(suyo, NoHay) else suyo == fenomeno
        )
        if v is False:
            return False
        donde = estudio.ambito
        return conjuncion(
            v, ausencia(donde, "est.ambito") if donde is None or isinstance(donde, NoHay) else donde == ambito
        )

    def algun_estudio(estudios: Any, fenomeno: str, ambito: str) -> Verdad:
        falta = sin_elementos(estudios, ruta)
        if falta is not None:
            return falta
        duda: Causa | None = None
        dudas: list[Verdad] = []
        ciertos = 0
        for x in estudios:
            filtro = coincide(x, fenomeno, ambito)
            if filtro is False:
                continue
            escala = x.escala
            v: Verdad = (
                escala.base <= tope if isinstance(escala, Cantidad) else ausencia(escala, "est.escala")
            )
            if filtro is True:
                ciertos += 1
            else:
                dudas.append(filtro)
                v = False if v is False else filtro if v is True else peor(filtro, v)
            if v is True:
                return True
            if isinstance(v, Causa):
                duda = peor_entre_elementos(duda, v)
        if duda is None and not ciertos:
            return sin_certeza(dudas, ruta)
        return False if duda is None else duda

    def decidir(p: Plan, h: Hechos) -> Decision:
        riesgo, malos, total, fuera = p.riesgo, [], 0, False
        hay_expansion = existe(p.suelo.expansion, "suelo.expansion")
        ambitos = [
            ("urbano", True),
            *([("expansion", hay_expansion)] if hay_expansion is not False else []),
            ("rural", True),
        ]
        declaradas = riesgo.sin_area_de_estudio
        for fenomeno in fenomenos:
            for ambito, incluido in ambitos:
                if isinstance(declaradas, tuple):
                    excepcion = f_declara(p, h, declaradas, fenomeno, ambito, ("fenomeno", "ambito"))
                    if excepcion is True:
                        fuera = True
                        continue
                    if excepcion is not False:
                        malos.append(
                            ((fenomeno, ambito), excepcion if incluido is True else peor(incluido, excepcion))
                        )
                        continue
                total += 1
                v = algun_estudio(riesgo.estudios, fenomeno, ambito)
                if v is not True:
                    if incluido is not True:
                        v = incluido if v is False else peor(incluido, v)
                    malos.append(((fenomeno, ambito), v))
        if fuera and not total and not malos:
            return 1, exceptuada, None, 0
        return varias(malos, total)

    def datos(p: Plan, h: Hechos, *cual: str) -> Any:
        return (
            ("suelo.expansion", p.suelo.expansion),
            (ruta, p.riesgo.estudios),
            ("riesgo.sin_area_de_estudio", p.riesgo.sin_area_de_estudio),
        )

    return decidir, datos


def objetivos_con_plazo(k: int) -> tuple[Decidir, Datos]:
    minimo = Decimal(k) * 10000
    fuera = Causa("condición falsa", "", "plan.tramite es uno de {plan_nuevo, revision_general}")

    def decidir(p: Plan, h: Hechos) -> Decision:
        if p.plan.tramite not in {"plan_nuevo", "revision_general"}:
            return 0, fuera, None, 0
        objetivos = p.fines.objetivos
        falta = sin_elementos(objetivos, OBJETIVOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        area = area_urbana(p)
        alcanza = area if isinstance(area, Causa) else area > minimo
        malos: Malos = []
        for x in objetivos:
            v = conjuncion(existe(x.plazo, "ob.plazo"), alcanza)
            if v is not True:
                malos.append(((x,), v))
        return varias(malos, len(objetivos))

    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        propios = () if x is None else ((f"{OBJETIVOS}[{x.id}].plazo", x.plazo),)
        return (("plan.tramite", p.plan.tramite), (OBJETIVOS, p.fines.objetivos), *propios, dato_urbano(p))

    return decidir, datos


def costo_menor(k: int) -> tuple[Decidir, Datos]:
    minimo = cop(k * 100)
    texto = "mínimo de p.costo para cada p en medios.proyectos"

    def calcular(p: Plan) -> Cantidad | Causa:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return falta
        duda: Causa | None = None
        menor: Cantidad | None = None
        for x in proyectos:
            costo = x.costo
            if not isinstance(costo, Cantidad):
                duda = peor_entre_elementos(duda, ausencia(costo, "p.costo"))
            elif menor is not None and menor.anio != costo.anio:
                duda = peor_entre_elementos(duda, Causa("años base distintos", texto))
            elif menor is None or costo.base < menor.base:
                menor = costo
        if duda is not None:
            return duda
        assert menor is not None
        return Cantidad(menor.base, "COP", menor.anio)

    def decidir(p: Plan, h: Hechos) -> Decision:
        menor = calcular(p)
        if isinstance(menor, Causa):
            return una(menor)
        return una(
            menor.base >= minimo.base
            if menor.anio == 2024
            else Causa("años base distintos", f"{texto} y {minimo}")
        )

    return decidir, lambda p, h: ((texto, calcular(p)), (PROYECTOS, p.medios.proyectos))


def ultimo_anio(k: int) -> tuple[Decidir, Datos]:
    texto = "máximo de e.anio para cada e en programa_ejecucion.entradas"

    def calcular(p: Plan) -> int | Causa:
        entradas = p.programa_ejecucion.entradas
        falta = sin_elementos(entradas, ENTRADAS)
        if falta is not None:
            return falta
        duda: Causa | None = None
        mayor = 0
        for x in entradas:
            anio = x.anio
            if anio is None or isinstance(anio, NoHay):
                duda = peor_entre_elementos(duda, ausencia(anio, "e.anio"))
            elif anio > mayor:
                mayor = anio
        return mayor if duda is None else duda

    def decidir(p: Plan, h: Hechos) -> Decision:
        mayor = calcular(p)
        return una(mayor if isinstance(mayor, Causa) else mayor <= 2020 + k)

    return decidir, lambda p, h: ((texto, calcular(p)), (ENTRADAS, p.programa_ejecucion.entradas))


def determinantes(k: int) -> tuple[Decidir, Datos]:
    def juzgar(x: Any) -> Verdad:
        acogida = x.incorporada_en
        v: Verdad = (
            Causa("vacío", "d.incorporada_en") if acogida == () else existe(acogida, "d.incorporada_en")
        )
        if v is True:
            return True
        v = disyuncion(v, existe(x.motivo_de_no_incorporar, "d.motivo_de_no_incorporar"))
        if v is True:
            return True
        nivel = x.nivel
        return disyuncion(v, nivel > k if isinstance(nivel, int) else ausencia(nivel, "d.nivel"))

    def decidir(p: Plan, h: Hechos) -> Decision:
        falta = sin_elementos(p.determinantes, "determinantes")
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = [((x,), v) for x in p.determinantes if (v := juzgar(x)) is not True]  # type: ignore[union-attr]
        return varias(malos, len(p.determinantes))  # type: ignore[arg-type]

    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        generales = (("determinantes", p.determinantes),)
        if x is None:
            return generales
        campos = ("incorporada_en", "motivo_de_no_incorporar", "nivel")
        return generales + tuple((f"determinantes[{x.id}].{c}", getattr(x, c)) for c in campos)

    return decidir, datos


def usos_prohibidos(k: int) -> tuple[Decidir, Datos]:
    ruta, minimo = "normas_urbanisticas.areas_de_actividad", Decimal(k) * 10000

    def ninguno_es_el_principal(x: Any) -> Verdad:
        falta = sin_elementos(x.usos_prohibidos, "ar.usos_prohibidos")
        if falta is not None:
            return falta
        principal = x.uso_principal
        if principal is None or isinstance(principal, NoHay):
            return ausencia(principal, "ar.uso_principal")
        return principal not in x.usos_prohibidos

    def juzgar(x: Any) -> Verdad:
        v = ninguno_es_el_principal(x)
        if v is False:
            return False
        area = x.area
        return conjuncion(v, area.base > minimo if isinstance(area, Cantidad) else ausencia(area, "ar.area"))

    def decidir(p: Plan, h: Hechos) -> Decision:
        areas = p.normas_urbanisticas.areas_de_actividad
        falta = sin_elementos(areas, ruta)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = [((x,), v) for x in areas if (v := juzgar(x)) is not True]
        return varias(malos, len(areas))

    def datos(p: Plan, h: Hechos, x: Any = None) -> Any:
        generales = ((ruta, p.normas_urbanisticas.areas_de_actividad),)
        if x is None:
            return generales
        campos = ("usos_prohibidos", "uso_principal", "area")
        return generales + tuple((f"{ruta}[{x.id}].{c}", getattr(x, c)) for c in campos)

    return decidir, datos


def salvo_los_de_riesgo(k: int) -> tuple[Decidir, Datos]:
    minimo = cop(900 + k * 10)
    otro = Causa("años base distintos", f"p.costo y {minimo}")
    exceptuada = Causa("excepción", "p.es_de_riesgo", "es de riesgo")

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        total, fuera = 0, False
        for x in proyectos:
            de_riesgo = x.es_de_riesgo
            if de_riesgo is True:
                fuera = True
                continue
            if de_riesgo is None:
                malos.append(((x,), Causa("sin describir", "p.es_de_riesgo")))
                continue
            if isinstance(de_riesgo, NoHay):
                malos.append(
                    ((x,), Causa("no demostrable", "p.es_de_riesgo", "no se sabe si vale la excepción"))
                )
                continue
            total += 1
            costo = x.costo
            if not isinstance(costo, Cantidad):
                malos.append(((x,), ausencia(costo, "p.costo")))
            elif costo.anio != 2024:
                malos.append(((x,), otro))
            elif costo.base < minimo.base:
                malos.append(((x,), False))
        if fuera and not total and not malos:
            return 1, exceptuada, None, 0
        return varias(malos, total)

    return decidir, _datos_de_proyecto("costo", "es_de_riesgo")


def suelo_nuevo(k: int) -> tuple[Decidir, Datos]:
    suma, producto = "suelo.urbano.area + suelo.expansion.area", f"municipio.area * {k} %"

    def sumar(p: Plan) -> Any:
        urbano = area_urbana(p)
        if isinstance(urbano, Causa):
            return urbano
        expansion = p.suelo.expansion
        if expansion is None or isinstance(expansion, NoHay):
            return ausencia(expansion, "suelo.expansion")
        area = expansion.area
        return urbano + area.base if isinstance(area, Cantidad) else ausencia(area, "suelo.expansion.area")

    def limite(p: Plan) -> Any:
        area = p.municipio.area
        return (
            area.base * k * Decimal("0.01")
            if isinstance(area, Cantidad)
            else ausencia(area, "municipio.area")
        )

    def decidir(p: Plan, h: Hechos) -> Decision:
        total = sumar(p)
        if isinstance(total, Causa):
            return una(total)
        tope = limite(p)
        return una(tope if isinstance(tope, Causa) else total <= tope)

    def medir(area: Any) -> object:
        if isinstance(area, Causa):
            return area
        return (
            Cantidad(area / 10_000, "ha")
            if area % 10_000 == 0 or abs(area) >= 10_000
            else Cantidad(area, "m2")
        )

    def datos(p: Plan, h: Hechos) -> Any:
        expansion = p.suelo.expansion
        nueva = expansion if expansion is None or isinstance(expansion, NoHay) else expansion.area
        return (
            (suma, medir(sumar(p))),
            dato_urbano(p),
            ("suelo.expansion.area", nueva),
            (producto, medir(limite(p))),
            ("municipio.area", p.municipio.area),
        )

    return decidir, datos


def ficha_completa(k: int) -> tuple[Decidir, Datos]:
    minimo = cop(k)
    otro = Causa("años base distintos", f"p.costo y {minimo}")

    def juzgar(x: Any) -> Verdad:
        v = existe(x.localizacion, "p.localizacion")
        if v is False:
            return False
        v = conjuncion(v, existe(x.fuente_de_financiacion, "p.fuente_de_financiacion"))
        if v is False:
            return False
        costo = x.costo
        if not isinstance(costo, Cantidad):
            return conjuncion(v, ausencia(costo, "p.costo"))
        return conjuncion(v, costo.base > minimo.base if costo.anio == 2024 else otro)

    def decidir(p: Plan, h: Hechos) -> Decision:
        proyectos = p.medios.proyectos
        falta = sin_elementos(proyectos, PROYECTOS)
        if falta is not None:
            return EXIGE, falta, None, 0
        malos: Malos = []
        dudas: list[Verdad] = []
        total = ciertos = 0
        for x in proyectos:
            componente = x.componente
            if componente is None or isinstance(componente, NoHay):
                filtro: Verdad = ausencia(componente, "p.componente")
                dudas.append(filtro)
            elif componente in {"urbano", "rural"}:
                filtro = True
                ciertos += 1
            else:
                continue
            total += 1
            v = juzgar(x)
            if v is not True:
                if filtro is not True:
                    v = filtro if v is False else peor(filtro, v)
                malos.append(((x,), v))
        if not ciertos and not malos:
            return EXIGE, sin_certeza(dudas, PROYECTOS), None, total
        return varias(malos, total)

    return decidir, _datos_de_proyecto("componente", "localizacion", "fuente_de_financiacion", "costo")


A_MANO: tuple[Forma, ...] = (
    contenido,
    tres_contenidos,
    area_tope,
    perimetros,
    costo_minimo,
    costo_tope_en_corto,
    ninguno_caro,
    alguno_barato,
    al_menos_ambientales,
    suma_tope,
    suma_de_recursos,
    porcentaje_localizado,
    cuenta_rurales,
    entradas_con_fuente,
    fuentes_cubren,
    proyecto_de_corto,
    objetivos_concretos,
    proyectos_con_fin,
    sin_ciclos,
    plazo_habil,
    plazo_de_parametro,
    estudios_basicos,
    objetivos_con_plazo,
    costo_menor,
    ultimo_anio,
    determinantes,
    usos_prohibidos,
    salvo_los_de_riesgo,
    suelo_nuevo,
    ficha_completa,
)
