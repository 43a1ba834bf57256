"""Rules about 表二 (CN2xx)."""
