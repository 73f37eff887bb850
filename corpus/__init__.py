"""The documents that come with the repository: sources in Danish and the command that renders them."""
