"""E-mail: head lines and the text of the message; attachments are named, not read."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from core.errors import DamagedFile
from ingest.formats.flow import Flow
from ingest.formats.html import read_markup
from ingest.raw import RawDocument

_HEADS = (("Subject", "Emne"), ("From", "Fra"), ("To", "Til"), ("Cc", "Kopi"), ("Date", "Dato"))


def _sent(message: EmailMessage) -> str:
    """The day of the Date line as ISO date, "" without a readable one."""
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def read_eml(data: bytes, name: str) -> RawDocument:
    """Raises DamagedFile for a file that is no e-mail."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        heads = [(danish, str(message[key]).strip()) for key, danish in _HEADS if message[key]]
        body = message.get_body(preferencelist=("plain", "html"))
        content = body.get_content() if body is not None else ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError) as error:
        raise DamagedFile(f"{name}: e-mailen er beskadiget og kan ikke læses.") from error
    if not heads:
        raise DamagedFile(f"{name}: filen er ikke en e-mail.")
    if body is not None and body.get_content_type() == "text/html":
        content = read_markup(content or "<p></p>", name).text
    flow = Flow()
    subject = str(message["Subject"] or "").strip()
    flow.heading(subject, 1)
    flow.paragraph("\n".join(f"{danish}: {value}" for danish, value in heads if danish != "Emne"))
    for paragraph in str(content).replace("\r\n", "\n").split("\n\n"):
        flow.paragraph(paragraph)
    names = [part.get_filename() or "uden navn" for part in message.iter_attachments()]
    warnings = [f"Vedhæftet fil er ikke læst: {attached}." for attached in names]
    fields = {"title": subject, "sent": _sent(message)}
    return flow.finish("message/rfc822", fields, warnings)
