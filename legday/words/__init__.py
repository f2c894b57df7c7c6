"""The catalogues of the interface: what is to be translated, and what the site reads of it. See docs/decisions/0013."""
