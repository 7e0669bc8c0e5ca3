"""The staff list: what a payroll system's spreadsheet says about people and their posts.

Everything here works on plain values and knows neither the database nor the web. A file becomes
a table (`reading`), its columns get a meaning (`columns`), its cells a value (`cells`), its rows
people and posts with problems in words (`rows`, `agreement`, `places`, `reporting`). On the terms
that somebody brought it in (`terms`) the whole is held against what the portal knows
(`comparison`): which person and post a row speaks of (`recognition`, `pairing`), what becomes of
them (`posts`, `cases`, `keeping`), and who is absent (`absences`). That is a plan, told row by row
(`planning`, `telling`), and then rows to write (`writes`). `exporting` goes the other way.
"""
