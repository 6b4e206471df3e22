"""Other people's files: attachments to content trees or PDF pages, pasted lists, the clipboard."""
