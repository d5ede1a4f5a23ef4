/// The part of ICU that Namesift uses, without any type or macro of ICU's.
///
/// Text is UTF-8 in and out. Functions that write text return its length in bytes, which may be
/// more than `capacity` (nothing past `capacity` is written then), or a negative number: the
/// negated ICU error code.
#ifndef NAMESIFT_CICU_H
#define NAMESIFT_CICU_H

#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

/// Writes ICU's version, such as `72.1`, into `out`, which has room for 20 bytes.
void cicu_version(char *_Nonnull out);

/// Normalisation forms.
enum { CICU_NFC = 0, CICU_NFD = 1, CICU_NFKC_CASEFOLD = 2 };

/// Normalises text. Safe to call from any thread; takes no lock.
int32_t cicu_normalize(int32_t form, const uint8_t *_Nullable text, int32_t count,
                       uint8_t *_Nullable out, int32_t capacity);

/// Whether a code point may combine with one before it under NFC.
int32_t cicu_may_compose(uint32_t scalar);

/// The ISO 15924 code of a code point's script, first letter in the highest byte (`Latn`).
uint32_t cicu_script(uint32_t scalar);

/// The general category of a code point, such as `Lu`, first letter in the high byte.
uint32_t cicu_category(uint32_t scalar);

/// The value of a decimal digit, or -1.
int32_t cicu_digit(uint32_t scalar);

/// A compiled transliterator. Use each from one thread at a time.
typedef struct cicu_transliterator cicu_transliterator;

/// Opens a transliterator by its identifier, such as `Any-Latin; Latin-ASCII`.
///
/// Returns null and sets `*error` to a negative number when there is none.
cicu_transliterator *_Nullable cicu_transliterator_open(const char *_Nonnull identifier,
                                                        int32_t *_Nonnull error);

/// Transliterates text.
int32_t cicu_transliterator_run(cicu_transliterator *_Nonnull transliterator,
                                const uint8_t *_Nullable text, int32_t count,
                                uint8_t *_Nullable out, int32_t capacity);

/// Frees a transliterator.
void cicu_transliterator_close(cicu_transliterator *_Nonnull transliterator);

#if defined(__cplusplus)
}
#endif

#endif
