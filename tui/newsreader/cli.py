"""What may be typed after ``newsreader``. Parses and hands over to ``newsreader.commands``."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from newsreader.commands.output import write_out
from newsreader.errors import CannotWrite, NewsreaderError
from newsreader.narration import say
from newsreader.text import safe

EXIT_CODES = """\
exit codes:
  0    all went well
  1    some articles, or corrections of them, could not be read (stderr has a
       line for each), or standard output could not be written to
  2    wrong arguments, no terminal to draw on, or an index that cannot be used
  130  interrupted with ctrl+c
"""

FORMATS = ("jsonl", "json", "csv", "md", "text")


class _Parser(argparse.ArgumentParser):
    """Prints no control characters, whatever was typed, and no colour."""

    def __init__(self, prog: str, description: str, epilog: str, usage: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            usage=usage,
            allow_abbrev=False,
            # A width that is given spares the import of shutil.
            formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=80),
        )
        self.color = False

    def parse(self, arguments: list[str]) -> argparse.Namespace:
        """Options may stand between paths; after ``--`` everything is a path."""
        # parse_intermixed_args, before Python 3.13, forgets what it has seen of a "--".
        end = arguments.index("--") if "--" in arguments else len(arguments)
        options = self.parse_intermixed_args(arguments[:end])
        options.paths += arguments[end + 1 :]
        return options

    def _print_message(self, message: str, file: Any = None) -> None:
        write_out(safe(message))

    def error(self, message: str) -> NoReturn:
        say(f"{message}; see {self.prog} --help")
        sys.exit(2)


def run(arguments: list[str]) -> int:
    """Carry out the command line ``arguments`` (without the program's name); the exit code."""
    try:
        if arguments[:1] == ["extract"]:
            return _run_extract(arguments[1:])
        if arguments[:1] == ["search"]:
            return _run_search(arguments[1:])
        return _run_read(arguments)
    except NewsreaderError as error:
        say(str(error))
        return 1 if isinstance(error, CannotWrite) else 2
    except BrokenPipeError:  # whoever read our output has seen enough
        return 0


def _run_extract(arguments: list[str]) -> int:
    parser = _Parser(
        prog="newsreader extract",
        usage="newsreader extract [--format FORMAT] [--with-text] [--no-corrections] PATH…",
        description="Print what articles yield: quotes, who said them, and places.",
        epilog=EXIT_CODES,
    )
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help=".txt, .md or .html file, a folder of them, or - for standard input",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="jsonl",
        metavar="FORMAT",
        help="jsonl (default): one JSON object an article and line; json: an array of them; "
        "csv: one row a quote; md: a report; text: plain, for people and screen readers",
    )
    parser.add_argument(
        "--with-text", action="store_true", help="put the article's text into json and jsonl"
    )
    parser.add_argument(
        "--no-corrections",
        action="store_true",
        help="what the engine finds, without the corrections made in the app",
    )
    options = parser.parse(arguments)
    if not options.paths:
        parser.error("name at least one article, folder, or - for standard input")
    from newsreader.commands.extract import extract

    return extract(
        options.paths,
        options.format,
        with_text=options.with_text,
        corrections=not options.no_corrections,
    )


def _run_search(arguments: list[str]) -> int:
    parser = _Parser(
        prog="newsreader search",
        usage="newsreader search [--format FORMAT] [--limit N] [--no-corrections] QUERY PATH…\n"
        "       newsreader search --index FILE [OPTION…] QUERY [PATH…]",
        description="Print the quotes that a query means, best first, typos and all.\n\n"
        'A query is words in any order, "exact phrases", -words that must not be there,\n'
        "and speaker:NAME place:NAME kind:direct|mixed|indirect source:WORD. A query that\n"
        "begins with a - is written after --.",
        epilog=EXIT_CODES,
    )
    parser.add_argument(
        "paths",
        metavar="QUERY PATH",
        nargs="*",
        help="what is looked for, then .txt, .md or .html files, folders of them, or - for "
        "standard input",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="jsonl",
        metavar="FORMAT",
        help="jsonl (default): one JSON object a quote and line; json: an array of them; "
        "csv: one row a quote; md: a list; text: plain, for people and screen readers",
    )
    parser.add_argument(
        "--limit", type=_limit, default=50, metavar="N", help="quotes printed at most (50)"
    )
    parser.add_argument(
        "--index",
        metavar="FILE",
        help="keep what was read in this file, and read only what is new or has changed; without "
        "PATH all that is in it is searched",
    )
    parser.add_argument(
        "--no-corrections",
        action="store_true",
        help="what the engine finds, without the corrections made in the app",
    )
    options = parser.parse(arguments)
    query, *paths = options.paths or [""]
    if not query.strip():
        parser.error("say what to look for")
    if not paths and options.index is None:
        parser.error("name at least one article, folder, or - for standard input")
    from newsreader.commands.search import search

    return search(
        query,
        paths,
        options.format,
        limit=options.limit,
        index=options.index,
        corrections=not options.no_corrections,
    )


def _limit(typed: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 0
    if not number:
        raise argparse.ArgumentTypeError("a number from 1 on is needed")
    return number


def _run_read(arguments: list[str]) -> int:
    parser = _Parser(
        prog="newsreader",
        usage="newsreader [--measure N] [--theme dark|light] [PATH…]\n"
        "       newsreader extract [--format FORMAT] [--with-text] [--no-corrections] PATH…\n"
        "       newsreader search [--format FORMAT] [--limit N] [--index FILE] QUERY PATH…",
        description="Read news articles with their speakers and places beside them, and find any\n"
        "quote as you type. `newsreader extract --help` and `newsreader\n"
        "search --help` tell of output for programs. An article in a file called extract\n"
        "or search opens as ./extract or ./search.",
        epilog=EXIT_CODES,
    )
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help=".txt, .md or .html file, a folder of them, or - for standard input; "
        "none: the articles that come with newsreader",
    )
    parser.add_argument(
        "--measure", type=_measure, metavar="N", help="columns a line of text may take (84)"
    )
    parser.add_argument("--theme", choices=("dark", "light"), help="colours to begin with (dark)")
    parser.add_argument("--version", action="store_true", help="print the version")
    options = parser.parse(arguments)
    if options.version:
        from newsreader import __version__

        write_out(f"newsreader {__version__}\n")
        return 0
    from newsreader.commands.read import Options, read

    told = Options()
    if options.measure:
        told["measure"] = options.measure
    if options.theme:
        told["theme"] = f"newsreader-{options.theme}"
    return read(options.paths, told)


def _measure(typed: str) -> int:
    columns = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 0
    if not 20 <= columns <= 400:
        raise argparse.ArgumentTypeError("a number from 20 to 400 is needed")
    return columns
