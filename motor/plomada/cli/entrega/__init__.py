"""Órdenes que crean, convierten y leen la entrega."""
