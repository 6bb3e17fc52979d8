"""What applicants type: its shape and sense. Whether it is complete asks completeness.py."""
