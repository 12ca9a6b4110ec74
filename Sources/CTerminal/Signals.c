// Our own handlers, installed before curses starts, because those of curses call what a handler must
// not call and then exit without saving. A handler writes one byte to a pipe; the rest happens when
// the owner of the terminal reads it.
#include "Internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGQUIT, SIGTERM, SIGHUP};
static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct sigaction watched_before[COUNT(watched)];
static struct sigaction crashes_before[COUNT(crashes)];
static int signal_pipe[2] = {-1, -1};
static bool installed;
static volatile sig_atomic_t insisted;
// Taken out of the pipe and not handed out yet; only the owner of the terminal touches it.
static uint32_t held;
static void *crash_stack;

static void on_watched(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  if (number == SIGTERM && ++insisted >= 3) {
    // Nobody reads the pipe: the program hangs and somebody insists.
    cterm_restore_now();
    _exit(128 + number);
  }
  if (write(signal_pipe[1], &byte, 1) < 0) { /* full: what is in it wakes the reader as well */ }
  errno = kept;
}

static void on_crash(int number) {
  cterm_restore_now();
  cterm_capture_replay_in_crash();
  for (size_t place = 0; place < COUNT(crashes); place++) {
    if (crashes[place] == number) sigaction(number, &crashes_before[place], NULL);
  }
  // Delivered to the handler before ours, or by default, as soon as this one returns.
  raise(number);
}

static void install_crash_handlers(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK;
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE) != 0) {
    // A stack that overflowed has no room for a handler.
    size_t size = 64 * 1024;
    crash_stack = malloc(size);
    stack_t stack = {.ss_sp = crash_stack, .ss_size = size, .ss_flags = 0};
    if (crash_stack != NULL) sigaltstack(&stack, NULL);
  }
  for (size_t place = 0; place < COUNT(crashes); place++) {
    sigaction(crashes[place], &action, &crashes_before[place]);
  }
}

static void watch(int number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigaction(number, &action, before);
}

bool cterm_signals_install(void) {
  if (installed) return true;
  if (signal_pipe[0] < 0 && !cterm_pipe(signal_pipe)) return false;
  cterm_drain(signal_pipe[0]);
  insisted = 0;
  for (size_t place = 0; place < COUNT(watched); place++) {
    watch(watched[place], on_watched, &watched_before[place]);
  }
  install_crash_handlers();
  installed = true;
  return true;
}

void cterm_signals_remove(void) {
  if (!installed) return;
  installed = false;
  for (size_t place = 0; place < COUNT(watched); place++) {
    sigaction(watched[place], &watched_before[place], NULL);
  }
  for (size_t place = 0; place < COUNT(crashes); place++) {
    sigaction(crashes[place], &crashes_before[place], NULL);
  }
  // The pipe and the stack stay for the next session: a handler may still be about to use them.
}

int cterm_signals_descriptor(void) {
  return signal_pipe[0];
}

bool cterm_signals_settle(void) {
  held |= cterm_take_signals() & (CTERM_INTERRUPT | CTERM_HANG_UP | CTERM_TERMINATE);
  return held != 0;
}

uint32_t cterm_take_signals(void) {
  unsigned char bytes[64];
  uint32_t found = held;
  held = 0;
  for (;;) {
    ssize_t count = read(signal_pipe[0], bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    for (ssize_t place = 0; place < count; place++) {
      switch (bytes[place]) {
      case SIGWINCH: found |= CTERM_RESIZE; break;
      case SIGTSTP: found |= CTERM_SUSPEND; break;
      case SIGCONT: found |= CTERM_CONTINUE; break;
      case SIGINT: found |= CTERM_INTERRUPT; break;
      case SIGHUP: found |= CTERM_HANG_UP; break;
      default: found |= CTERM_TERMINATE; break;
      }
    }
  }
  if ((found & CTERM_TERMINATE) != 0) insisted = 0;
  return found;
}

void cterm_signals_stop_group(void) {
  struct sigaction ours;
  struct sigaction byDefault;
  memset(&byDefault, 0, sizeof byDefault);
  sigemptyset(&byDefault.sa_mask);
  byDefault.sa_handler = SIG_DFL;
  cterm_signals_settle();
  sigaction(SIGTSTP, &byDefault, &ours);
  kill(0, SIGTSTP);
  // The stop may reach another thread first; SIGCONT in the pipe says that it is over. Where nobody
  // could continue us (no shell above) the kernel does not stop us, and this returns soon.
  struct pollfd continued = {.fd = signal_pipe[0], .events = POLLIN, .revents = 0};
  while (poll(&continued, 1, 100) < 0 && errno == EINTR) {}
  sigaction(SIGTSTP, &ours, NULL);
}
