// What the files of this target share; not seen by Swift.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "CTerminal.h"

// Restoring.c: everything needed to give the terminal back, usable in a signal handler.
void cterm_restoring_begin(int tty, const struct termios *modes);
void cterm_restoring_set_sequence(const char *bytes, size_t length);
void cterm_restoring_end(void);
void cterm_restore_now(void);

// Signals.c
bool cterm_signals_install(void);
void cterm_signals_remove(void);
int cterm_signals_descriptor(void);
void cterm_signals_stop_group(void);
// Forgets the signals that a new drawing of the screen settles, but no wish to end the program; true
// where there is one.
bool cterm_signals_settle(void);

// Capture.c
void cterm_capture_begin(void);
void cterm_capture_end(void);
void cterm_capture_replay_in_crash(void);

// Waiting.c
void cterm_waiting_begin(int tty);

// CTerminal.c
bool cterm_is_open(void);

// Drawing.c
void cterm_drawing_begin(bool uses_color);

// Keys.c
void cterm_keys_define(void);

#endif
