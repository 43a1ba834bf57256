"""Rules about the wording of the prose (CN8xx)."""
