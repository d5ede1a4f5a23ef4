#ifndef C_PREFETCH_H
#define C_PREFETCH_H

/// Asks for the cache line at an address, which need not be valid, to be read soon.
static inline void namesift_prefetch(const void *_Nullable address) {
  __builtin_prefetch(address, 0, 3);
}

#endif
