// Input: what curses makes of the bytes, as scalars and keys of our own.
#include "Internal.h"

#include <curses.h>

// Beyond all that curses uses itself.
enum {
  PASTE_BEGIN = KEY_MAX + 1,
  PASTE_END = KEY_MAX + 2,
};

// Terminals send these whatever their description says; without a definition an arrow would arrive
// as three characters, and characters are verdicts.
static const struct {
  const char *sequence;
  int key;
} sequences[] = {
    {"\033[A", KEY_UP},      {"\033[B", KEY_DOWN},    {"\033[C", KEY_RIGHT},
    {"\033[D", KEY_LEFT},    {"\033OA", KEY_UP},      {"\033OB", KEY_DOWN},
    {"\033OC", KEY_RIGHT},   {"\033OD", KEY_LEFT},    {"\033[H", KEY_HOME},
    {"\033[F", KEY_END},     {"\033OH", KEY_HOME},    {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME},   {"\033[4~", KEY_END},    {"\033[7~", KEY_HOME},
    {"\033[8~", KEY_END},    {"\033[3~", KEY_DC},     {"\033[5~", KEY_PPAGE},
    {"\033[6~", KEY_NPAGE},  {"\033[Z", KEY_BTAB},    {"\033OM", KEY_ENTER},
    {"\033OP", KEY_F(1)},    {"\033OQ", KEY_F(2)},    {"\033OR", KEY_F(3)},
    {"\033OS", KEY_F(4)},    {"\033[11~", KEY_F(1)},  {"\033[12~", KEY_F(2)},
    {"\033[13~", KEY_F(3)},  {"\033[14~", KEY_F(4)},  {"\033[200~", PASTE_BEGIN},
    {"\033[201~", PASTE_END},
};

void cterm_keys_define(void) {
  for (size_t place = 0; place < sizeof sequences / sizeof sequences[0]; place++) {
    define_key(sequences[place].sequence, sequences[place].key);
  }
}

static uint32_t key_of(wint_t code) {
  switch (code) {
  case KEY_UP: return CTERM_KEY_UP;
  case KEY_DOWN: return CTERM_KEY_DOWN;
  case KEY_LEFT: return CTERM_KEY_LEFT;
  case KEY_RIGHT: return CTERM_KEY_RIGHT;
  case KEY_PPAGE: return CTERM_KEY_PAGE_UP;
  case KEY_NPAGE: return CTERM_KEY_PAGE_DOWN;
  case KEY_HOME: return CTERM_KEY_HOME;
  case KEY_END: return CTERM_KEY_END;
  case KEY_BACKSPACE: return CTERM_KEY_BACKSPACE;
  case KEY_DC: return CTERM_KEY_DELETE;
  case KEY_ENTER: return CTERM_KEY_ENTER;
  case KEY_BTAB: return CTERM_KEY_BACK_TAB;
  case PASTE_BEGIN: return CTERM_KEY_PASTE_BEGIN;
  case PASTE_END: return CTERM_KEY_PASTE_END;
  default: break;
  }
  if (code > KEY_F(0) && code <= KEY_F(24)) return CTERM_KEY_FUNCTION + (code - KEY_F0);
  return CTERM_KEY_OTHER;
}

cterm_input cterm_read(void) {
  cterm_input input = {CTERM_NOTHING, 0};
  wint_t code = 0;
  int result = get_wch(&code);
  if (result == KEY_CODE_YES) {
    input.kind = CTERM_KEY;
    input.value = key_of(code);
  } else if (result == OK) {
    input.kind = CTERM_SCALAR;
    input.value = (uint32_t)code;
  }
  return input;
}
