"""Forms that applicants fill in. They check format; completeness.py checks completeness."""
