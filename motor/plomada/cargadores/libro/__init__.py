"""El plan en un libro de Excel: de las celdas al árbol y del árbol a las celdas."""
