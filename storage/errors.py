"""Every error that Netra raises on purpose, in one tree.

    NetraError                     a person can mend it; the message says what, where and what to do next
    ├── SettingsError              netra.toml or a NETRA_* variable is wrong
    ├── SourceFileError            a file below crawler/sources is wrong: file, line and mend
    ├── ReferenceDataError         a file below storage/reference or nlp/lexicon is wrong
    ├── ArchiveError               a WARC file or archive.db does not hold what was asked for
    ├── CorpusError                corpus.db is absent, of another version, or lacks what was asked for
    ├── SearchQueryError           a search that cannot be understood
    └── InputFileError             a file given on the command line cannot be read or written

A page that cannot be fetched or read is no error: it is data (`FetchFailure`, `Rejection`).
Only `pipeline/cli.py` turns these into exit status 1; anything else is a bug and shows its traceback.
"""


class NetraError(Exception):
    """Something that the person at the keyboard can mend."""


class SettingsError(NetraError):
    """A setting is unknown or has a value that cannot be used."""


class SourceFileError(NetraError):
    """A source's TOML file cannot be used."""


class ReferenceDataError(NetraError):
    """A table of reference facts or a lexicon contradicts itself."""


class ArchiveError(NetraError):
    """The archive lacks a record, or a record is damaged."""


class CorpusError(NetraError):
    """The corpus is absent or lacks what was asked for."""


class SearchQueryError(NetraError):
    """A search query or filter cannot be understood."""


class InputFileError(NetraError):
    """A file named on the command line cannot be read or written."""
