/* kernel32: what is mapped in this process, as Linux tells it. */
#include <errno.h>
#include <stdio.h>

#include "win32.h"

#define PAGE_SIZE 4096u
#define PAGE_NOACCESS 0x01u
#define PAGE_READONLY 0x02u
#define PAGE_READWRITE 0x04u
#define MEM_COMMIT 0x1000u
#define MEM_FREE 0x10000u
#define MEM_PRIVATE 0x20000u

typedef struct {
    uintptr_t BaseAddress;
    uintptr_t AllocationBase;
    DWORD AllocationProtect;
    uintptr_t RegionSize;
    DWORD State;
    DWORD Protect;
    DWORD Type;
} MEMORY_BASIC_INFORMATION;

static DWORD protection(const char *flags) {
    return flags[0] != 'r' ? PAGE_NOACCESS : flags[1] == 'w' ? PAGE_READWRITE : PAGE_READONLY;
}

EXPORT uintptr_t VirtualQuery(const void *address, MEMORY_BASIC_INFORMATION *information, uintptr_t length) {
    uintptr_t page = (uintptr_t)address / PAGE_SIZE * PAGE_SIZE;
    uintptr_t start, end, next = (uintptr_t)1 << 47;
    char line[512], flags[8];
    FILE *maps = length < sizeof *information ? NULL : fopen("/proc/self/maps", "r");
    if (maps == NULL) {
        errno = length < sizeof *information ? ERROR_BAD_LENGTH : ERROR_NOT_ENOUGH_MEMORY;
        return 0;
    }
    *information = (MEMORY_BASIC_INFORMATION){.BaseAddress = page, .State = MEM_FREE, .Protect = PAGE_NOACCESS};
    while (fgets(line, sizeof line, maps) != NULL) {
        if (sscanf(line, "%lx-%lx %7s", &start, &end, flags) != 3 || page >= end) {
            continue;
        }
        if (page < start) {
            next = start;
            break;
        }
        next = end;
        information->AllocationBase = start;
        information->State = MEM_COMMIT;
        information->Protect = information->AllocationProtect = protection(flags);
        information->Type = MEM_PRIVATE;
        break;
    }
    fclose(maps);
    if (page >= next) {
        errno = ERROR_INVALID_PARAMETER;
        return 0;
    }
    information->RegionSize = next - page;
    return sizeof *information;
}
