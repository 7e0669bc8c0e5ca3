"""The rules of a progression: its dates, who scores and who sees the scores, the letter. Pure."""
