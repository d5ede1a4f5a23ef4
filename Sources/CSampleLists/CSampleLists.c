#include "CSampleLists.h"

static const unsigned char sample[] = {
#embed "../../Data/lists/sample.csv"
};

const unsigned char *namesift_sample_list(void) { return sample; }

ptrdiff_t namesift_sample_list_byte_count(void) { return sizeof sample; }
