"""Rule packs: rules as declarations."""
