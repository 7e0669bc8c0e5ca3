"""Routes into social work: an assistant, apprentice or student on the way to newly qualified.

A route is dated by the rules of the induction year, and is none: it has its own tables, so that
nobody on a route is ever counted among the newly qualified.
"""
