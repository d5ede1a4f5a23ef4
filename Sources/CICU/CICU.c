#include "CICU.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

struct cicu_transliterator {
  UTransliterator *handle;
};

static int32_t failure(UErrorCode code) { return code > 0 ? -(int32_t)code : -U_INTERNAL_PROGRAM_ERROR; }

// UTF-16 text is at most as many units as the UTF-8 text has bytes.
static UChar *utf16(const uint8_t *text, int32_t count, int32_t capacity, int32_t *length,
                    UErrorCode *code) {
  UChar *units = malloc(sizeof(UChar) * ((size_t)capacity + 1));
  if (units == NULL) {
    *code = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  u_strFromUTF8WithSub(units, capacity + 1, length, (const char *)text, count, 0xFFFD, NULL, code);
  if (U_FAILURE(*code)) {
    free(units);
    return NULL;
  }
  return units;
}

static int32_t utf8(const UChar *units, int32_t length, uint8_t *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8WithSub((char *)out, capacity, &written, units, length, 0xFFFD, NULL, &code);
  if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR) return failure(code);
  return written;
}

void cicu_version(char *out) {
  UVersionInfo version;
  u_getVersion(version);
  // Two fields name a release; the others are for packagers.
  version[2] = version[3] = 0;
  u_versionToString(version, out);
}

int32_t cicu_normalize(int32_t form, const uint8_t *text, int32_t count, uint8_t *out,
                       int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = form == CICU_NFC   ? unorm2_getNFCInstance(&code)
                                   : form == CICU_NFD ? unorm2_getNFDInstance(&code)
                                                      : unorm2_getNFKCCasefoldInstance(&code);
  if (U_FAILURE(code)) return failure(code);
  int32_t length = 0;
  UChar *units = utf16(text, count, count, &length, &code);
  if (units == NULL) return failure(code);
  int32_t needed = unorm2_normalize(normalizer, units, length, NULL, 0, &code);
  if (code == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(code)) {
    code = U_ZERO_ERROR;
    UChar *normalized = malloc(sizeof(UChar) * ((size_t)needed + 1));
    if (normalized == NULL) {
      free(units);
      return failure(U_MEMORY_ALLOCATION_ERROR);
    }
    unorm2_normalize(normalizer, units, length, normalized, needed + 1, &code);
    int32_t result = U_FAILURE(code) ? failure(code) : utf8(normalized, needed, out, capacity);
    free(normalized);
    free(units);
    return result;
  }
  free(units);
  return failure(code);
}

int32_t cicu_may_compose(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
}

uint32_t cicu_script(uint32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)scalar, &code);
  const char *name = U_FAILURE(code) ? NULL : uscript_getShortName(script);
  if (name == NULL || strlen(name) != 4) name = "Zzzz";
  return (uint32_t)(uint8_t)name[0] << 24 | (uint32_t)(uint8_t)name[1] << 16 |
         (uint32_t)(uint8_t)name[2] << 8 | (uint32_t)(uint8_t)name[3];
}

uint32_t cicu_category(uint32_t scalar) {
  // In the order of UCharCategory.
  static const char names[] = "CnLuLlLtLmLoMnMeMcNdNlNoZsZlZpCcCfCoCsPdPsPePcPoSmScSkSoPiPf";
  int8_t category = u_charType((UChar32)scalar);
  return (uint32_t)(uint8_t)names[2 * category] << 8 | (uint32_t)(uint8_t)names[2 * category + 1];
}

int32_t cicu_digit(uint32_t scalar) { return u_charDigitValue((UChar32)scalar); }

cicu_transliterator *cicu_transliterator_open(const char *identifier, int32_t *error) {
  UErrorCode code = U_ZERO_ERROR;
  UChar name[256];
  int32_t length = 0;
  u_strFromUTF8(name, 256, &length, identifier, -1, &code);
  UTransliterator *handle =
      U_FAILURE(code) ? NULL : utrans_openU(name, length, UTRANS_FORWARD, NULL, 0, NULL, &code);
  cicu_transliterator *result = handle == NULL ? NULL : malloc(sizeof *result);
  if (result == NULL) {
    if (handle != NULL) utrans_close(handle);
    *error = failure(U_FAILURE(code) ? code : U_MEMORY_ALLOCATION_ERROR);
    return NULL;
  }
  result->handle = handle;
  *error = 0;
  return result;
}

int32_t cicu_transliterator_run(cicu_transliterator *transliterator, const uint8_t *text,
                                int32_t count, uint8_t *out, int32_t capacity) {
  // No rule makes more than a dozen letters of one; a longer result is an error, not a cut.
  int32_t room = count > 100000000 ? INT32_MAX - 1 : 16 * count + 64;
  UErrorCode code = U_ZERO_ERROR;
  int32_t length = 0;
  UChar *units = utf16(text, count, room, &length, &code);
  if (units == NULL) return failure(code);
  int32_t limit = length;
  utrans_transUChars(transliterator->handle, units, &length, room, 0, &limit, &code);
  int32_t result = U_FAILURE(code) ? failure(code) : utf8(units, length, out, capacity);
  free(units);
  return result;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  utrans_close(transliterator->handle);
  free(transliterator);
}
