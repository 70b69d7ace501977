"""Órdenes de consola: leen opciones, llaman a la aplicación e imprimen."""
