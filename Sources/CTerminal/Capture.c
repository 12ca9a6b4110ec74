// Keeps what is written to standard error while the screen is up, since it would land in the middle
// of it, and hands it out afterwards.
#include "Internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static FILE *captured;
static volatile int captured_descriptor = -1;
static volatile int real_error = -1;

void cterm_capture_begin(void) {
  if (captured != NULL) {
    fclose(captured);
    captured = NULL;
    captured_descriptor = -1;
  }
  // Redirected errors go where they were sent.
  if (!isatty(STDERR_FILENO)) return;
  int kept = dup(STDERR_FILENO);
  if (kept < 0) return;
  fcntl(kept, F_SETFD, FD_CLOEXEC);
  captured = tmpfile();
  if (captured == NULL) {
    close(kept);
    return;
  }
  real_error = kept;
  captured_descriptor = fileno(captured);
  dup2(captured_descriptor, STDERR_FILENO);
}

void cterm_capture_end(void) {
  if (real_error < 0) return;
  dup2(real_error, STDERR_FILENO);
  close(real_error);
  real_error = -1;
}

int cterm_captured(uint8_t *bytes, int capacity) {
  if (captured == NULL || capacity <= 0) return 0;
  ssize_t count = pread(captured_descriptor, bytes, (size_t)capacity, 0);
  fclose(captured);
  captured = NULL;
  captured_descriptor = -1;
  return count < 0 ? 0 : (int)count;
}

// Only async-signal-safe calls. Controls become question marks: nothing else sanitises here.
void cterm_capture_replay_in_crash(void) {
  if (real_error < 0) return;
  dup2(real_error, STDERR_FILENO);
  off_t offset = 0;
  unsigned char bytes[512];
  for (;;) {
    ssize_t count = pread(captured_descriptor, bytes, sizeof bytes, offset);
    if (count <= 0) return;
    offset += count;
    for (ssize_t place = 0; place < count; place++) {
      unsigned char byte = bytes[place];
      bool is_text = (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
      if (!is_text) bytes[place] = '?';
    }
    if (write(STDERR_FILENO, bytes, (size_t)count) < 0) return;
  }
}
