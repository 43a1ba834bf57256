"""The formula language of rule packs."""
