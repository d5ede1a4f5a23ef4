#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer, which the option -sanitize=fuzzer links in, with the arguments of a command line.
///
/// `target` is called with each input and returns 0.
int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*target)(const uint8_t *bytes, size_t count));
