"""Search: lexical and dense signals, fused to a calibrated relevance."""
