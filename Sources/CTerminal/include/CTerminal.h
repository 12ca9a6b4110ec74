// The terminal as plain ints and bytes. No curses type, macro or global crosses this header, so Swift
// sees the same interface on every platform and nothing of curses can be called by accident.
//
// There is one terminal per process (curses keeps global state); every function but cterm_pipe,
// cterm_wake and cterm_now is for one thread, the one that opened it.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

// Why a terminal could not be opened. Positive results of cterm_open are an errno instead.
enum {
  CTERM_OPENED = 0,
  CTERM_NO_NAME = -1,       // TERM is not set
  CTERM_UNKNOWN_NAME = -2,  // no description of TERM is installed
  CTERM_CANNOT_DRAW = -3,   // the description has no way to place the cursor
  CTERM_ALREADY_OPEN = -4,
};

// What cterm_wait found, as bits. None: the time was up.
enum {
  CTERM_INPUT = 1,
  CTERM_SIGNAL = 2,
  CTERM_WAKE = 4,
  CTERM_DEAD = 8,
};

// Signals that were caught, as bits.
enum {
  CTERM_RESIZE = 1,
  CTERM_SUSPEND = 2,
  CTERM_CONTINUE = 4,
  CTERM_INTERRUPT = 8,
  CTERM_TERMINATE = 16,
  CTERM_HANG_UP = 32,
};

// How a cell is drawn, as bits.
enum {
  CTERM_BOLD = 1,
  CTERM_DIM = 2,
  CTERM_UNDERLINE = 4,
  CTERM_REVERSE = 8,
};

// Keys that are not characters; function keys are CTERM_KEY_FUNCTION plus their number.
enum {
  CTERM_KEY_OTHER,
  CTERM_KEY_UP,
  CTERM_KEY_DOWN,
  CTERM_KEY_LEFT,
  CTERM_KEY_RIGHT,
  CTERM_KEY_PAGE_UP,
  CTERM_KEY_PAGE_DOWN,
  CTERM_KEY_HOME,
  CTERM_KEY_END,
  CTERM_KEY_BACKSPACE,
  CTERM_KEY_DELETE,
  CTERM_KEY_ENTER,
  CTERM_KEY_BACK_TAB,
  CTERM_KEY_PASTE_BEGIN,
  CTERM_KEY_PASTE_END,
  CTERM_KEY_FUNCTION = 100,
};

enum {
  CTERM_NOTHING,
  CTERM_SCALAR,  // value is a Unicode scalar
  CTERM_KEY,     // value is one of CTERM_KEY_
};

typedef struct {
  int32_t kind;
  uint32_t value;
} cterm_input;

// Opens the terminal at a path, takes over the signals and the screen.
int cterm_open(const char *path, bool uses_color);

// Leaves the screen as it was before cterm_open; harmless when nothing is open.
void cterm_close(void);

void cterm_size(int *rows, int *columns);
int cterm_colors(void);       // 0 where colour is off
int cterm_color_pairs(void);  // how many pairs cterm_define_pair may define, from 1 on
bool cterm_is_utf8(void);

// Takes over the size that the terminal has now.
void cterm_resize(void);

// Gives the terminal back, stops the process group, and goes on when it is continued.
void cterm_suspend(void);

// Takes the terminal again after the process was stopped by somebody else.
void cterm_resume(void);

// A colour of -1 is the terminal's own.
void cterm_define_pair(int pair, int foreground, int background);

// Draws one glyph. Where the system does not agree that it fills `width` columns, question marks.
void cterm_put(
    int row, int column, const uint32_t *scalars, int count, int width, uint32_t attributes,
    int pair);

// Sends what was drawn since the last time; after cterm_forget all of it.
void cterm_flush(void);
void cterm_forget(void);

void cterm_bell(void);

// Sends bytes past curses. False when the terminal did not take them all.
bool cterm_send(const uint8_t *bytes, int length);

// Waits for input, a signal, the wake descriptor (or -1) or the time (-1: for ever).
int cterm_wait(int timeout_milliseconds, int wake);

// The signals since the last call.
uint32_t cterm_take_signals(void);

// The next character or key that has arrived; does not wait, an escape sequence's rest aside.
cterm_input cterm_read(void);

// What was written to standard error during the session; read after cterm_close. Returns the count.
int cterm_captured(uint8_t *bytes, int capacity);

// Nanoseconds of a clock that only goes forward.
uint64_t cterm_now(void);

// A pipe that neither blocks nor is inherited: { read end, write end }. False leaves errno.
bool cterm_pipe(int ends[2]);
void cterm_wake(int write_end);
void cterm_drain(int read_end);
void cterm_close_descriptor(int descriptor);

#endif
