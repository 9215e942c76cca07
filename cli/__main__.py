"""`python -m cli` is `kb`."""

import sys

from cli.main import main

sys.exit(main())
