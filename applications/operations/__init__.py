"""Steps in the life of an application, one function each; one file for each part of it."""
