"""From a request for help to methods and experts for each problem, with the reasons."""
