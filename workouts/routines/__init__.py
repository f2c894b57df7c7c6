"""Routines and prescriptions: sets and rep range."""
