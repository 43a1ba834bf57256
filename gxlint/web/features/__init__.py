"""What the page may ask besides what every editor may: one request, one module. A page has no files and no disk.

What cannot be done is answered as ``{"problem"}``, words for the user.
"""

from gxlint.web.features import blank_report, profiles, read_file, write_file

FEATURES = (blank_report.FEATURE, profiles.FEATURE, read_file.FEATURE, write_file.FEATURE)
