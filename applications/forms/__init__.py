"""What applicants type: shape and sense of one form each. Completeness is another question (completeness.py)."""
