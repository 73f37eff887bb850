"""kill -9 at random moments of writing leaves the library as before or after a document."""

import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from core.settings import Settings
from index import FakeEmbedder, open_library

ROOT = Path(__file__).resolve().parents[2]

WRITER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from index import FakeEmbedder, open_library, take_in
    from tests.index.documents import document
    library, embedder = open_library(Path(sys.argv[1])), FakeEmbedder()
    print("ready", flush=True)
    with library.writing():
        for i in range(40):
            text = "\\n\\n".join(f"Afsnit {i} nummer {n} om veje og parker i område {i * 7 + n}." for n in range(30))
            take_in(library, embedder, document(f"fil{i}.txt", text))
            print(i, flush=True)
            if i % 5 == 4:
                library.dense.sync()
    library.remove("fil3.txt")
    print("done", flush=True)
""")


def start(home: Path) -> subprocess.Popen:
    """A writer that takes in forty documents, syncing its vectors on the way."""
    command = [sys.executable, "-c", WRITER, str(home)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_nothing_is_lost_doubled_or_unreadable(tmp_path, seed):
    writer = start(tmp_path)
    assert writer.stdout.readline() == "ready\n"
    time.sleep(random.Random(seed).uniform(0.0, 2.5))
    writer.send_signal(signal.SIGKILL)
    told = [line for line in writer.stdout.read().split() if line.isdigit()]
    writer.wait()

    library = open_library(tmp_path)
    names = [info.name for info in library.infos()]
    assert len(names) == len(set(names))
    assert {f"fil{i}.txt" for i in told} - {"fil3.txt"} <= set(names)
    assert all(len(library.document(name).passages) == 30 for name in names)
    with library.writing():
        pass
    report = library.verify(FakeEmbedder())
    assert report.ok, report
    library.close()

    again = start(tmp_path)
    assert again.stdout.read().split()[-1] == "done"
    assert again.wait() == 0
    library = open_library(tmp_path)
    assert len(library.infos()) == 39
    assert library.verify(FakeEmbedder()).ok
    library.close()


def test_a_failed_transaction_leaves_nothing(tmp_path, monkeypatch):
    from index import take_in
    from index.library import journal
    from tests.index.documents import PARK, document

    library = open_library(tmp_path, Settings(model="fake"))
    with monkeypatch.context() as patched:
        patched.setattr(journal, "put", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            take_in(library, FakeEmbedder(), document("a.txt", PARK))
    assert library.infos() == []
    assert library.vocabulary() == {}
    assert take_in(library, FakeEmbedder(), document("a.txt", PARK)).status == "added"
