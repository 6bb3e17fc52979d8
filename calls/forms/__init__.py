"""What a coordinator types about a call: its rules, and what it is judged by."""
