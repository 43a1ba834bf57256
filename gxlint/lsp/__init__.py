"""The language server: documents as editors hold them, checked by the same way as files are."""
