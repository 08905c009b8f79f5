"""Stems are the same whoever asks for them, and how many at once."""

from concurrent.futures import ThreadPoolExecutor

from jobforge.text.stems import stem


def test_threads_that_stem_at_once_get_the_stems_of_one() -> None:
    words = [
        f"{start}{end}"
        for start in ("walk", "nation", "relat", "happi", "organ")
        for end in ("ing", "ational", "ness", "izations", "ed", "ly")
    ]
    words = [f"{letter}{word}" for letter in "abcdefghijklmnopqrstuvwxyz" for word in words]
    alone = [stem.__wrapped__(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        for result in pool.map(lambda _: [stem.__wrapped__(word) for word in words], range(16)):
            assert result == alone
