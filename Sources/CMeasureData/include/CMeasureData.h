#ifndef C_MEASURE_DATA_H
#define C_MEASURE_DATA_H

#include <stddef.h>

/// A file of measures inside the program. Its bytes stay valid as long as the program runs.
struct namesift_measure_file {
  /// The path in the sources, zero-terminated.
  const char *_Nonnull path;
  /// The bytes of the file.
  const unsigned char *_Nonnull bytes;
  /// How many bytes there are.
  ptrdiff_t byte_count;
};

/// How many files there are.
ptrdiff_t namesift_measure_file_count(void);

/// The file with a number from 0 up to the count.
struct namesift_measure_file namesift_measure_file(ptrdiff_t number);

#endif
