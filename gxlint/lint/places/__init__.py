"""Where an issuing body sits: provinces, cities and counties, and which of them a name begins with."""
