"""The user's own notes: what is said goes into the letter, wishes to the writer do not."""

from jobforge.documents.offline.user_notes import Note, read_notes


def test_sentences_in_the_first_person_are_taken_word_for_word() -> None:
    text = "Since January I have also written two small GraphQL resolvers."
    assert read_notes(text, 50) == (Note(text, True),)


def test_facts_in_note_form_are_told_apart_from_sentences() -> None:
    assert read_notes("Führerschein Klasse CE, 2026", 50) == (Note("Führerschein Klasse CE, 2026", False),)


def test_wishes_to_the_writer_stay_out() -> None:
    assert read_notes("Please keep it short. Emphasise my leadership!\nBitte betone die Teamarbeit.", 50) == ()


def test_what_is_to_be_mentioned_is_mentioned() -> None:
    assert read_notes("Please mention that I can start in May", 50) == (Note("I can start in May.", True),)


def test_long_notes_end_with_a_whole_sentence() -> None:
    notes = read_notes("I can start in May. I live near the school. I sing in a choir.", 9)
    assert [note.text for note in notes] == ["I can start in May."]


def test_a_text_without_any_full_stop_is_no_note() -> None:
    assert read_notes("word " * 200, 90) == ()


def test_markup_and_addresses_stay_out() -> None:
    assert read_notes("- **I lead** a code club <b>now</b> https://example.com/x", 50) == (
        Note("I lead a code club now.", True),
    )
