"""La consola: lee la orden, llama a `aplicacion` y muestra lo que devuelve."""
