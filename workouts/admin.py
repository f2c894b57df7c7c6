"""Hub: every feature's admin registrations. Imports only."""
