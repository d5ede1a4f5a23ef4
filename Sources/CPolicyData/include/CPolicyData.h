#ifndef C_POLICY_DATA_H
#define C_POLICY_DATA_H

#include <stddef.h>

/// The bytes of `Data/policy/countries.tsv`, which stay valid as long as the program runs.
const unsigned char *_Nonnull namesift_countries(void);

/// How many bytes there are.
ptrdiff_t namesift_countries_byte_count(void);

/// The bytes of `Data/policy/generic-words.tsv`, which stay valid as long as the program runs.
const unsigned char *_Nonnull namesift_generic_words(void);

/// How many bytes there are.
ptrdiff_t namesift_generic_words_byte_count(void);

#endif
