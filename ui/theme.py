"""The look: Gradio's Default theme in a calm blue with fonts the computer already has."""

from __future__ import annotations

import gradio as gr

# linked rather than given to Gradio, which would rewrite every selector
HEAD = """
<link rel="icon" href="/statisk/ikon.svg">
<link rel="stylesheet" href="/statisk/faelles.css">
<link rel="stylesheet" href="/statisk/app.css">
<script src="/statisk/app.js" defer></script>
<script src="/statisk/dansk.js" defer></script>
"""

_FONTS = ["system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Arial", "sans-serif"]

_BLUE = gr.themes.Color(
    c50="#f0f5fa", c100="#dfeaf4", c200="#bfd4e8", c300="#93b6d6", c400="#5c8fbd", c500="#336fa3",
    c600="#1f5786", c700="#17466e", c800="#123757", c900="#0d2941", c950="#081a2b",
)  # fmt: skip


def theme() -> gr.themes.Base:
    """No web fonts; contrast of text and buttons at least 4.5 to 1."""
    return gr.themes.Default(
        primary_hue=_BLUE,
        secondary_hue=_BLUE,
        neutral_hue=gr.themes.colors.slate,
        font=[gr.themes.Font(name) for name in _FONTS],
        font_mono=[gr.themes.Font(name) for name in ("ui-monospace", "Consolas", "monospace")],
        radius_size=gr.themes.sizes.radius_sm,
        text_size=gr.themes.sizes.text_md,
    ).set(
        body_background_fill="#f5f7f9",
        body_background_fill_dark="#10161d",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_600",
        button_primary_text_color="white",
        block_label_text_weight="600",
        block_title_text_weight="600",
        block_title_text_color="*body_text_color",
        block_title_text_color_dark="*body_text_color",
        block_label_text_color="*body_text_color",
        block_label_text_color_dark="*body_text_color",
        button_cancel_background_fill="#a61b1b",
        button_cancel_background_fill_hover="#861414",
        button_cancel_background_fill_dark="#a61b1b",
        button_cancel_text_color="white",
        button_cancel_text_color_dark="white",
        button_secondary_background_fill="white",
        button_secondary_background_fill_hover="*primary_100",
        button_secondary_border_color="*primary_600",
        button_secondary_text_color="*primary_700",
        button_secondary_background_fill_dark="*neutral_800",
        button_secondary_border_color_dark="*primary_300",
        button_secondary_text_color_dark="*primary_100",
        button_border_width="1px",
        block_border_width="1px",
        block_shadow="none",
        input_border_color="*neutral_400",
        input_border_color_focus="*primary_600",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        input_placeholder_color="*neutral_500",
    )
