"""Comprueba los tipos y las unidades de una expresión y la traduce al núcleo.

Entra: Expresion y Ambito. Sale: Condicion o Valor del núcleo, y todo lo hallado.
No hace: leer el plan ni buscar valores de parámetros. Nada se convierte en silencio.
Invariante: si no hay diagnósticos, `compilador` no puede fallar.
"""

from dataclasses import dataclass, field

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import nucleo as n
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.comprobacion.cadenas import preguntar_por_la_cadena
from plomada.lenguaje.comprobacion.comparaciones import comparar, elegir_constante
from plomada.lenguaje.comprobacion.operaciones import operar
from plomada.lenguaje.comprobacion.resolucion import Ambito, nombres_visibles, resolver
from plomada.lenguaje.escritura import escribir
from plomada.lenguaje.esquema import Esquema
from plomada.lenguaje.tipos import (
    NUMERO,
    PORCENTAJE,
    Dia,
    ListaDe,
    Logico,
    Magnitud,
    ObjetoDe,
    Opciones,
    TextoLibre,
    Tipo,
    describir,
)
from plomada.valores.cercanos import quiza
from plomada.valores.texto import plegar
from plomada.valores.unidades import DINERO, ESCALA

RECORRIDOS_ANIDADOS = 12


class NoSePuede(Exception):
    """Corta la comprobación de una expresión cuyo problema ya quedó anotado."""


@dataclass(slots=True)
class Comprobador:
    """Lleva lo hallado mientras recorre las expresiones de una regla."""

    esquema: Esquema
    problemas: list[Diagnostico] = field(default_factory=list)

    def fallar(self, codigo: str, mensaje: str, tramo: Tramo, ayuda: str = "") -> NoSePuede:
        """Anota un problema y devuelve la señal que corta la expresión."""
        self.problemas.append(Diagnostico(codigo, mensaje, tramo, ayuda))
        return NoSePuede()

    # -- condiciones -----------------------------------------------------------------------------

    def condicion(self, e: s.Expresion, a: Ambito) -> n.Condicion:  # noqa: C901, PLR0912 - un brazo por forma
        """Traduce una expresión que debe ser cierta o falsa."""
        match e:
            case s.Comparacion():
                return comparar(self, e, a)
            case s.Pertenencia():
                return self._pertenencia(e, a)
            case s.Existe(ruta=r, negada=negada):
                return n.HayDato(self._leible(r, a), negada, e.tramo)
            case s.DentroDe(izquierda=i, derecha=d):
                return n.Preguntar(
                    "dentro_de", (self._poligono(i, a), self._poligono(d, a)), (), escribir(e), e.tramo
                )
            case s.AlMenosTanDetallada():
                return self._escala(e, a)
            case s.Declara():
                return self._declara(e, a)
            case s.Contenido():
                return self._contenido(e)
            case s.Cadena() | s.Conduce() | s.SinEnlacesRotos() | s.SinCiclos():
                return preguntar_por_la_cadena(self, e, a)
            case s.Negacion(expresion=x):
                return n.No(self.condicion(x, a), e.tramo)
            case s.Conjuncion(partes=partes):
                return n.Todas(tuple(self.condicion(x, a) for x in partes), e.tramo)
            case s.Disyuncion(partes=partes):
                return n.Alguna(tuple(self.condicion(x, a) for x in partes), e.tramo)
            case s.Cuantificador():
                return self._cuantificador(e, a)
            case _:
                return self._dato_logico(e, a)

    def _dato_logico(self, e: s.Expresion, a: Ambito) -> n.Condicion:
        valor = self.valor(e, a)
        if not isinstance(valor, n.Leer | n.UsarDefine) or not isinstance(valor.tipo, Logico):
            raise self.fallar(
                "PLO-T301",
                f"se esperaba una condición y se leyó {describir(valor.tipo)}",
                e.tramo,
                "compárelo con algo (`= …`, `<= …`, `existe`)",
            )
        return n.EsCierto(valor, e.tramo)

    def _leible(self, e: s.Expresion, a: Ambito) -> n.Leer | n.UsarDefine:
        valor = self.valor(e, a)
        if not isinstance(valor, n.Leer | n.UsarDefine):
            raise self.fallar("PLO-T302", "`existe` solo se pregunta de un dato del plan", e.tramo)
        return valor

    def _poligono(self, e: s.Expresion, a: Ambito) -> n.Valor:
        valor = self.valor(e, a)
        objeto = self.esquema.objetos.get(valor.tipo.nombre) if isinstance(valor.tipo, ObjetoDe) else None
        if objeto is None or not objeto.es_poligono:
            raise self.fallar(
                "PLO-T303",
                f"`dentro de` compara polígonos y se leyó {describir(valor.tipo)}",
                e.tramo,
                "nombre el polígono entero, como `suelo.perimetro_urbano`",
            )
        return valor

    def _escala(self, e: s.AlMenosTanDetallada, a: Ambito) -> n.Condicion:
        izquierda, derecha = self.valor(e.izquierda, a), self.valor(e.derecha, a)
        for lado, escrito in ((izquierda, e.izquierda), (derecha, e.derecha)):
            if lado.tipo != Magnitud(ESCALA):
                raise self.fallar(
                    "PLO-T304",
                    f"se esperaba una escala y se leyó {describir(lado.tipo)}",
                    escrito.tramo,
                    "una escala se escribe `1:5000`",
                )
        return n.Comparar("<=", izquierda, derecha, None, False, False, e.tramo)

    def _pertenencia(self, e: s.Pertenencia, a: Ambito) -> n.Condicion:
        valor = self.valor(e.expresion, a)
        opciones = []
        for x in e.conjunto.elementos:
            if x.condicion is not None:
                raise self.fallar("PLO-T305", "en `es uno de {…}` los valores no llevan `si`", x.tramo)
            opciones.append(elegir_constante(self, x.valor, valor.tipo, a).valor)
        return n.EstaEn(valor, tuple(opciones), e.negada, e.tramo)

    def _declara(self, e: s.Declara, a: Ambito) -> n.Condicion:
        ruta = s.Ruta((*e.bloque.partes, e.lista), e.bloque.tramo)
        lista = self.valor(ruta, a)
        elemento = lista.tipo.elemento if isinstance(lista.tipo, ListaDe) else None
        objeto = self.esquema.objetos.get(elemento.nombre) if isinstance(elemento, ObjetoDe) else None
        if objeto is None or "soporte" not in objeto.campos:
            raise self.fallar(
                "PLO-T306", f"`{ruta.texto}` no es una lista de declaraciones con soporte", e.tramo
            )
        claves = []
        for k in e.claves:
            if plegar(k.texto) not in objeto.campos:
                raise self.fallar(
                    "PLO-N201",
                    f"las declaraciones de `{e.lista}` no tienen `{k.texto}`",
                    k.tramo,
                    quiza(k.texto, objeto.campos),
                )
            claves.append(self.valor(k, a))
        nombres = tuple(plegar(k.texto) for k in e.claves)
        return n.Preguntar("declara", (lista, *claves), (nombres,), escribir(e), e.tramo)

    def _contenido(self, e: s.Contenido) -> n.Condicion:
        if e.id not in self.esquema.contenidos:
            raise self.fallar(
                "PLO-N204",
                f"el catálogo no tiene el contenido `{e.id}`",
                e.tramo,
                quiza(e.id, self.esquema.contenidos) or "los contenidos están en normativa/contenidos.yaml",
            )
        return n.Preguntar("contenido", (), (e.id,), escribir(e), e.tramo)

    def _cuantificador(self, e: s.Cuantificador, a: Ambito) -> n.Cuantificar:
        variable, recorrido, dentro = self.recorrido(e.variable, e.fuente, a, e.tramo)
        filtro = self.condicion(e.filtro, dentro) if e.filtro else None
        if e.tipo == "al menos" and e.minimo < 1:
            raise self.fallar("PLO-T310", "`al menos 0` siempre se cumple", e.tramo, "pida al menos 1")
        return n.Cuantificar(
            e.tipo, e.minimo, variable, recorrido, filtro, self.condicion(e.cuerpo, dentro), e.tramo
        )

    def recorrido(
        self, variable: str, fuente: s.Ruta | s.Conjunto, a: Ambito, tramo: Tramo
    ) -> tuple[str, n.Recorrido, Ambito]:
        """Traduce de dónde salen los elementos y devuelve el ámbito con la variable."""
        nombre = plegar(variable)
        if nombre in a.variables:
            raise self.fallar(
                "PLO-N206",
                f"la variable `{variable}` ya está en uso en esta expresión",
                tramo,
                "póngale otro nombre",
            )
        if len(a.variables) >= RECORRIDOS_ANIDADOS:
            raise self.fallar(
                "PLO-T317",
                f"hay más de {RECORRIDOS_ANIDADOS} recorridos, uno dentro de otro",
                tramo,
                "parta la regla, o lleve una parte a un `define`",
            )
        if isinstance(fuente, s.Conjunto):
            opciones = tuple(self._opcion(x, a) for x in fuente.elementos)
            tipo: Tipo = Opciones("", tuple(o.valor for o in opciones))
            return nombre, n.RecorrerOpciones(opciones, tipo), a.con(nombre, tipo)
        lista = self.valor(fuente, a)
        if not isinstance(lista, n.Leer | n.UsarDefine) or not isinstance(lista.tipo, ListaDe):
            raise self.fallar(
                "PLO-T311", f"`{fuente.texto}` no es una lista sino {describir(lista.tipo)}", fuente.tramo
            )
        elemento = lista.tipo.elemento
        return nombre, n.RecorrerLista(lista, elemento), a.con(nombre, elemento)

    def _opcion(self, x: s.ElementoDeConjunto, a: Ambito) -> n.Opcion:
        if not isinstance(x.valor, s.Ruta) or len(x.valor.partes) > 1:
            raise self.fallar("PLO-T312", "entre llaves van opciones de una palabra", x.tramo)
        condicion = self.condicion(x.condicion, a) if x.condicion else None
        return n.Opcion(plegar(x.valor.partes[0]), condicion)

    # -- valores ---------------------------------------------------------------------------------

    def valor(self, e: s.Expresion, a: Ambito) -> n.Valor:  # noqa: C901 - un brazo por forma
        """Traduce una expresión que da un dato."""
        match e:
            case s.Numero(valor=v):
                return n.Constante(int(v) if v == int(v) else v, NUMERO, f"{v:f}", e.tramo)
            case s.Medida(valor=c):
                crudo = c if c.dimension == DINERO else c.base
                return n.Constante(crudo, Magnitud(c.dimension), str(c), e.tramo)
            case s.Texto(valor=t):
                return n.Constante(t, TextoLibre(), t, e.tramo)
            case s.Fecha(valor=f):
                return n.Constante(f, Dia(), f.isoformat(), e.tramo)
            case s.Ruta():
                return self._ruta(e, a)
            case s.Parametro():
                return self._parametro(e, a)
            case s.Agregado():
                return self._agregado(e, a)
            case s.DiasEntre(habiles=h, desde=d, hasta=f):
                dimension = "días hábiles" if h else "días calendario"
                return n.ContarDias(
                    h, self._fecha(d, a), self._fecha(f, a), Magnitud(dimension), escribir(e), e.tramo
                )
            case s.Parecido(izquierda=i, derecha=d):
                return n.MedirParecido(self._texto(i, a), self._texto(d, a), PORCENTAJE, escribir(e), e.tramo)
            case s.Aritmetica():
                return operar(self, e, a)
            case _:
                raise self.fallar("PLO-T313", "se esperaba un dato y se leyó una condición", e.tramo)

    def _ruta(self, e: s.Ruta, a: Ambito) -> n.Valor:
        resuelta = resolver(e, a)
        if resuelta.valor is None:
            self.problemas.extend(resuelta.diagnosticos)
            raise NoSePuede
        return resuelta.valor

    def _texto(self, e: s.Expresion, a: Ambito) -> n.Valor:
        valor = self.valor(e, a)
        if not isinstance(valor.tipo, TextoLibre):
            raise self.fallar("PLO-T326", f"se esperaba un texto y se leyó {describir(valor.tipo)}", e.tramo)
        return valor

    def _fecha(self, e: s.Expresion, a: Ambito) -> n.Valor:
        valor = self.valor(e, a)
        if not isinstance(valor.tipo, Dia):
            raise self.fallar("PLO-T314", f"se esperaba una fecha y se leyó {describir(valor.tipo)}", e.tramo)
        return valor

    def _parametro(self, e: s.Parametro, a: Ambito) -> n.Valor:
        declarado = self.esquema.parametros.get(e.id)
        if declarado is None:
            raise self.fallar(
                "PLO-N207",
                f"el registro no tiene el parámetro `{e.id}`",
                e.tramo,
                quiza(e.id, self.esquema.parametros) or "los parámetros están en normativa/parametros/",
            )
        if bool(declarado.por) != bool(e.clave):
            ayuda = (
                f"escriba `parámetro {e.id} para <{declarado.por}>`" if declarado.por else "quite el `para …`"
            )
            raise self.fallar(
                "PLO-T315",
                f"el parámetro `{e.id}` "
                + ("varía por " + declarado.por if declarado.por else "no varía por ninguna clave"),
                e.tramo,
                ayuda,
            )
        clave = self._clave(e.clave, a) if e.clave else None
        en = self._fecha(e.en, a) if e.en else None
        return n.ValorDeParametro(e.id, clave, en, declarado.tipo, escribir(e), e.tramo)

    def _clave(self, e: s.Ruta, a: Ambito) -> n.Valor:
        if len(e.partes) == 1 and plegar(e.partes[0]) not in map(plegar, nombres_visibles(a)):
            return n.Constante(plegar(e.partes[0]), Opciones("", (plegar(e.partes[0]),)), e.texto, e.tramo)
        return self._ruta(e, a)

    def _agregado(self, e: s.Agregado, a: Ambito) -> n.Valor:
        variable, recorrido, dentro = self.recorrido(e.variable, e.fuente, a, e.tramo)
        filtro = self.condicion(e.filtro, dentro) if e.filtro else None
        if e.operacion == "cuenta" or e.cuerpo is None:
            return n.Agregar(e.operacion, variable, recorrido, filtro, None, NUMERO, escribir(e), e.tramo)
        if e.operacion == "porcentaje":
            cuerpo = self.condicion(e.cuerpo, dentro)
            return n.Agregar(
                e.operacion, variable, recorrido, filtro, cuerpo, PORCENTAJE, escribir(e), e.tramo
            )
        dato = self.valor(e.cuerpo, dentro)
        sirve = isinstance(dato.tipo, Magnitud) or (e.operacion != "suma" and isinstance(dato.tipo, Dia))
        if not sirve or dato.tipo == Magnitud(ESCALA):
            raise self.fallar(
                "PLO-T316", f"no se puede calcular {e.operacion} de {describir(dato.tipo)}", e.cuerpo.tramo
            )
        return n.Agregar(e.operacion, variable, recorrido, filtro, dato, dato.tipo, escribir(e), e.tramo)
