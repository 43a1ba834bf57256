"""Rules about 表四 (CN4xx)."""
