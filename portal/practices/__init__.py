"""Social work practices under contract: organisations of their own, of which a council sees totals.

A contract belongs to the council and names the practice; totals belong to the practice. Each side
reads the other through the contract alone, and never a record or a name. Source: the social work
practices of 2008 to 2011 and their evaluation (DFE-RR233).
"""
