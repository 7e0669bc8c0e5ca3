"""The rules of a round: pure, on the plain values of `portal.matching.values`.

`forbidding` and `wishing` say of one pair what may not be and what it is worth; `scoring` says the
same of all pairs at once; `solving` finds the best of all; `proposing` puts it into words with
`reasons` and `unmatched`. They need NumPy and OR-tools, which are large: whoever runs a round
imports them then, and not when the portal starts.
"""
