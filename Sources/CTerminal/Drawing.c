// Drawing into curses' idea of the screen: glyphs, attributes and colour pairs.
#include <curses.h>
#include <wchar.h>

#include "Internal.h"

static int colors;
static int color_pairs;

void cterm_drawing_begin(bool uses_color) {
  colors = 0;
  color_pairs = 0;
  // Not even started where colour is off, so that curses cannot send any.
  if (!uses_color || !has_colors() || start_color() == ERR) return;
  use_default_colors();
  // In a terminal of direct colour only the first eight numbers are palette entries.
  colors = COLORS > 256 ? 8 : COLORS;
  color_pairs = COLOR_PAIRS - 1 < 255 ? COLOR_PAIRS - 1 : 255;
}

int cterm_colors(void) { return colors; }
int cterm_color_pairs(void) { return color_pairs; }

void cterm_define_pair(int pair, int foreground, int background) {
  if (pair < 1 || pair > color_pairs) return;
  // Terminals without colours of their own begin with white on black.
  if (init_pair((short)pair, (short)foreground, (short)background) == ERR) {
    init_pair(
        (short)pair, (short)(foreground < 0 ? COLOR_WHITE : foreground),
        (short)(background < 0 ? COLOR_BLACK : background));
  }
}

static attr_t attributes_of(uint32_t bits) {
  attr_t attributes = A_NORMAL;
  if ((bits & CTERM_BOLD) != 0) attributes |= A_BOLD;
  if ((bits & CTERM_DIM) != 0) attributes |= A_DIM;
  if ((bits & CTERM_UNDERLINE) != 0) attributes |= A_UNDERLINE;
  if ((bits & CTERM_REVERSE) != 0) attributes |= A_REVERSE;
  return attributes;
}

static bool system_agrees(const wchar_t *text, int count, int width) {
  if (wcwidth(text[0]) != width) return false;
  for (int place = 1; place < count; place++) {
    if (wcwidth(text[place]) != 0) return false;
  }
  return true;
}

void cterm_put(
    int row, int column, const uint32_t *scalars, int count, int width, uint32_t attributes,
    int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  cchar_t cell;
  if (!cterm_is_open() || count < 1 || count > CCHARW_MAX) return;
  for (int place = 0; place < count; place++) text[place] = (wchar_t)scalars[place];
  attr_t looks = attributes_of(attributes);
  int repeats = 1;
  if (!system_agrees(text, count, width)) {
    // A system of another Unicode version would move the cursor elsewhere than the grid believes.
    text[0] = L'?';
    text[1] = L'\0';
    repeats = width;
  }
  if (setcchar(&cell, text, looks, (short)pair, NULL) == ERR) return;
  // The last place of the screen draws and then reports an error; that is how curses is.
  for (int place = 0; place < repeats; place++) mvadd_wch(row, column + place, &cell);
}

void cterm_flush(void) {
  if (cterm_is_open()) refresh();
}

void cterm_forget(void) {
  if (cterm_is_open()) clearok(curscr, TRUE);
}

void cterm_bell(void) {
  if (cterm_is_open()) beep();
}
