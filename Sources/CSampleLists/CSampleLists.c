#include "CSampleLists.h"
