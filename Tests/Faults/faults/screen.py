"""What a terminal shows: as much of xterm as curses uses, with a grid of characters behind it."""

import codecs
import re
import unicodedata

# A control sequence, a sequence of another kind that is complete, a text to the terminal itself,
# or the beginning of one of these whose rest has not come yet.
SEQUENCE = re.compile(
    r"\x1b\[([?>=]?)([0-9;:]*)([ -/]*)([@-~])|\x1b[ -/]+[0-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[0-Z\\^-~]")
BEGINNING = re.compile(r"\x1b(?:\[[?>=]?[0-9;:]*[ -/]*|[ -/]*|\][^\x07\x1b]*\x1b?)$")
PLAIN = re.compile(r"[^\x00-\x1f\x7f]+")


def width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """Takes the bytes that a program sends and knows what they make of the screen."""

    def __init__(self, columns: int, rows: int):
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest = ""
        self.is_alternate = False
        self.was_alternate = False
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.last = " "

    def lines(self) -> list[str]:
        return ["".join(row).rstrip() for row in self.cells]

    def text(self) -> str:
        return "\n".join(self.lines())

    def feed(self, data: bytes) -> None:
        text = self.rest + self.decoder.decode(data)
        self.rest = ""
        place = 0
        while place < len(text):
            if run := PLAIN.match(text, place):
                for character in run.group():
                    self._put(character)
                place = run.end()
            elif text[place] != "\x1b":
                self._control(text[place])
                place += 1
            elif sequence := SEQUENCE.match(text, place):
                if sequence.group(4):
                    self._obey(sequence.group(1), sequence.group(2), sequence.group(4))
                place = sequence.end()
            elif BEGINNING.match(text, place):
                self.rest = text[place:]
                return
            else:
                place += 1

    def _put(self, character: str) -> None:
        cells = width(character)
        if cells == 0:
            return
        self.last = character
        if self.column + cells > self.columns:
            self.column = 0
            self._feed_line()
        row = self.cells[self.row]
        row[self.column] = character
        if cells == 2 and self.column + 1 < self.columns:
            row[self.column + 1] = ""
        self.column += cells

    def _feed_line(self) -> None:
        if self.row + 1 < self.rows:
            self.row += 1
        else:
            self.cells = self.cells[1:] + [[" "] * self.columns]

    def _control(self, character: str) -> None:
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self._feed_line()
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif character == "\t":
            self.column = min(self.columns - 1, self.column // 8 * 8 + 8)

    def _obey(self, mark: str, arguments: str, final: str) -> None:
        numbers = [int(number) for number in re.split("[;:]", arguments) if number]
        if mark == "?" and final in "hl":
            if 1049 in numbers:
                self.is_alternate = final == "h"
                self.was_alternate = self.was_alternate or self.is_alternate
                self.cells = [[" "] * self.columns for _ in range(self.rows)]
            return
        count = numbers[0] if numbers else 0
        some = max(1, count)
        row = self.cells[self.row]
        column = min(self.column, self.columns - 1)
        if final in "Hf":
            self.row = min(self.rows, some) - 1
            self.column = min(self.columns, max(1, numbers[1] if len(numbers) > 1 else 1)) - 1
        elif final == "A":
            self.row = max(0, self.row - some)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + some)
        elif final == "C":
            self.column = min(self.columns - 1, column + some)
        elif final == "D":
            self.column = max(0, column - some)
        elif final == "G":
            self.column = min(self.columns, some) - 1
        elif final == "d":
            self.row = min(self.rows, some) - 1
        elif final == "b":
            for _ in range(some):
                self._put(self.last)
        elif final == "X":
            row[column : column + some] = [" "] * min(some, self.columns - column)
        elif final == "P":
            self.cells[self.row] = (row[:column] + row[column + some :] + [" "] * some)[: self.columns]
        elif final == "@":
            self.cells[self.row] = (row[:column] + [" "] * some + row[column:])[: self.columns]
        elif final == "K":
            first, last = ((column, self.columns), (0, column + 1), (0, self.columns))[count]
            row[first:last] = [" "] * (last - first)
        elif final == "J":
            first, last = ((self.row + 1, self.rows), (0, self.row), (0, self.rows))[min(count, 2)]
            for number in range(first, last):
                self.cells[number] = [" "] * self.columns
            self._obey("", str(min(count, 2)), "K")
