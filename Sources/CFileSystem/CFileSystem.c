#include "CFileSystem.h"

#include <errno.h>

#ifdef __APPLE__
#include <sys/mount.h>
#include <sys/param.h>
#else
#include <sys/vfs.h>
#endif

int file_system_of(const char *path, file_system_kind *kind) {
  struct statfs found;
  int result;
  do {
    result = statfs(path, &found);
  } while (result != 0 && errno == EINTR);
  if (result != 0) return errno;
  kind->type = (uint32_t)found.f_type;
#ifdef __APPLE__
  kind->isRemote = !(found.f_flags & MNT_LOCAL);
#else
  kind->isRemote = false;
#endif
  return 0;
}
