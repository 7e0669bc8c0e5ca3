"""Identity: accounts, sign-in, sessions and one-time links."""
