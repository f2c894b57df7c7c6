"""The pages where one trains: today, new, form, history."""
