"""Public pages that are kept ready: what is kept, until when, and what is sent."""
