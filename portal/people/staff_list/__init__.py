"""The staff list: what a payroll system's spreadsheet says about people and their posts.

Everything here works on plain values and knows neither the database nor the web. A file becomes
a table (`reading`), its columns get a meaning (`columns`), its cells a value (`cells`), its rows
people and posts with problems in words (`rows`, `agreement`, `places`, `managers`), and the whole
is held against what the portal knows (`comparison`). Nothing in it ends anybody: that a person is
absent from a file says nothing about them.
"""
