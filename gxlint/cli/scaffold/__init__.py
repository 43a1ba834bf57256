"""What ``gxlint plugin new`` writes: a plugin that can be published as it is, from the files in ``template``."""
