// Waiting for whatever comes first, and the pipes that other threads wake the terminal with.
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

static int waiting_tty = -1;

void cterm_waiting_begin(int tty) {
  waiting_tty = tty;
}

uint64_t cterm_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static bool is_dead(void) {
  struct termios modes;
  return waiting_tty < 0 || (tcgetattr(waiting_tty, &modes) < 0 && errno != EINTR);
}

#ifdef __APPLE__
// poll() refuses terminals there.
static int wait_once(int milliseconds, int wake) {
  fd_set set;
  int descriptors[3] = {waiting_tty, cterm_signals_descriptor(), wake};
  int highest = -1;
  FD_ZERO(&set);
  for (int place = 0; place < 3; place++) {
    if (descriptors[place] < 0 || descriptors[place] >= FD_SETSIZE) continue;
    FD_SET(descriptors[place], &set);
    if (descriptors[place] > highest) highest = descriptors[place];
  }
  struct timeval time = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000};
  if (select(highest + 1, &set, NULL, NULL, milliseconds < 0 ? NULL : &time) < 0) return -1;
  int found = 0;
  for (int place = 0; place < 3; place++) {
    if (descriptors[place] < 0 || descriptors[place] >= FD_SETSIZE) continue;
    if (FD_ISSET(descriptors[place], &set)) found |= 1 << place;
  }
  return found;
}
#else
static int wait_once(int milliseconds, int wake) {
  struct pollfd descriptors[3] = {
      {.fd = waiting_tty, .events = POLLIN},
      {.fd = cterm_signals_descriptor(), .events = POLLIN},
      {.fd = wake, .events = POLLIN},
  };
  if (poll(descriptors, 3, milliseconds) < 0) return -1;
  int found = 0;
  if ((descriptors[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) found |= CTERM_DEAD;
  if ((descriptors[0].revents & POLLIN) != 0) found |= CTERM_INPUT;
  if ((descriptors[1].revents & POLLIN) != 0) found |= CTERM_SIGNAL;
  if ((descriptors[2].revents & POLLIN) != 0) found |= CTERM_WAKE;
  return found;
}
#endif

int cterm_wait(int timeout_milliseconds, int wake) {
  uint64_t start = cterm_now();
  int left = timeout_milliseconds;
  for (;;) {
    int found = is_dead() ? CTERM_DEAD : wait_once(left, wake);
    if (found >= 0) return found;
    // No system restarts this call after a signal: without the loop a resize would look like a time-out.
    if (errno != EINTR) return CTERM_DEAD;
    if (timeout_milliseconds >= 0) {
      int64_t passed = (int64_t)((cterm_now() - start) / 1000000u);
      left = passed >= timeout_milliseconds ? 0 : timeout_milliseconds - (int)passed;
    }
  }
}

bool cterm_pipe(int ends[2]) {
  if (pipe(ends) < 0) return false;
  for (int place = 0; place < 2; place++) {
    fcntl(ends[place], F_SETFD, FD_CLOEXEC);
    fcntl(ends[place], F_SETFL, fcntl(ends[place], F_GETFL) | O_NONBLOCK);
  }
  return true;
}

void cterm_wake(int write_end) {
  unsigned char byte = 0;
  while (write(write_end, &byte, 1) < 0 && errno == EINTR) {}
}

void cterm_drain(int read_end) {
  unsigned char bytes[64];
  for (;;) {
    ssize_t count = read(read_end, bytes, sizeof bytes);
    if (count > 0 || (count < 0 && errno == EINTR)) continue;
    return;
  }
}

void cterm_close_descriptor(int descriptor) {
  close(descriptor);
}
