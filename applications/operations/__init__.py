"""Steps of the office's work with applications, one function each; one file for each part of an application's life."""
