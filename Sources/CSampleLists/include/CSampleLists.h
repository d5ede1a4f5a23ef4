#ifndef C_SAMPLE_LISTS_H
#define C_SAMPLE_LISTS_H

#include <stddef.h>

/// The bytes of `Data/lists/sample.csv`, which stay valid as long as the program runs.
const unsigned char *namesift_sample_list(void);

/// How many bytes there are.
ptrdiff_t namesift_sample_list_byte_count(void);

#endif
