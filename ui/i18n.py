"""Gradio's built-in words in Danish. Flat keys win over its own nested ones, in every locale it has."""

from __future__ import annotations

import gradio as gr

# every locale Gradio may choose from the browser's languages, and English, its fallback
LOCALES = (
    *("ar", "ca", "ckb", "de", "en", "es", "et", "eu", "fa", "fi", "fr", "he", "hi", "id", "ja", "ko"),
    *("lt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sv", "ta", "th", "tr", "uk", "ur", "uz"),
    *("zh-CN", "zh-TW"),
)

WORDS = {
    "blocks.connection_can_break": "Forbindelsen kan gå tabt, hvis fanen skjules, eller enheden går i dvale.",
    "blocks.long_requests_queue": "Der er mange forespørgsler i kø lige nu.",
    "blocks.lost_connection": "Forbindelsen gik tabt, fordi siden blev forladt. Der forbindes igen …",
    "blocks.waiting_for_inputs": "Vent, til filerne er sendt, og prøv igen.",
    "checkbox.checkbox": "Afkrydsning",
    "checkbox.checkbox_group": "Afkrydsninger",
    "common.built_with_gradio": "Bygget med Gradio",
    "common.clear": "Ryd",
    "common.download": "Hent",
    "common.download_all": "Hent alle",
    "common.edit": "Ret",
    "common.empty": "Tom",
    "common.error": "Fejl",
    "common.language": "Sprog",
    "common.loading": "Indlæser …",
    "common.or": "eller",
    "common.progress": "Fremdrift",
    "common.remove": "Fjern",
    "common.settings": "Indstillinger",
    "common.submit": "Send",
    "common.upload": "Vælg flere filer",
    "common.undo": "Fortryd",
    "errors.build_error": "der er en fejl i opbygningen",
    "errors.config_error": "der er en fejl i opsætningen",
    "errors.contact_page_author": "Giv driften besked.",
    "errors.runtime_error": "der er en fejl under kørslen",
    "errors.use_via_api": "Brug fra program",
    "file.uploading": "Sender …",
    "label.label": "Etiket",
    "radio.radio": "Valg",
    "status.queue_position": "I kø: nummer {position} af {size}",
    "upload_text.click_to_upload": "Klik for at vælge filer",
    "upload_text.drop_file": "Træk filer hertil",
    "upload_text.paste_clipboard": "Sæt ind",
}


def danish() -> gr.I18n:
    """The words for every locale, Danish included."""
    return gr.I18n(**{locale: WORDS for locale in [*LOCALES, "da"]})
