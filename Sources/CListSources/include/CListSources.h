#ifndef C_LIST_SOURCES_H
#define C_LIST_SOURCES_H

#include <stddef.h>

/// The bytes of `Data/sources.json`, which stay valid as long as the program runs.
const unsigned char *_Nonnull namesift_list_sources(void);

/// How many bytes there are.
ptrdiff_t namesift_list_sources_byte_count(void);

#endif
