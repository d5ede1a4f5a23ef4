#include "CListSources.h"

static const unsigned char sources[] = {
#embed "../../Data/sources.json"
};

const unsigned char *namesift_list_sources(void) { return sources; }
ptrdiff_t namesift_list_sources_byte_count(void) { return sizeof sources; }
