"""The web application's views. Gradio is imported only here and in ``app.py``.

Gradio reads its switches when it is first imported, so they are set before any file of this package is."""

import os

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # no call to gradio.app, no version check
os.environ["GRADIO_RUN_HISTORY"] = "False"  # questions are not kept in the browser
