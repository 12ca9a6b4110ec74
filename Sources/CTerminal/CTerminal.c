// The screen itself: opening, drawing, resizing, stopping and closing.
#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "Internal.h"

static SCREEN *screen;
static FILE *stream;
static int tty = -1;
static struct termios modes_before;
static bool is_utf8;
static bool takes_paste;

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

// Only the character type is taken from the environment: a decimal comma must not reach anything
// that formats numbers.
static void choose_encoding(void) {
  const char *fallbacks[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  const char *chosen = setlocale(LC_CTYPE, "");
  is_utf8 = chosen != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  // An encoding that somebody chose is kept; none at all, or one that is not installed, is not a choice.
  if (is_utf8 || (chosen != NULL && strcmp(chosen, "C") != 0 && strcmp(chosen, "POSIX") != 0)) {
    return;
  }
  for (int place = 0; place < 3 && !is_utf8; place++) {
    is_utf8 = setlocale(LC_CTYPE, fallbacks[place]) != NULL;
  }
}

// Adds a capability without its padding marks (`$<5>`).
static size_t add_capability(char *bytes, size_t length, size_t capacity, const char *name) {
  const char *value = tigetstr(name);
  if (value == NULL || value == (const char *)-1) return length;
  while (*value != '\0' && length < capacity) {
    if (value[0] == '$' && value[1] == '<') {
      const char *end = strchr(value, '>');
      if (end == NULL) break;
      value = end + 1;
    } else {
      bytes[length++] = *value++;
    }
  }
  return length;
}

static void prepare_restoring(void) {
  static const char *const capabilities[] = {"sgr0", "clear", "rmkx", "rmcup", "cnorm"};
  char bytes[256];
  size_t length = 0;
  if (takes_paste) {
    memcpy(bytes, paste_off, sizeof paste_off - 1);
    length = sizeof paste_off - 1;
  }
  for (size_t place = 0; place < sizeof capabilities / sizeof capabilities[0]; place++) {
    length = add_capability(bytes, length, sizeof bytes, capabilities[place]);
  }
  cterm_restoring_set_sequence(bytes, length);
}

static void start_modes(void) {
  // Raw: ^C ^Z ^S ^Q arrive in order with the other keys instead of as signals that overtake them.
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  idlok(stdscr, FALSE);
  curs_set(0);
  // A lone Esc is told from a sequence by this many milliseconds of silence; the default is a second.
  // Not by the environment, which other threads may be reading.
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  cterm_keys_define();
}

static int give_up(int reason) {
  cterm_signals_remove();
  cterm_restoring_end();
  if (stream != NULL) {
    fclose(stream);
  } else if (tty >= 0) {
    close(tty);
  }
  stream = NULL;
  tty = -1;
  return reason;
}

static int open_device(const char *path) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0') return CTERM_NO_NAME;
  tty = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (tty < 0) return errno;
  if (tcgetattr(tty, &modes_before) < 0) return errno;
  stream = fdopen(tty, "r+");
  return stream == NULL ? errno : CTERM_OPENED;
}

int cterm_open(const char *path, bool uses_color) {
  if (screen != NULL) return CTERM_ALREADY_OPEN;
  int result = open_device(path);
  if (result != CTERM_OPENED) return give_up(result);
  choose_encoding();
  cterm_restoring_begin(tty, &modes_before);
  if (!cterm_signals_install()) return give_up(errno);
  screen = newterm(NULL, stream, stream);
  if (screen == NULL) return give_up(CTERM_UNKNOWN_NAME);
  const char *placing = tigetstr("cup");
  if (placing == NULL || placing == (const char *)-1) {
    endwin();
    delscreen(screen);
    screen = NULL;
    tcsetattr(tty, TCSANOW, &modes_before);
    return give_up(CTERM_CANNOT_DRAW);
  }
  takes_paste = strncmp(placing, "\033[", 2) == 0;
  prepare_restoring();
  cterm_drawing_begin(uses_color);
  start_modes();
  cterm_waiting_begin(tty);
  cterm_resize();
  cterm_flush();
  if (takes_paste) cterm_send((const uint8_t *)paste_on, sizeof paste_on - 1);
  cterm_capture_begin();
  return CTERM_OPENED;
}

// Back to the shell's screen, with nothing of ours left on it where there is only one screen.
static void leave_screen(void) {
  erase();
  refresh();
  if (takes_paste) cterm_send((const uint8_t *)paste_off, sizeof paste_off - 1);
  endwin();
}

void cterm_close(void) {
  if (screen == NULL) return;
  // What ended the program while it was stopped found the terminal given back already.
  bool is_ours = !isendwin();
  if (is_ours) {
    flushinp();
    leave_screen();
  }
  delscreen(screen);
  screen = NULL;
  if (is_ours) tcsetattr(tty, TCSANOW, &modes_before);
  cterm_capture_end();
  cterm_waiting_begin(-1);
  give_up(CTERM_OPENED);
}

static void enter_screen(void) {
  struct termios modes;
  // In the background this stops the process until it is in front; only then may it draw.
  if (tcgetattr(tty, &modes) == 0) tcsetattr(tty, TCSANOW, &modes);
  reset_prog_mode();
  cterm_resize();
  cterm_forget();
  cterm_flush();
  curs_set(0);
  if (takes_paste) cterm_send((const uint8_t *)paste_on, sizeof paste_on - 1);
}

void cterm_suspend(void) {
  if (screen == NULL) return;
  leave_screen();
  tcsetattr(tty, TCSANOW, &modes_before);
  cterm_signals_stop_group();
  // In the background a program that draws is stopped again, and would never come to its end.
  if (cterm_signals_settle()) return;
  enter_screen();
  // The shell's SIGCONT and a change of size are dealt with.
  cterm_signals_settle();
}

void cterm_resume(void) {
  if (screen == NULL) return;
  enter_screen();
}

void cterm_size(int *rows, int *columns) {
  *rows = screen == NULL ? 0 : getmaxy(stdscr);
  *columns = screen == NULL ? 0 : getmaxx(stdscr);
}

void cterm_resize(void) {
  struct winsize size;
  if (screen == NULL || ioctl(tty, TIOCGWINSZ, &size) < 0) return;
  if (size.ws_row == 0 || size.ws_col == 0) return;
  if (is_term_resized(size.ws_row, size.ws_col)) resize_term(size.ws_row, size.ws_col);
}

bool cterm_is_utf8(void) { return is_utf8; }

bool cterm_is_open(void) { return screen != NULL; }

bool cterm_send(const uint8_t *bytes, int length) {
  int sent = 0;
  while (sent < length) {
    ssize_t count = write(tty, bytes + sent, (size_t)(length - sent));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    sent += (int)count;
  }
  return true;
}
