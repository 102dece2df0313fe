import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ARTICLE, PROGRAM, complaints, extracted, newsreader


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_an_article_is_one_line_with_the_keys_of_the_contract_in_order(article: Path) -> None:
    [found] = extracted(article)
    assert list(found) == ["schema", "article", "quotes", "speakers", "locations"]
    assert found["schema"] == 1
    assert found["article"] == {
        "id": found["article"]["id"],
        "path": str(article),
        "title": "Bridge at Lowfield to close for nine months",
        "byline": "Mara Quill",
        "published": "2022-04-12",
        "url": None,
        "language": "en",
    }
    assert list(found["quotes"][0]) == [
        *("start", "end", "text", "kind", "speaker", "source", "cue", "confidence", "why")
    ]
    assert list(found["speakers"][0]) == ["name", "kind", "role", "mentions", "quotes"]


def test_direct_quotes_enclose_the_words_inside_the_marks(article: Path) -> None:
    [found] = extracted(article)
    words = [quote["text"] for quote in found["quotes"] if quote["kind"] == "direct"]
    assert words == ["We had no choice,", "The bridge is dangerous."]
    assert {quote["speaker"] for quote in found["quotes"][-2:]} == {"Ada Merritt"}


def test_the_text_is_there_only_when_asked_for_and_then_exactly(article: Path) -> None:
    assert "text" not in extracted(article)[0]
    [found] = extracted("--with-text", article)
    assert list(found)[:3] == ["schema", "article", "text"]
    assert found["text"] == ARTICLE
    for quote in found["quotes"]:
        assert quote["text"] == ARTICLE[quote["start"] : quote["end"]]


def test_options_may_stand_between_paths(article: Path) -> None:
    assert len(extracted(article, "--with-text", article)) == 2


def test_after_two_dashes_everything_is_a_path(article: Path) -> None:
    dashed = article.rename(article.with_name("--with-text"))
    done = subprocess.run(
        [*PROGRAM, "extract", "--format", "json", "--", dashed.name],
        cwd=article.parent,
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)[0]["article"]["path"] == "--with-text"


def test_two_dashes_do_not_swallow_standard_input() -> None:
    assert len(extracted("--", "-", given=ARTICLE.encode())) == 1


def test_a_closed_standard_input_is_one_line() -> None:
    shell = f"{sys.executable} -m newsreader extract - <&-"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
    assert done.returncode == 1
    assert complaints(done) == [
        "standard input: cannot be read (bad file descriptor); pipe an article into it"
    ]


def test_an_empty_path_is_shown_as_such() -> None:
    assert complaints(newsreader("extract", "")) == [
        '"": no such file or folder; check the spelling'
    ]


def test_a_dash_reads_standard_input(article: Path) -> None:
    [found] = extracted("-", given=ARTICLE.encode())
    assert found["article"]["path"] is None
    assert found["article"]["id"] == extracted(article)[0]["article"]["id"]


def test_a_folder_gives_its_articles_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", "left-out.pdf", "sub/.hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    done = newsreader("extract", tmp_path)
    paths = [json.loads(line)["article"]["path"] for line in done.stdout.splitlines()]
    assert paths == [str(tmp_path / name) for name in ("a.md", "b.txt", "sub/c.html")]


def test_json_is_one_array_of_the_same_objects(article: Path) -> None:
    done = newsreader("extract", "--format", "json", article, article)
    assert json.loads(done.stdout) == extracted(article, article)
    assert b'"source": [' in done.stdout  # a span stays on its line
    assert json.loads(newsreader("extract", "--format", "json", article.parent / "no").stdout) == []


def test_csv_has_a_header_and_a_row_for_each_quote(article: Path) -> None:
    done = newsreader("extract", "--format", "csv", article)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    quotes = extracted(article)[0]["quotes"]
    assert [row["text"] for row in rows] == [quote["text"] for quote in quotes]
    assert rows[-1]["speaker"] == "Ada Merritt"


def test_text_is_plain_lines_of_at_most_eighty_columns(article: Path) -> None:
    done = newsreader("extract", "--format", "text", article)
    lines = [line for line in done.stdout.decode().splitlines() if str(article) not in line]
    assert max(map(len, lines)) <= 80
    assert "“We had no choice,”" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_markdown_begins_with_the_title_as_its_heading(article: Path) -> None:
    done = newsreader("extract", "--format", "md", article)
    assert done.stdout.startswith(b"# Bridge at Lowfield to close for nine months\n")


def test_a_missing_file_is_one_line_and_the_others_are_still_read(article: Path) -> None:
    done = newsreader("extract", article.parent / "nowhere.txt", article)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    [line] = complaints(done)
    assert line == f"{article.parent}/nowhere.txt: no such file or folder; check the spelling"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("binary.txt", bytes(range(256)) * 8, "is binary, not text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "is a picture, not text"),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF file, not text"),
        ("torn.txt", "naïve café".encode() + b"\xe9\xff", "is UTF-8 in part only"),
        ("torn16.txt", b"\xff\xfe\x00\xd8", "begins as UTF-16-LE but line 1"),
        ("nothing.html", b"<html><body><script>x()</script></body></html>", "no article text"),
        ("nothing.md", b"---\ntitle:\n---\n<!-- -->\n", "holds no text"),
    ],
)
def test_what_is_no_article_is_one_clear_line(
    tmp_path: Path, article: Path, name: str, content: bytes, problem: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = newsreader("extract", path, article)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    [line] = complaints(done)
    assert line.startswith(f"{path}: ")
    assert problem in line


def test_a_folder_without_articles_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"x")
    done = newsreader("extract", tmp_path)
    assert done.returncode == 1
    [line] = complaints(done)
    assert "no .txt, .md or .html files in this folder" in line


def test_a_guessed_encoding_is_said_on_stderr_and_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("“Größe,” said Müller.".encode("cp1252"))
    done = newsreader("extract", "--with-text", path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["text"] == "“Größe,” said Müller."
    assert complaints(done) == [f"{path}: is not UTF-8; read as Windows-1252"]


def test_output_is_utf_8_whatever_the_locale_says(article: Path) -> None:
    locale = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = newsreader("extract", "--with-text", article, PYTHONIOENCODING="latin-1", **locale)
    assert json.loads(done.stdout.decode("utf-8"))["text"] == ARTICLE
    assert "PATH…".encode() in newsreader("--help", **locale).stdout


@pytest.mark.parametrize("option", [["extract"], ["extract", "--format", "xml", "a"], ["--no"]])
def test_wrong_usage_is_one_line_and_code_two(option: list[str]) -> None:
    done = newsreader(*option)
    assert done.returncode == 2
    assert done.stdout == b""
    [line] = complaints(done)
    assert "--help" in line


@pytest.mark.parametrize("command", [["--help"], ["extract", "--help"]])
def test_help_tells_the_exit_codes(command: list[str]) -> None:
    done = newsreader(*command)
    assert done.returncode == 0
    for code in (b"  0 ", b"  1 ", b"  2 ", b"  130 "):
        assert code in done.stdout.partition(b"exit codes:")[2]


def test_help_says_how_to_open_a_file_called_extract() -> None:
    assert b"./extract" in newsreader("--help").stdout


def test_the_version_is_the_packages() -> None:
    from newsreader import __version__

    assert newsreader("--version").stdout == f"newsreader {__version__}\n".encode()
