"""Logging without a signal: devices push what was typed and pull what others changed. Rows are written by the log."""
