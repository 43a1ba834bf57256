"""What may be written at a place: one kind of it, one module."""

from gxlint.lsp.completion.blank import blank
from gxlint.lsp.completion.citations import articles, numbers, titles
from gxlint.lsp.completion.headings import headings
from gxlint.lsp.completion.labels import labels
from gxlint.lsp.completion.sentences import standard_sentences

PROVIDERS = (blank, titles, numbers, articles, labels, headings, standard_sentences)
