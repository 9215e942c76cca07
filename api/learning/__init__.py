"""What is learnt from users: judgements of answers, words that had none, and what editors make of them."""
