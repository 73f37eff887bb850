"""Documentation that cannot rot."""

import re
from pathlib import Path

from core.settings import Settings
from scripts.docs import FILE, render

ROOT = Path(__file__).parents[2]


def test_the_command_line_page_is_what_the_commands_say():
    assert FILE.read_text(encoding="utf-8") == render(), "run: .venv/bin/python scripts/docs.py"


def test_every_setting_is_named_in_the_docs():
    page = FILE.read_text(encoding="utf-8")
    assert [n for n in Settings.__dataclass_fields__ if f"RESSORT_{n.upper()}" not in page] == []


def test_links_between_pages_lead_somewhere():
    broken = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), ROOT / "corpus" / "README.md"]:
        if page.exists():
            for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8")):
                if not (page.parent / target).exists():
                    broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_decision_records_are_numbered_once_and_say_why():
    names = [p.name for p in (ROOT / "docs" / "decisions").glob("*.md")]
    numbers = [n[:4] for n in names]
    assert len(numbers) == len(set(numbers))
    for name in names:
        text = (ROOT / "docs" / "decisions" / name).read_text(encoding="utf-8")
        assert "**Context" in text, name
        assert "**Choice" in text, name
