/* The bridge: a Windows program that performs the calls of libks4jremote.so. */
#ifndef KS4J_BRIDGE_H
#define KS4J_BRIDGE_H

#include <winsock2.h>
#include <windows.h>

#include "protocol.h"

#define MAXIMUM_ARGUMENTS (KS4J_ARGUMENTS + KS4J_FRAMES)

/* A call that has come in. */
typedef struct {
    ks4j_call head;
    const ks4j_argument *arguments;
    uint64_t values[MAXIMUM_ARGUMENTS]; /* as the function takes them: memory is at an address of this process */
} message;

/* What goes back: ks4j_return, and the writes. */
typedef struct {
    BYTE *bytes;
    size_t length;
    size_t room;
} answer;

/* Performs a call; a handler that keeps the message clears the pointer. */
typedef void handler(message **owned, answer *to);

ks4j_return *answer_head(answer *to);
void answer_write(answer *to, uint64_t address, const void *bytes, size_t length);

/* Writes back the memory of all arguments of a kind that says so. */
void answer_arguments(answer *to, const message *m);

/* The memory of an argument; NULL if the caller gave none. */
void *memory_of(const message *m, unsigned argument);
HANDLE handle_of(const message *m, unsigned argument);

/* See files.c and requests.c. */
extern handler create_file, device_io_control, cancel_io_ex, close_handle, wait_for_single_object,
    create_io_completion_port, get_queued_completion_status, set_notification_modes, create_pin, create_allocator,
    create_clock, create_node, count_objects;
void files_start(void);
void requests_start(void);

/* A driver cannot be stopped while files are open; their requests are cancelled. */
void close_files(void);

/* See interfaces.c. */
extern handler get_device_interface_alias;

/* The service of the driver and its device interfaces: see install.c. Both tell what failed; install returns false then. */
int install(const WCHAR *driver);
void uninstall(void);

#endif
