#include "namesift.h"
#include "namesift_arrow.h"

// The functions are written in Swift; here the layout that other languages rely on is checked.
_Static_assert(sizeof(void *) == 8, "64-bit machines only");
_Static_assert(sizeof(struct ArrowSchema) == 72, "Arrow C Data Interface");
_Static_assert(sizeof(struct ArrowArray) == 80, "Arrow C Data Interface");
_Static_assert(sizeof(struct ArrowArrayStream) == 40, "Arrow C Stream Interface");
_Static_assert(sizeof(namesift_configuration) == 56, "namesift_configuration");
_Static_assert(sizeof(namesift_options) == 40, "namesift_options");
_Static_assert(sizeof(namesift_counts) == 25 * 8, "namesift_counts");
_Static_assert(sizeof(namesift_party) == 64, "namesift_party");
