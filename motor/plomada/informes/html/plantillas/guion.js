"use strict";
(() => {
  const porId = (id) => document.getElementById(id);
  const formulario = porId("filtros");
  const reglas = [...document.querySelectorAll("#lista > .regla")];
  const listas = [...formulario.querySelectorAll("select")];
  const texto = porId("f-texto");
  const PENDIENTES = new Set(formulario.dataset.pendientes.split("|"));
  const enteros = reglas.reduce((suma, r) => suma + Number(r.dataset.hallazgos), 0);
  const textos = new Map();

  // Sin tildes ni mayúsculas: se busca como se recuerda, no como está escrito.
  const plegar = (t) => t.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  const textoDe = (r) => {
    if (!textos.has(r)) textos.set(r, plegar(r.textContent));
    return textos.get(r);
  };
  const pasa = (r, palabras) =>
    listas.every((l) => {
      if (!l.value) return true;
      const propio = r.dataset[l.dataset.campo];
      return l.value === formulario.dataset.porAtender ? PENDIENTES.has(propio) : propio === l.value;
    }) && palabras.every((p) => textoDe(r).includes(p));

  const filtrar = () => {
    const palabras = plegar(texto.value).split(" ").filter(Boolean);
    let cuantas = 0, hallazgos = 0;
    for (const r of reglas) {
      r.hidden = !pasa(r, palabras);
      if (r.hidden) continue;
      cuantas += 1;
      hallazgos += Number(r.dataset.hallazgos);
    }
    porId("nada").hidden = cuantas > 0;
    const cuentas = { reglas: cuantas, de_reglas: reglas.length, hallazgos, de_hallazgos: enteros };
    const cuenta = porId("cuenta");
    cuenta.textContent = cuenta.dataset.frase.replace(/\{(\w+)\}/g, (_, cual) => cuentas[cual]);
  };

  let espera = 0;
  const despues = () => { clearTimeout(espera); espera = setTimeout(filtrar, 120); };
  const mostrar = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const meta = id && porId(id);
    if (!meta) return;
    if (meta.hidden) { formulario.reset(); filtrar(); }
    if (meta.tagName === "DETAILS") {
      meta.open = true;
      meta.scrollIntoView();
      meta.firstElementChild.focus({ preventScroll: true });
    }
  };

  formulario.addEventListener("submit", (e) => { e.preventDefault(); filtrar(); });
  formulario.addEventListener("reset", () => setTimeout(filtrar, 0));
  texto.addEventListener("input", despues);
  for (const l of listas) l.addEventListener("change", filtrar);
  porId("abrir").addEventListener("click", () => { for (const r of reglas) if (!r.hidden) r.open = true; });
  porId("cerrar").addEventListener("click", () => { for (const r of reglas) r.open = false; });
  addEventListener("hashchange", mostrar);
  // Pulsar otra vez el mismo enlace no cambia la dirección, pero la regla pudo plegarse o filtrarse.
  document.addEventListener("click", (e) => {
    const enlace = e.target instanceof Element && e.target.closest('a[href^="#"]');
    if (!enlace || enlace.getAttribute("href") !== location.hash) return;
    e.preventDefault();
    mostrar();
  });

  // Se imprime todo lo que los filtros dejan ver, desplegado, y después queda como estaba.
  let plegados = [];
  addEventListener("beforeprint", () => {
    plegados = [...document.querySelectorAll("details:not([open])")];
    for (const d of plegados) d.open = true;
  });
  addEventListener("afterprint", () => { for (const d of plegados) d.open = false; });

  // Sin guiones todo queda desplegado a la vista; con ellos, se pliega para poder recorrerlo.
  for (const r of reglas) {
    r.open = false;
    const hallazgos = r.querySelectorAll(".hallazgo");
    if (hallazgos.length > 3) for (const h of hallazgos) h.open = false;
  }
  for (const d of document.querySelectorAll("[data-pliega]")) d.open = false;
  formulario.hidden = false;
  filtrar();
  mostrar();
})();
