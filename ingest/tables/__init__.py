"""Tables with heads: from grids a file gives, and from text that lost its grid."""
