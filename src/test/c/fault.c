/*
 * Makes one call that changes the disk fail, or kills the process just before or after it.
 * Preloaded into a program (LD_PRELOAD), it counts such calls below one folder:
 *
 *   FAULT_ROOT   the folder, a real path
 *   FAULT_LOG    a file that gets one line for each call: its name and path
 *   FAULT_AT     which call to meddle with, counted from 1; none if unset
 *   FAULT_KIND   before or after: SIGKILL there; ENOSPC, EIO, EROFS: fail so; short: write one byte;
 *                hook: run FAULT_HOOK first, a line of shell
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static atomic_int calls;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static void die(void) {
  kill(getpid(), SIGKILL);
  pause();
}

static void run_hook(void) {
  pid_t child = fork();
  if (!child) {
    const char *line = getenv("FAULT_HOOK");
    unsetenv("LD_PRELOAD");
    execl("/bin/sh", "sh", "-c", line, (char *)NULL);
    _exit(127);
  }
  waitpid(child, NULL, 0);
}

static int below_root(const char *path) {
  const char *root = getenv("FAULT_ROOT");
  size_t length = root ? strlen(root) : 0;
  return length && path && !strncmp(path, root, length) && (path[length] == '/' || !path[length]);
}

static void note(const char *name, const char *path) {
  const char *log = getenv("FAULT_LOG");
  FILE *file = log ? fopen(log, "a") : NULL;
  if (file) {
    fprintf(file, "%s %s\n", name, path);
    fclose(file);
  }
}

/* What is to happen to this call: NULL for nothing, else the kind. */
static const char *fate(const char *name, const char *path) {
  const char *at = getenv("FAULT_AT");
  if (!below_root(path)) return NULL;
  int number = atomic_fetch_add(&calls, 1) + 1;
  note(name, path);
  if (!at || atoi(at) != number) return NULL;
  const char *kind = getenv("FAULT_KIND");
  if (!strcmp(kind, "before")) die();
  if (!strcmp(kind, "hook")) run_hook();
  return kind;
}

static const char *fate_of_fd(const char *name, int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  return fate(name, path);
}

/* Whether the call is to fail; sets errno then. */
static int fails(const char *kind) {
  if (!kind) return 0;
  errno = !strcmp(kind, "ENOSPC") ? ENOSPC : !strcmp(kind, "EIO") ? EIO
      : !strcmp(kind, "EROFS") ? EROFS : 0;
  return errno != 0;
}

static long ended(const char *kind, long result) {
  if (kind && !strcmp(kind, "after")) die();
  return result;
}

static int changes(int flags) {
  return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
}

#define OPEN(symbol) \
  int symbol(const char *path, int flags, ...) { \
    REAL(int, #symbol, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    const char *kind = changes(flags) ? fate("open", path) : NULL; \
    return fails(kind) ? -1 : (int)ended(kind, real(path, flags, mode)); \
  }
OPEN(open)
OPEN(open64)

#define ON_PATH(name, parameters, path, call, types) \
  int name parameters { \
    REAL(int, #name, types); \
    const char *kind = fate(#name, path); \
    return fails(kind) ? -1 : (int)ended(kind, real call); \
  }
#define COMMA ,
ON_PATH(rename, (const char *from, const char *to), to, (from, to), const char * COMMA const char *)
ON_PATH(chmod, (const char *path, mode_t mode), path, (path, mode), const char * COMMA mode_t)
ON_PATH(mkdir, (const char *path, mode_t mode), path, (path, mode), const char * COMMA mode_t)
ON_PATH(unlink, (const char *path), path, (path), const char *)
ON_PATH(truncate, (const char *path, off_t to), path, (path, to), const char * COMMA off_t)

/* The path that a name relative to an open folder has. */
static const char *place(int folder, const char *name, char *path, size_t size) {
  if (folder == AT_FDCWD || name[0] == '/') return name;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return NULL;
  snprintf(path + length, size - length, "/%s", name);
  return path;
}

#define OPENAT(symbol) \
  int symbol(int folder, const char *name, int flags, ...) { \
    REAL(int, #symbol, int, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    char path[8192]; \
    const char *kind = \
        changes(flags) ? fate("open", place(folder, name, path, sizeof path)) : NULL; \
    return fails(kind) ? -1 : (int)ended(kind, real(folder, name, flags, mode)); \
  }
OPENAT(openat)
OPENAT(openat64)

int renameat(int from, const char *name, int to, const char *target) {
  REAL(int, "renameat", int, const char *, int, const char *);
  char path[8192];
  const char *kind = fate("rename", place(to, target, path, sizeof path));
  return fails(kind) ? -1 : (int)ended(kind, real(from, name, to, target));
}

int unlinkat(int folder, const char *name, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  char path[8192];
  const char *kind = fate("unlink", place(folder, name, path, sizeof path));
  return fails(kind) ? -1 : (int)ended(kind, real(folder, name, flags));
}

#define ON_FD(name, parameters, call, types) \
  int name parameters { \
    REAL(int, #name, types); \
    const char *kind = fate_of_fd(#name, fd); \
    return fails(kind) ? -1 : (int)ended(kind, real call); \
  }
ON_FD(fsync, (int fd), (fd), int)
ON_FD(fdatasync, (int fd), (fd), int)
ON_FD(fchmod, (int fd, mode_t mode), (fd, mode), int COMMA mode_t)
ON_FD(ftruncate, (int fd, off_t to), (fd, to), int COMMA off_t)
ON_FD(ftruncate64, (int fd, off64_t to), (fd, to), int COMMA off64_t)

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  const char *kind = fate_of_fd("write", fd);
  if (fails(kind)) return -1;
  if (kind && !strcmp(kind, "short") && count > 1) count = 1;
  return ended(kind, real(fd, bytes, count));
}
