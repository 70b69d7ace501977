"""Dice en español corriente lo que el motor decidió: nombres, rótulos y explicaciones."""
