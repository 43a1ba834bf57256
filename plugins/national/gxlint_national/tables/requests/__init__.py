"""Rules about 表三 (CN3xx)."""
