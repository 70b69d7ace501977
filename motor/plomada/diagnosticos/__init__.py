"""Problemas en lo que el usuario escribió: dónde están, qué código llevan y cómo se muestran."""
