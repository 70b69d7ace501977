"""Arma y convierte la entrega de un plan: la carpeta nueva, y el paso de YAML a libro de cálculo y al revés.

Compone y no decide, como `aplicacion`: no imprime, no lee el reloj ni el entorno.
"""
