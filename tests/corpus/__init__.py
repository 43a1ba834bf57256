"""A corpus of our own: invented reports, half of them clean, half with mistakes that are marked.

``voices/`` holds prose written by hand, ``clean.yaml`` and ``faulty.yaml`` say which body speaks in which voice, with
which figures, in which layout and with which mistakes; ``python -m tests.corpus.write`` makes ``reports/`` of them and
keeps all findings in ``findings.txt``. ``python -m tests.corpus.diff`` shows what a change to a rule makes different.
"""
