/* The files of the bridge, between them and the requests to them. */
#ifndef KS4J_FILES_H
#define KS4J_FILES_H

#include "bridge.h"

typedef struct file {
    HANDLE handle;
    HANDLE port; /* NULL for none */
    UCHAR modes;
    uint64_t id; /* KS4J_FILE_ID */
    struct file *next;
    WCHAR path[];
} file;

/* Held around everything that files and requests share. */
extern CRITICAL_SECTION bridge_lock;

/* Both with the lock held; there is NULL for the handle of anything else. */
file *file_of(HANDLE handle);
unsigned count_files(void);

/* A request of the bridge's own, of which no completion port is told. Returns the error. */
DWORD control_now(HANDLE handle, DWORD code, void *in, DWORD in_length, void *out, DWORD out_length);

/* Lets go of the requests of whose end a closed event or port would have told. */
void abandon(HANDLE closed);

void *allocate(size_t size);
void deallocate(void *memory);

#endif
