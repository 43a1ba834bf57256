"""One profile for all property tests: the same examples in every run, and no clock.

``pytest --hypothesis-profile=thorough`` looks for new examples, for as long as it takes.
"""

import os

from hypothesis import HealthCheck, settings

_QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gxlint", _QUICK, derandomize=True)
settings.register_profile("thorough", _QUICK, max_examples=2000)
settings.load_profile("gxlint")

# Wheels are made as the checkout stands: npm is for those who build the page.
os.environ["HATCH_BUILD_NO_HOOKS"] = "true"
