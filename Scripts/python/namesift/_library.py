"""The functions of namesift.h, as ctypes calls them: without the GIL."""

import ctypes
import pathlib
from ctypes import POINTER, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_void_p

from namesift._errors import BY_STATUS, NamesiftError

ABI_VERSION = 1


class Configuration(ctypes.Structure):
    """namesift_configuration."""

    _fields_ = [
        ("policy", c_char_p),
        ("facts", c_char_p),
        ("as_of", c_char_p),
        ("measures", c_char_p),
        ("instruments_path", c_char_p),
        ("ownership_path", c_char_p),
        ("threshold", c_int32),
    ]


class Options(ctypes.Structure):
    """namesift_options."""

    _fields_ = [
        ("fields", c_char_p),
        ("first_row", c_int64),
        ("row_count", c_int64),
        ("first_record", c_int64),
        ("maximum_matches", c_int32),
        ("explain", c_int32),
    ]


class Counts(ctypes.Structure):
    """namesift_counts."""

    _fields_ = [
        (name, c_int64)
        for name in (
            "records",
            "clear",
            "alert",
            "unscreenable",
            "rejected",
            "names",
            "identifiers",
            "matches",
            "omitted",
            "suppressed_below_threshold",
            "suppressed_weak_name",
            "suppressed_single_token",
            "suppressed_generic_name",
            "suppressed_birth_date",
            "suppressed_country",
            "suppressed_type",
            "outcome_block",
            "outcome_prohibited",
            "outcome_licence_required",
            "outcome_indeterminate",
            "outcome_review",
            "outcome_not_yet_prohibited",
            "outcome_permitted_divestment",
            "outcome_permitted",
            "outcome_not_restricted",
        )
    ]


class Party(ctypes.Structure):
    """namesift_party."""

    _fields_ = [
        ("name", c_char_p),
        ("name_length", c_size_t),
        ("type", c_char_p),
        ("type_length", c_size_t),
        ("country", c_char_p),
        ("country_length", c_size_t),
        ("birth_date", c_char_p),
        ("birth_date_length", c_size_t),
    ]


def _load() -> ctypes.CDLL:
    path = pathlib.Path(__file__).with_name("libnamesift.so")
    library = ctypes.CDLL(str(path))
    signatures: "dict[str, tuple[object, list[object]]]" = {
        "namesift_abi_version": (c_uint32, []),
        "namesift_engine_version": (c_char_p, []),
        "namesift_open": (
            c_int32,
            [c_char_p, POINTER(Configuration), POINTER(c_void_p), POINTER(c_void_p)],
        ),
        "namesift_close": (None, [c_void_p]),
        "namesift_describe": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
        "namesift_screen": (
            c_int32,
            [
                c_void_p,
                c_void_p,
                c_void_p,
                POINTER(Options),
                POINTER(c_void_p),
                POINTER(c_void_p),
            ],
        ),
        "namesift_result_counts": (Counts, [c_void_p]),
        "namesift_matches_stream": (None, [POINTER(c_void_p), c_size_t, c_void_p]),
        "namesift_notices_stream": (None, [POINTER(c_void_p), c_size_t, c_void_p]),
        "namesift_result_close": (None, [c_void_p]),
        "namesift_screen_name": (
            c_int32,
            [c_void_p, POINTER(Party), c_int32, POINTER(c_void_p), POINTER(c_void_p)],
        ),
        "namesift_explain": (
            c_int32,
            [c_void_p, POINTER(Party), c_char_p, c_int32, POINTER(c_void_p), POINTER(c_void_p)],
        ),
        "namesift_score": (
            c_int32,
            [
                c_char_p,
                c_size_t,
                c_char_p,
                c_size_t,
                c_char_p,
                POINTER(c_double),
                POINTER(c_void_p),
                POINTER(c_void_p),
            ],
        ),
        "namesift_free": (None, [c_void_p]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    version = library.namesift_abi_version()
    if version != ABI_VERSION:
        raise ImportError(f"{path}: interface version {version}, this package needs {ABI_VERSION}")
    return library


LIBRARY = _load()


def take_text(pointer: c_void_p) -> str:
    """The text behind a pointer that the library gave, which is freed."""
    try:
        value = ctypes.cast(pointer, c_char_p).value
        return "" if value is None else value.decode()
    finally:
        LIBRARY.namesift_free(pointer)


def check(status: int, message: c_void_p) -> None:
    """Raises the error of a call that failed."""
    if status != 0:
        words = take_text(message)
        raise BY_STATUS.get(status, NamesiftError)(words)
