/// The folding and token tables, embedded in the binary.
#ifndef NAMESIFT_CNAMETABLES_H
#define NAMESIFT_CNAMETABLES_H

#include <stddef.h>

/// The first byte of the tables, aligned to 64 bytes.
const void *_Nonnull name_tables_bytes(void);

/// The size of the tables in bytes.
size_t name_tables_size(void);

#endif
