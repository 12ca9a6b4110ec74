"""Injects faults into the built program and counts what is lost.

The program runs as it is, in a pseudo-terminal, on real files. What its screen says was saved is
taken down before the next key is pressed; after the fault the ledger is read by code of our own,
which knows nothing of the program but the format, and compared with that:

  lost           reviews that were shown as saved, or as saved in a rescue file, and are nowhere
  damaged read   damaged lines that the program takes for events
  later lost     readable lines that the program does not read
  extra          reviews in the ledger that were never shown as saved: one for each writer is right,
                 since a kill may come between the disk and the screen

The first three must be 0. Faults at system calls need strace, small disks need root; where these
are missing the scenario says so. Everything is drawn from the seed that is printed first. With
FAULTS_KEEP=1 the folder of a trial that fails is kept, with FAULTS_TIMES=1 each trial's time is
printed.
"""
