"""Small pieces of layout that the views share."""

from __future__ import annotations

from typing import Any

import gradio as gr

# for events: no English progress overlay, not callable as an API
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def chooser(data: str, name: str) -> str:
    """Script for a list: a click on a button with data-``data`` becomes a select event with that value."""
    return f"""element.addEventListener('click', event => {{
      const button = event.target.closest('button[data-{data}]');
      if (button) trigger('select', {{{name}: button.dataset.{data}}});
    }});"""


def html(value: str = "", **options: Any) -> gr.HTML:
    """HTML already escaped by ``ui.render``, in the application's own style."""
    return gr.HTML(value, apply_default_css=False, elem_classes="egen", **options)
