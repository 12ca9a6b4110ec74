/// Which kind of file system a path lies on.
///
/// The system says so by `statfs`, which Swift's view of the C library leaves out on Linux; so this is
/// C, and nothing else is.
#ifndef SPOTCHECK_FILE_SYSTEM_H
#define SPOTCHECK_FILE_SYSTEM_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  /// The number of its type, as Linux gives it; on macOS there is none that means anything.
  uint32_t type;
  /// Whether the system itself says that it is on another machine; Linux never does.
  bool isRemote;
} file_system_kind;

/// Returns 0, or what `errno` says.
int file_system_of(const char *_Nonnull path, file_system_kind *_Nonnull kind);

#endif
