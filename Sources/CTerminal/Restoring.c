// Gives the terminal back from anywhere, a crash included: only async-signal-safe calls.
#include "Internal.h"

#include <string.h>
#include <unistd.h>

static volatile int restoring_tty = -1;
static struct termios restoring_modes;
static char restoring_sequence[256];
static volatile size_t restoring_length;

void cterm_restoring_begin(int tty, const struct termios *modes) {
  restoring_modes = *modes;
  restoring_length = 0;
  restoring_tty = tty;
}

void cterm_restoring_set_sequence(const char *bytes, size_t length) {
  if (length > sizeof restoring_sequence) return;
  memcpy(restoring_sequence, bytes, length);
  restoring_length = length;
}

void cterm_restoring_end(void) {
  restoring_tty = -1;
}

void cterm_restore_now(void) {
  int tty = restoring_tty;
  if (tty < 0) return;
  size_t sent = 0;
  while (sent < restoring_length) {
    ssize_t count = write(tty, restoring_sequence + sent, restoring_length - sent);
    if (count <= 0) break;
    sent += (size_t)count;
  }
  // Not TCSADRAIN: a terminal that nobody reads would hold up the crash for ever.
  tcsetattr(tty, TCSANOW, &restoring_modes);
}
