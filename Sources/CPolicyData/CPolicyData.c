#include "CPolicyData.h"

static const unsigned char countries[] = {
#embed "../../Data/policy/countries.tsv"
};

static const unsigned char words[] = {
#embed "../../Data/policy/generic-words.tsv"
};

const unsigned char *namesift_countries(void) { return countries; }
ptrdiff_t namesift_countries_byte_count(void) { return sizeof countries; }

const unsigned char *namesift_generic_words(void) { return words; }
ptrdiff_t namesift_generic_words_byte_count(void) { return sizeof words; }
