"""Taking contacts out."""

from __future__ import annotations

import json
import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.network.exporting import export, save_export
from netkeeper.demo import make as demo
from netkeeper.domain.errors import InvalidValueError, StoreError, UnreadableFileError
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import parse_search
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)


@pytest.fixture
def network(folder: str) -> Network:
    network = Network(folder)
    demo.make_demo(network, TODAY)
    return network


def test_everybody_goes_out_unless_a_search_says_who(network: Network) -> None:
    everybody = export(network, format_name="json")
    some = export(network, parse_search(split_text("field:design"), TODAY), format_name="json")
    assert everybody.people == len(network.contacts())
    assert 0 < some.people < everybody.people
    whole = json.loads(some.data)
    ids = {contact["id"] for contact in whole["contacts"]}
    assert all(followup["contact_id"] in ids for followup in whole["followups"])
    assert all(ids & set(item["contact_ids"]) for item in whole["interactions"])


def test_the_format_is_the_one_named_else_what_the_file_name_says(network: Network) -> None:
    assert export(network, path="x.json").format.name == "json"
    assert export(network, path="x.vcf").format.name == "vcard"
    assert export(network, path="x.json", format_name="VCard4").format.name == "vcard4"
    assert export(network).format.name == "vcard"
    with pytest.raises(UnreadableFileError, match=r"writes no \.pdf files"):
        export(network, path="x.pdf")
    assert export(network, path="x.csv").format.name == "csv"
    assert export(network, path="x.csv", format_name="json").format.name == "json"
    with pytest.raises(UnreadableFileError, match="There is no format 'pdf'; there are vcard, vcard4, json"):
        export(network, format_name="pdf")


def test_an_export_is_private_and_never_replaces_a_file_unasked(network: Network, tmp_path: Path) -> None:
    made = export(network)
    path = tmp_path / "out.vcf"
    save_export(made, str(path))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_bytes(b"mine")
    with pytest.raises(StoreError, match="is there already"):
        save_export(made, str(path))
    assert path.read_bytes() == b"mine"
    save_export(made, str(path), force=True)
    assert path.read_bytes() == made.data


def test_an_export_does_not_follow_a_link_to_nowhere(network: Network, tmp_path: Path) -> None:
    link = tmp_path / "out.vcf"
    os.symlink(tmp_path / "elsewhere", link)
    with pytest.raises(StoreError):
        save_export(export(network), str(link))
    assert not (tmp_path / "elsewhere").exists()


def test_nobody_to_export_is_said(folder: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="nobody to export yet"):
        export(Network(folder))
    network = Network(str(tmp_path / "demo"))
    demo.make_demo(network, TODAY)
    with pytest.raises(InvalidValueError, match="Nobody fits"):
        export(network, parse_search(split_text("field:nonsense"), TODAY))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_is_refused_and_stays(network: Network, tmp_path: Path, force: bool) -> None:
    pipe, link = tmp_path / "out.vcf", tmp_path / "link.vcf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    made = export(network)
    before = sorted(os.listdir(tmp_path))
    for path in (pipe, link):
        with pytest.raises(StoreError, match="is no file but a device or a pipe; name a file"):
            save_export(made, str(path), force=force)
    assert stat.S_ISFIFO(os.stat(pipe).st_mode)
    assert sorted(os.listdir(tmp_path)) == before
