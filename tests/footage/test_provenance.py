"""C2PA manifests: read and validated offline; valid is not trusted, changed bytes are told, none is no blame."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from firsthand.footage import describe

c2pa = pytest.importorskip("c2pa")
pytestmark = [
    pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates are made with openssl"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
CONFIG = """[req]
distinguished_name=dn
prompt=no
[dn]
CN=x
[ca]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign
subjectKeyIdentifier=hash
[leaf]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=emailProtection
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
"""
MANIFEST = {
    "claim_generator_info": [{"name": "harbour-camera", "version": "1"}],
    "assertions": [{
        "label": "c2pa.actions",
        "data": {"actions": [{
            "action": "c2pa.created",
            "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        }]},
    }],
}  # fmt: skip


def openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def signed(tmp_path_factory) -> Path:
    """A picture signed with a certificate that nobody vouches for."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("signed")
    (folder / "c.cnf").write_text(CONFIG)
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-config", "c.cnf")
    subject = ("-subj", "/CN=Test/O=Harbour Post")
    openssl(
        folder,
        "req",
        "-x509",
        *new_key,
        "-extensions",
        "ca",
        "-days",
        "30",
        *subject,
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
    )
    openssl(folder, "req", *new_key, *subject, "-keyout", "l.key", "-out", "l.csr")
    issuing = (
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-extfile",
        "c.cnf",
        "-extensions",
        "leaf",
    )
    openssl(folder, "x509", "-req", "-in", "l.csr", "-days", "20", *issuing, "-out", "l.pem")
    chain = (folder / "l.pem").read_bytes() + (folder / "ca.pem").read_bytes()
    info = c2pa.C2paSignerInfo(
        alg=b"es256", sign_cert=chain, private_key=(folder / "l.key").read_bytes(), ta_url=None
    )
    Image.new("RGB", (200, 120), (40, 90, 160)).save(folder / "plain.jpg")
    with (
        c2pa.Signer.from_info(info) as signer,
        c2pa.Builder(MANIFEST) as builder,
        (folder / "plain.jpg").open("rb") as given,
        (folder / "signed.jpg").open("w+b") as out,
    ):
        builder.sign(signer, "image/jpeg", given, out)
    return folder / "signed.jpg"


def test_a_valid_manifest_of_an_unknown_signer_is_valid_and_not_trusted(signed):
    found = describe(signed, "signed.jpg").clip.credentials
    assert (found.state, found.signed_by, found.generator) == (
        "valid, signer not trusted", "Harbour Post", "harbour-camera 1",
    )  # fmt: skip
    assert found.actions == ("c2pa.created",)
    assert found.problems == ()


def test_changed_pixels_make_a_manifest_invalid_and_the_code_says_why(signed):
    data = bytearray(signed.read_bytes())
    data[-40] ^= 0xFF
    changed = signed.with_name("changed.jpg")
    changed.write_bytes(data)
    found = describe(changed, "changed.jpg").clip.credentials
    assert found.state == "invalid"
    assert "assertion.dataHash.mismatch" in found.problems


def test_a_file_without_a_manifest_has_none(signed):
    assert describe(signed.with_name("plain.jpg"), "plain.jpg").clip.credentials is None
