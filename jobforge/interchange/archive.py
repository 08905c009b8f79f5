"""ZIP archives read within caps: bytes are counted as they unpack, no name is ever used as a path."""

import io
import zipfile
import zlib

from jobforge.interchange.limits import MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_UNPACKED_BYTES, damaged, too_large
from jobforge.interchange.results import Refusal, RefusalCode

_CHUNK = 64 * 1024
_END_RECORD = b"PK\x05\x06"


class Archive:
    """A ZIP file whose entries are read by name, each and all of them up to a size."""

    def __init__(self, data: bytes, what: str) -> None:
        self._what = what
        self._unpacked = 0
        end = data.rfind(_END_RECORD)
        if end >= 0 and int.from_bytes(data[end + 10 : end + 12], "little") > MAX_ENTRIES:
            raise too_large(what, f"{MAX_ENTRIES:,} entries")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise damaged(what) from None
        if len(self._zip.infolist()) > MAX_ENTRIES:
            raise too_large(what, f"{MAX_ENTRIES:,} entries")
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return an entry's bytes. Raises: Refusal when it is encrypted, damaged or beyond the caps."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            message = f"The {self._what} is protected by a password. Remove the password and send it again."
            raise Refusal(RefusalCode.ENCRYPTED, message)
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as entry:
                while part := entry.read(_CHUNK):
                    size += len(part)
                    self._unpacked += len(part)
                    if size > MAX_ENTRY_BYTES or self._unpacked > MAX_UNPACKED_BYTES:
                        limit = MAX_ENTRY_BYTES if size > MAX_ENTRY_BYTES else MAX_UNPACKED_BYTES
                        raise too_large(self._what, f"{limit // 1024**2} MiB of unpacked text")
                    parts.append(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            raise damaged(self._what) from None
        return b"".join(parts)
