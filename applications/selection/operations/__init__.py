"""Operations of the selection, one function each: check, declare, score, decide, promote."""
