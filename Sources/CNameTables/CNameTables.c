#include "CNameTables.h"

// Made by Scripts/generate-tables from ICU and Data/names.
static const _Alignas(64) unsigned char tables[] = {
#embed "NameTables.bin"
};

const void *name_tables_bytes(void) { return tables; }

size_t name_tables_size(void) { return sizeof tables; }
