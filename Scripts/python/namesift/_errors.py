"""What goes wrong, by who is to put it right."""


class NamesiftError(Exception):
    """A call that failed: nothing was done. The words name the place, the value and the limit."""


class InvalidArgumentError(NamesiftError, ValueError):
    """An argument is wrong: a field, a column that is missing or of another type, a number."""


class IndexFileError(NamesiftError):
    """The index cannot be read, is damaged or is of another version."""


class ConfigurationError(NamesiftError, ValueError):
    """The policy, the facts, the measures or another part of the configuration is refused."""


class InvalidArrowError(NamesiftError):
    """The Arrow structures of a table contradict themselves."""


class TooLargeError(NamesiftError):
    """The result of one batch is larger than Arrow can hold: give smaller batches."""


BY_STATUS: "dict[int, type[NamesiftError]]" = {
    1: InvalidArgumentError,
    2: IndexFileError,
    3: ConfigurationError,
    4: InvalidArrowError,
    5: TooLargeError,
}
