"""Back into the document: remarks at the places of findings, and mended text; everything else stays, byte for byte."""
