import os
import threading

import pytest
from definitions import write

from guidepub.files import disk, paths
from guidepub.findings import InputError


def fault(call, *arguments):
    """Return what a call finds wrong, as a report shows it."""
    with pytest.raises(InputError) as caught:
        call(*arguments)
    return str(caught.value)


def test_a_file_is_read_up_to_its_limit(tmp_path):
    write(tmp_path, {"a": b"12345"})
    assert disk.read_bytes(tmp_path / "a", 5) == b"12345"


@pytest.mark.parametrize(
    ("limit", "size"),
    [(4, "0 KiB"), (2048, "2 KiB"), (3 * 1024 * 1024, "3 MiB")],
)
def test_a_file_over_its_limit_is_refused(tmp_path, limit, size):
    path = tmp_path / "a"
    with path.open("wb") as stream:
        stream.truncate(limit + 1)
    assert fault(disk.read_bytes, path, limit) == (
        f"{path} D002 The file is larger than the {size} allowed here. Split it or make it smaller."
    )


def test_no_more_than_the_limit_is_read_of_a_large_file(tmp_path):
    path = tmp_path / "a"
    with path.open("wb") as stream:
        stream.truncate(10**12)
    assert "D002" in fault(disk.read_bytes, path, 1000)


def test_a_missing_file_is_reported(tmp_path):
    assert fault(disk.read_bytes, tmp_path / "a", 1).endswith("a D001 The file is not there.")


def test_a_folder_is_no_file(tmp_path):
    assert fault(disk.read_bytes, tmp_path, 1).endswith(" D001 The file is a folder.")


def test_a_link_to_nothing_is_reported(tmp_path):
    (tmp_path / "a").symlink_to("gone")
    assert fault(disk.read_bytes, tmp_path / "a", 1).endswith(
        "a D001 The file is a link that leads nowhere."
    )


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a")
    assert fault(disk.read_bytes, tmp_path / "a", 1).endswith(
        "a D001 The file is not a regular file."
    )


def test_a_device_without_end_is_not_read(tmp_path):
    (tmp_path / "a").symlink_to("/dev/zero")
    assert "D001" in fault(disk.read_bytes, tmp_path / "a", 10**12)


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000])
def test_a_name_that_no_file_can_have_is_reported(tmp_path, name):
    assert " D001 The file " in fault(disk.read_bytes, tmp_path / name, 1)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\xef\xbb\xbfb", "a\ufeffb"),
        ("é 🥖".encode(), "é 🥖"),
    ],
)
def test_text_has_neither_a_mark_nor_foreign_line_ends(tmp_path, data, text):
    write(tmp_path, {"a": data})
    assert disk.read_text(tmp_path / "a", 100) == text


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"\xff\xfea\0", "1:1", "0xFF"),
        (b"abc\xe9", "1:4", "0xE9"),
        ("é\nüb".encode() + b"\x80", "2:3", "0x80"),
        (b"\xef\xbb\xbfab\xc0", "1:3", "0xC0"),
        (b"a\xf0\x9f", "1:2", "0xF0"),
        (b"\xed\xa0\x80", "1:1", "0xED"),
    ],
)
def test_the_first_byte_that_is_not_utf_8_is_reported(tmp_path, data, place, byte):
    write(tmp_path, {"a": data})
    assert fault(disk.read_text, tmp_path / "a", 100) == (
        f"{tmp_path / 'a'}:{place} D001 The byte {byte} is not UTF-8. Save the file as UTF-8."
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\3\4rest", "a file of Word or another office program, or a zip archive"),
        (b"%PDF-1.7", "a PDF"),
    ],
)
def test_a_file_of_another_kind_is_reported_as_what_it_is(tmp_path, data, kind):
    write(tmp_path, {"a.md": data})
    assert fault(disk.read_text, tmp_path / "a.md", 100) == (
        f"{tmp_path / 'a.md'} D001 This is {kind}, not a text. Restore its original extension, and make a guide from it with guidepub import."
    )


def test_a_file_is_written_with_the_folders_above_it(tmp_path):
    disk.write_bytes(tmp_path / "a" / "b" / "c", b"1")
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"1"


def test_a_file_is_replaced_whole(tmp_path):
    write(tmp_path, {"a": b"a longer old content"})
    disk.write_bytes(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, failing):
    write(tmp_path, {"a": b"old"})

    def fail(*arguments):
        raise OSError("the disk is full")

    monkeypatch.setattr(disk.os, failing, fail)
    monkeypatch.setattr(disk.Path, "replace", fail)
    with pytest.raises(OSError, match="the disk is full"):
        disk.write_bytes(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_write_that_is_interrupted_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(number):
        raise KeyboardInterrupt

    monkeypatch.setattr(disk.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        disk.write_bytes(tmp_path / "a", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_written_into_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        disk.write_output(pipe, b"findings")
        assert os.read(reader, 100) == b"findings"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_an_output_that_is_a_file_is_replaced_whole(tmp_path):
    write(tmp_path, {"a": b"a longer old content", "kept": b"kept"})
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    disk.write_output(tmp_path / "a", b"new")
    disk.write_output(tmp_path / "link", b"new")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "link").read_bytes() == b"new"
    assert (tmp_path / "kept").read_bytes() == b"kept"


def test_many_writers_of_one_file_do_not_meet(tmp_path):
    contents = [bytes([number]) * 100_000 for number in range(8)]
    threads = [
        threading.Thread(target=disk.write_bytes, args=(tmp_path / "a", content))
        for content in contents
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "a").read_bytes() in contents
    assert len(list(tmp_path.iterdir())) == 1


def test_sha256_is_that_of_fips_180_4():
    assert disk.sha256(b"abc") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("a", True),
        ("gone", True),
        ("b/../a", True),
        (".", True),
        ("..", False),
        ("../inner-sibling", False),
        ("/etc/passwd", False),
        ("out", False),
        ("out/passwd", False),
        ("home", True),
        ("loop", False),
        ("a\0b", False),
    ],
)
def test_within_a_folder_means_after_all_links(tmp_path, name, within):
    inner = write(tmp_path, {"inner/a": "", "inner-sibling/a": ""}) / "inner"
    (inner / "out").symlink_to("/etc")
    (inner / "home").symlink_to(inner)
    (inner / "loop").symlink_to("loop")
    assert paths.is_within(inner / name, inner) is within


def test_a_folder_that_is_a_link_itself_holds_its_files(tmp_path):
    write(tmp_path, {"real/a": ""})
    (tmp_path / "link").symlink_to("real")
    assert paths.is_within(tmp_path / "link" / "a", tmp_path / "link")
