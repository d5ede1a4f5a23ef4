"""The Arrow C Data Interface and the PyCapsule protocol, over ctypes.

Source: Apache Arrow, "The Arrow C Data Interface", "The Arrow C Stream Interface" and "The Arrow
PyCapsule Interface".
"""

import ctypes
from ctypes import CFUNCTYPE, c_char_p, c_int, c_int64, c_void_p
from typing import Any, Iterator

from namesift._errors import InvalidArgumentError, InvalidArrowError


class Schema(ctypes.Structure):
    """struct ArrowSchema, as far as it is looked at here."""

    _fields_ = [
        ("format", c_char_p),
        ("name", c_char_p),
        ("metadata", c_void_p),
        ("flags", c_int64),
        ("n_children", c_int64),
        ("children", c_void_p),
        ("dictionary", c_void_p),
        ("release", CFUNCTYPE(None, c_void_p)),
        ("private_data", c_void_p),
    ]


class Array(ctypes.Structure):
    """struct ArrowArray, as far as it is looked at here."""

    _fields_ = [
        ("length", c_int64),
        ("null_count", c_int64),
        ("offset", c_int64),
        ("n_buffers", c_int64),
        ("n_children", c_int64),
        ("buffers", c_void_p),
        ("children", c_void_p),
        ("dictionary", c_void_p),
        ("release", CFUNCTYPE(None, c_void_p)),
        ("private_data", c_void_p),
    ]


class Stream(ctypes.Structure):
    """struct ArrowArrayStream."""

    _fields_ = [
        ("get_schema", CFUNCTYPE(c_int, c_void_p, c_void_p)),
        ("get_next", CFUNCTYPE(c_int, c_void_p, c_void_p)),
        ("get_last_error", CFUNCTYPE(c_char_p, c_void_p)),
        ("release", CFUNCTYPE(None, c_void_p)),
        ("private_data", c_void_p),
    ]


class Owned:
    """A structure that was handed over, released when nothing refers to it any more."""

    def __init__(self, structure: "Schema | Array") -> None:
        self.structure = structure

    @property
    def address(self) -> int:
        """Where the structure is; valid as long as this object."""
        return ctypes.addressof(self.structure)

    def __del__(self) -> None:
        if self.structure.release:
            self.structure.release(self.address)


class Lent:
    """A structure inside a capsule, which releases it."""

    def __init__(self, capsule: object, name: bytes, kind: "type[Array]") -> None:
        self._capsule = capsule
        self.address: int = _get_pointer(capsule, name)
        self.structure = kind.from_address(self.address)


class Table:
    """Something that speaks the Arrow PyCapsule protocol, read batch by batch."""

    def __init__(self, data: Any) -> None:
        self._array: "Lent | None" = None
        self._stream: "Stream | None" = None
        if hasattr(data, "__arrow_c_stream__"):
            self._capsule = data.__arrow_c_stream__()
            address = _get_pointer(self._capsule, b"arrow_array_stream")
            self._stream = Stream.from_address(address)
            schema = Schema()
            self._call(self._stream.get_schema, ctypes.addressof(schema))
            self._schema = Owned(schema)
            self.schema_address = self._schema.address
        elif hasattr(data, "__arrow_c_array__"):
            schema_capsule, array_capsule = data.__arrow_c_array__()
            self._capsule = schema_capsule
            self.schema_address = _get_pointer(schema_capsule, b"arrow_schema")
            self._array = Lent(array_capsule, b"arrow_array", Array)
        else:
            raise InvalidArgumentError(
                f"{type(data).__name__} has neither __arrow_c_stream__ nor __arrow_c_array__; "
                "give a table of pyarrow, polars, pandas or DuckDB"
            )

    def batches(self) -> "Iterator[Owned | Lent]":
        """The batches, each read when it is asked for."""
        if self._array is not None:
            yield self._array
            return
        assert self._stream is not None
        while True:
            batch = Array()
            self._call(self._stream.get_next, ctypes.addressof(batch))
            if not batch.release:
                return
            yield Owned(batch)

    def _call(self, function: Any, out: int) -> None:
        assert self._stream is not None
        address = ctypes.addressof(self._stream)
        status = function(address, out)
        if status != 0:
            words = self._stream.get_last_error(address)
            detail = words.decode(errors="replace") if words else f"error {status}"
            raise InvalidArrowError(f"the stream of the table failed: {detail}")


def stream_capsule(stream: Stream) -> object:
    """A capsule that owns a stream."""
    address = ctypes.addressof(stream)
    _exported[address] = stream
    return _new_capsule(address, _STREAM_NAME, _release_capsule)


# The streams inside capsules, by address: their memory is Python's.
_exported: "dict[int, Stream]" = {}
# Capsules keep the pointer to their name.
_STREAM_NAME = b"arrow_array_stream"

# A prototype of its own for each call: those of pythonapi are shared by the whole process.
_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, c_void_p, c_char_p, c_void_p)(
    ("PyCapsule_New", ctypes.pythonapi)
)
_get_pointer = ctypes.PYFUNCTYPE(c_void_p, ctypes.py_object, c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)
# For a capsule that is being destroyed, which must not be counted as an object again.
_get_dying_pointer = ctypes.PYFUNCTYPE(c_void_p, c_void_p, c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)


@ctypes.PYFUNCTYPE(None, c_void_p)  # type: ignore[untyped-decorator]
def _release_capsule(
    capsule: int, _pointer: Any = _get_dying_pointer, _streams: "dict[int, Stream]" = _exported
) -> None:
    address = _pointer(capsule, _STREAM_NAME)
    stream = _streams.pop(address)
    if stream.release:
        stream.release(address)


__all__ = ["Lent", "Owned", "Stream", "Table", "stream_capsule"]
