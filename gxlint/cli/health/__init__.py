"""What ``gxlint doctor`` looks at: this machine, the packages, the plugins."""
