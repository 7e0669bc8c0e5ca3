"""Career pathways: the lattice of roles, where each person stands on it and where it leads."""
