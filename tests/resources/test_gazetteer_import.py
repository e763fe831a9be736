"""The other files of GeoNames, and files that came damaged."""

from __future__ import annotations

import gzip
import random
import sqlite3
import zipfile

import pytest

from firsthand.resources.gazetteer import SHIPPED, Gazetteer
from firsthand.resources.gazetteer_files import NotADump
from firsthand.resources.gazetteer_import import import_dump
from firsthand.schema.errors import CannotWrite

GAO = 2457163


def village(number, name, lat, lon, admin1="", admin2="", feature="PPL", people=0):
    kind = "A" if feature.startswith("ADM") else "P"
    return "\t".join(
        [str(number), name, name, "", str(lat), str(lon), kind, feature, "ML", "", admin1, admin2, "", "",
         str(people), "", "", "", ""]
    )  # fmt: skip


def spelling(number, place, language, name):
    return "\t".join([str(number), str(place), language, name, "", "", "", "", "", ""])


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own.sqlite"


@pytest.fixture
def villages(tmp_path):
    path = tmp_path / "ML.txt"
    rows = [
        village(19900001, "Veselvillage", 16.30, -0.05, "09", "0901"),
        village(19900002, "Otherville", 16.34, -0.01, "09", "0901"),
        village(19900003, "Thirdville", 14.50, -4.20, "04", "0402"),
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def spellings(tmp_path, *rows):
    path = tmp_path / "alternateNamesV2.txt"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_other_spellings_lead_to_villages_and_to_places_that_ship(tmp_path, own, villages):
    import_dump(villages, own)
    file = spellings(
        tmp_path,
        spelling(1, 19900001, "ru", "Веселая"),
        spelling(2, GAO, "xx", "Gaoburgh"),
        spelling(3, GAO, "link", "https://example.org/Gao"),
        spelling(4, GAO, "iata", "GAQ"),
        spelling(5, 77777777, "en", "Unknownville"),
    )
    assert import_dump(file, own) == 2
    gazetteer = Gazetteer(SHIPPED, own)
    assert [place.id for place, _ in gazetteer.lookup("Веселая")] == [19900001]
    assert [place.id for place, _ in gazetteer.lookup("Gaoburgh")] == [GAO]
    assert gazetteer.lookup("Unknownville") == gazetteer.lookup("GAQ") == ()
    assert [place.id for place, _ in gazetteer.lookup("Gao")].count(GAO) == 1


def test_spellings_alone_make_no_village_list(tmp_path, own):
    import_dump(spellings(tmp_path, spelling(2, GAO, "xx", "Gaoburgh")), own)
    assert not Gazetteer(SHIPPED, own).knows_villages("ML")


@pytest.mark.parametrize("first", ["villages", "codes"])
def test_codes_of_districts_tie_villages_to_them_in_either_order(tmp_path, own, villages, first):
    codes = tmp_path / "admin2Codes.txt"
    codes.write_text("ML.09.0901\tVesel District\tVesel District\t19900090\n", encoding="utf-8")
    for path in (villages, codes) if first == "villages" else (codes, villages):
        import_dump(path, own)
    gazetteer = Gazetteer(SHIPPED, own)
    [(village, _)] = gazetteer.lookup("Veselvillage")
    [(district, _)] = gazetteer.lookup("Vesel District")
    assert village.admin2 == district.id == 19900090
    assert (district.feature, round(district.lat, 2)) == ("ADM2", 16.32)
    assert gazetteer.lookup("Thirdville")[0][0].admin2 is None


def test_a_district_among_the_villages_needs_no_table_of_codes(tmp_path, own):
    path = tmp_path / "ML.txt"
    rows = [
        village(19900001, "Veselvillage", 16.3, -0.05, "09", "0901"),
        village(19900091, "Vesel Cercle", 16.4, -0.1, "09", "0901", "ADM2"),
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    import_dump(path, own)
    assert Gazetteer(SHIPPED, own).lookup("Veselvillage")[0][0].admin2 == 19900091


@pytest.mark.parametrize("make", ["spellings", "codes"])
def test_these_too_may_be_read_twice(tmp_path, own, villages, make):
    import_dump(villages, own)
    path = spellings(tmp_path, spelling(2, GAO, "xx", "Gaoburgh"))
    if make == "codes":
        path = tmp_path / "admin1CodesASCII.txt"
        path.write_text("ML.09\tGao\tGao\t2457161\n", encoding="utf-8")
    count = import_dump(path, own)
    before = own.read_bytes()
    assert import_dump(path, own) == count
    assert own.read_bytes() == before


def test_a_zip_as_geonames_gives_it_is_read(tmp_path, own, villages):
    packed = tmp_path / "ML.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "read me")
        archive.writestr("ML.txt", villages.read_bytes())
    assert import_dump(packed, own) == 3


@pytest.mark.parametrize("harm", ["cut", "changed", "no zip"])
def test_a_damaged_file_is_named_and_leaves_the_gazetteer_as_it_was(tmp_path, own, villages, harm):
    import_dump(villages, own)
    before = own.read_bytes()
    rows = [village(19910000 + i, f"Ville {random.random():.12f}", 15, -1) for i in range(3000)]
    data = bytearray(gzip.compress("\n".join(rows).encode()))
    if harm == "cut":
        data = data[: len(data) * 2 // 3]
    elif harm == "changed":
        data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    else:
        data = bytearray(b"PK\x03\x04" + bytes(200))
    bad = tmp_path / "bad.txt.gz"
    bad.write_bytes(bytes(data))
    with pytest.raises(NotADump, match=r"bad\.txt\.gz is damaged.*fetch the file again"):
        import_dump(bad, own)
    assert own.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_blamed_and_not_the_list(tmp_path, villages):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CannotWrite, match=r"taken.*FIRSTHAND_DATA"):
        import_dump(villages, tmp_path / "taken" / "gazetteer.sqlite")


def test_a_damaged_gazetteer_of_ones_own_is_blamed_and_not_the_list(own, villages):
    own.write_bytes(b"this is no database" * 100)
    with pytest.raises(CannotWrite, match=r"own\.sqlite is damaged.*Move it away"):
        import_dump(villages, own)


@pytest.mark.parametrize("harm", ["cut", "other"])
def test_doctor_notices_a_damaged_gazetteer_of_ones_own(tmp_path, monkeypatch, villages, harm):
    from firsthand.show.doctor import examine

    monkeypatch.setenv("FIRSTHAND_DATA", str(tmp_path / "data"))
    own = tmp_path / "data" / "gazetteer.sqlite"
    import_dump(villages, own)
    name = "village lists of your own"
    assert next(part for part in examine()["parts"] if part["name"] == name)["ok"]
    if harm == "cut":
        own.write_bytes(own.read_bytes()[: own.stat().st_size // 2])
    else:
        own.unlink()
        with sqlite3.connect(own) as file:
            file.execute("CREATE TABLE letter (words TEXT)")
        file.close()
    part = next(part for part in examine()["parts"] if part["name"] == name)
    assert not part["ok"]
    assert "damaged" in part["problem"]
    assert "import your lists again" in part["problem"]
