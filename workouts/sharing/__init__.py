"""Pictures that stand beside a link in a chat: one for each routine and each exercise of the site."""
