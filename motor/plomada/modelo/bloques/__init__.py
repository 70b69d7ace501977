"""Los bloques de primer nivel del plan, un módulo por grupo de bloques."""
