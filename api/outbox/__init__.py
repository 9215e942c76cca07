"""Letters of cases on their way out: kept with what they tell of, handed over, tried again until they are taken."""
