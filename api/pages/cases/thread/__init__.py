"""One case as everybody who takes part in it sees it: what is asked, the thread, its files, its history."""
