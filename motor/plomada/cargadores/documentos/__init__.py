"""El texto de los documentos de una entrega (TXT, MD, DOCX, PDF), con el lugar de cada trozo."""
