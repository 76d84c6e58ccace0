/* Events and completion ports, as win32_kernel32.c uses them. */
#ifndef KS4J_WIN32_WAIT_H
#define KS4J_WIN32_WAIT_H

#include "win32.h"

typedef struct win32_event win32_event;
typedef struct win32_port win32_port;

/* With the lock held. */
void win32_event_signal(win32_event *event);
void win32_event_reset(win32_event *event);
void win32_port_post(win32_port *port, NTSTATUS status, DWORD bytes, uintptr_t key, OVERLAPPED *overlapped);

/* Without. */
HANDLE win32_port_create(void);

/* The point of time so many milliseconds from now. */
void win32_deadline(struct timespec *deadline, ULONG milliseconds);

#endif
