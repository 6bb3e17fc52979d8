"""Operations on applications, one function each: drafting, submitting, membership."""
