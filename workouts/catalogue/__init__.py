"""Anatomy (groups, muscles), exercises (the site's and a lifter's own), substitutions."""
