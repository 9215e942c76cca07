"""From a description to problems, and from each problem to methods and experts, with the reasons."""
