"""Content trees to files: PDF (`layout`), .docx (`word`), the packet of handlingar (`packet`)."""
