#include "CMeasureData.h"

static const unsigned char ofac[] = {
#embed "../../Data/measures/ofac.json"
};

static const unsigned char bis[] = {
#embed "../../Data/measures/bis.json"
};

static const unsigned char others[] = {
#embed "../../Data/measures/others.json"
};

static const unsigned char programs[] = {
#embed "../../Data/measures/programs.json"
};

static const struct namesift_measure_file files[] = {
    {"Data/measures/ofac.json", ofac, sizeof ofac},
    {"Data/measures/bis.json", bis, sizeof bis},
    {"Data/measures/others.json", others, sizeof others},
    {"Data/measures/programs.json", programs, sizeof programs},
};

ptrdiff_t namesift_measure_file_count(void) { return sizeof files / sizeof *files; }

struct namesift_measure_file namesift_measure_file(ptrdiff_t number) { return files[number]; }
