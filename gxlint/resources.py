"""Where the files that are not code lie: in the wheel beside the package, in a checkout at the top."""

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_PACKAGED = os.path.join(_PACKAGE, "grammars")
GRAMMARS = _PACKAGED if os.path.isdir(_PACKAGED) else os.path.join(os.path.dirname(_PACKAGE), "grammars")
