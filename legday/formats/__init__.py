"""How this site writes dates and numbers, by language; what a language leaves out is Django's own."""
