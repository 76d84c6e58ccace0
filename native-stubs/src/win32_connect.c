/* How much of a connect request ksuser sends: that is for its caller to say, in the request itself. */
#include <string.h>

#include "win32.h"

ULONG win32_connect_length(const void *connect) {
    const UCHAR *bytes = connect;
    ULONG length = sizeof(KSPIN_CONNECT);
    KSDATAFORMAT format;
    memcpy(&format, bytes + length, sizeof format);
    length += format.FormatSize;
    if ((format.Flags & KSDATAFORMAT_ATTRIBUTES) != 0) {
        KSMULTIPLE_ITEM attributes;
        length = (length + 7) & ~7u;
        memcpy(&attributes, bytes + length, sizeof attributes);
        length += attributes.Size;
    }
    return length;
}
