"""Steps of a project after the decision, one function each."""
