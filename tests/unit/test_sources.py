import os
import socket
from hashlib import sha256
from pathlib import Path

import pytest

from newsreader.errors import (
    EmptyArticle,
    MissingFile,
    NoArticles,
    SourceError,
    UnreadableFile,
)
from newsreader.sources import Source, bundled_sources, find_sources, read_source
from newsreader.sources.opening import LARGEST


def names(folder: Path) -> list[str]:
    sources, problems = find_sources([str(folder)])
    assert problems == []
    return [str(Path(source.name).relative_to(folder)) for source in sources]


def write(folder: Path, *files: str) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("words", encoding="utf-8")


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    write(
        tmp_path, "c.txt", "a/z.md", "a/b/y.HTML", "b.htm", "d.docx", "e", ".hidden/f.txt", ".g.md"
    )
    assert names(tmp_path) == ["a/b/y.HTML", "a/z.md", "b.htm", "c.txt"]


def test_links_that_lead_back_are_walked_once(tmp_path: Path) -> None:
    write(tmp_path, "a/b/one.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert names(tmp_path) == ["a/b/one.txt"]


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "there/one.txt", "here/two.txt")
    (tmp_path / "here" / "link").symlink_to(tmp_path / "there")
    assert names(tmp_path / "here") == ["link/one.txt", "two.txt"]


def test_a_folder_that_is_named_like_an_article_is_walked(tmp_path: Path) -> None:
    write(tmp_path, "odd.txt/inner.md")
    assert names(tmp_path) == ["odd.txt/inner.md"]


def test_a_very_deep_folder_does_not_exhaust_the_stack(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(400):
        deep /= "d"
    deep.mkdir(parents=True)
    write(deep, "one.txt")
    assert len(names(tmp_path)) == 1


def test_each_path_that_is_none_is_one_error_and_the_rest_are_sources(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "bare").mkdir()
    paths = [str(tmp_path / name) for name in ("no.txt", "a.txt", "bare", "a.txt/b.txt")]
    sources, problems = find_sources([*paths, "-", "nul\0byte"])
    assert sources == [Source(paths[1]), Source(None)]
    assert [type(problem) for problem in problems] == [
        *(MissingFile, NoArticles, MissingFile, UnreadableFile)
    ]


def test_a_dangling_link_in_a_folder_is_an_error_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    sources, problems = find_sources([str(tmp_path)])
    assert [source.name for source in sources] == [str(tmp_path / "a.txt")]
    assert [problem.name for problem in problems] == [str(tmp_path / "b.txt")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(UnreadableFile, match="permission denied"):
        read_source(Source(str(tmp_path / "a.txt")))


def test_what_is_no_file_is_unreadable_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        for name, what in (
            ("pipe.txt", "is a named pipe, not a file"),
            ("socket.txt", "no such device or address"),
            (".", "is a folder"),
        ):
            with pytest.raises(UnreadableFile, match=what):
                read_source(Source(str(tmp_path / name)))
    with pytest.raises(UnreadableFile, match="is a device"):
        read_source(Source("/dev/zero"))


def test_a_file_beyond_the_bound_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UnreadableFile, match="is larger than 64 MB; split it"):
        read_source(Source(str(tmp_path / "a.txt")))


def test_a_name_that_is_too_long_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read_source(Source(str(tmp_path / ("x" * 5000))))
    assert len(find_sources([str(tmp_path / ("x" * 5000))])[1]) == 1


def test_white_space_alone_is_an_empty_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf \r\n\t")
    with pytest.raises(EmptyArticle):
        read_source(Source(str(tmp_path / "a.txt")))


def test_a_text_files_text_is_exactly_the_decoded_file(tmp_path: Path) -> None:
    text = "  Title \n\n\tBody\x1b[31m “quote”\u2028\n\n\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    article = read_source(Source(str(tmp_path / "a.txt")))
    assert article.text == text
    assert article.id == sha256(text.encode()).hexdigest()[:16]
    assert article.path == str(tmp_path / "a.txt")


def test_a_file_of_another_ending_is_told_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("<!DOCTYPE html><p>Some words of a page", encoding="utf-8")
    (tmp_path / "note.log").write_text("Some words <b> of a text", encoding="utf-8")
    assert read_source(Source(str(tmp_path / "page"))).text == "Some words of a page\n"
    assert read_source(Source(str(tmp_path / "note.log"))).text == "Some words <b> of a text"


def test_a_page_without_ending_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = '<html><meta charset="koi8-r"><p>Привет, мир, сказал министр в Москве.</p></html>'
    (tmp_path / "page").write_bytes(page.encode("koi8-r"))
    assert (
        read_source(Source(str(tmp_path / "page"))).text
        == "Привет, мир, сказал министр в Москве.\n"
    )


def test_half_characters_in_a_page_become_replacement_characters(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>One &#xD83D; word \U0001f600</p>", encoding="utf-8")
    assert read_source(Source(str(tmp_path / "a.html"))).text == "One � word \U0001f600\n"


def test_front_matter_names_title_byline_and_iso_date(tmp_path: Path) -> None:
    text = "Bridge to  close\n\nBy Mara Quill\nApril 12, 2022\n\nThe council has voted to do so.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    article = read_source(Source(str(tmp_path / "a.txt")))
    assert (article.title, article.byline, article.published) == (
        *("Bridge to close", "Mara Quill", "2022-04-12"),
    )
    assert article.title_span == (0, 16)
    assert article.published_span == (32, 46)


def test_the_bundled_articles_begin_with_the_real_ones_retelling() -> None:
    sources = bundled_sources()
    assert "01-nato" in sources[0].name
    assert "NATO" in read_source(sources[0]).title
