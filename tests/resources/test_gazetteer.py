"""The gazetteer: names in three scripts, what they could mean, and lists that a user brings."""

from __future__ import annotations

import gzip
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from firsthand.resources import gazetteer_import
from firsthand.resources.gazetteer import SHIPPED, Gazetteer, data_folder, default_gazetteer
from firsthand.resources.gazetteer_import import NotADump, import_dump
from firsthand.resources.gazetteer_names import fold
from firsthand.schema.errors import MissingInstrument


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Kup’iansk", "Kupiansk"),
        ("U.S.", "US"),
        ("Saint-Étienne", "St. Etienne"),
        ("Łódź", "Lodz"),
        ("Київ", "КИЇВ"),
        ("إدلب", "ادلب"),
        ("Mount Hope", "Mt. Hope"),
    ],
)
def test_spellings_that_people_mix_share_a_key(one, other):
    assert fold(one) == fold(other)


def test_names_that_differ_keep_their_keys_apart():
    assert len({fold(name) for name in ("Gao", "Gaoua", "Goa", "Gaza", "Gazah")}) == 5


@pytest.mark.parametrize("name", ["Kyiv", "Kiev", "Київ", "Киев", "كييف"])
def test_a_capital_is_found_in_every_script(name):
    assert any(
        place.feature == "PPLC" and place.country == "UA" for place, _ in default_gazetteer().lookup(name)
    )


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Mali", "PCLI", "ML"),
        ("Kursk", "ADM1", "RU"),
        ("Idlib", "ADM1", "SY"),
        ("Texas", "ADM1", "US"),
        ("Calif.", "ADM1", "US"),
        ("Euphrates", "STM", None),
        ("Sahel", "RGN", None),
    ],
)
def test_areas_and_waters_are_in_it(name, feature, country):
    assert any(
        place.feature == feature and place.country == country for place, _ in default_gazetteer().lookup(name)
    )


def test_what_it_does_not_hold_it_does_not_guess():
    assert default_gazetteer().lookup("Veselgrad-on-the-Moon") == ()
    assert default_gazetteer().demonym("Moonish") is None
    assert default_gazetteer().country("ZZ") is None


def test_a_disputed_place_says_so():
    notes = [place.note for place, _ in default_gazetteer().lookup("Crimea") if place.note]
    assert notes
    assert all("disputed" in note for note in notes)


def test_a_point_lies_in_the_outline_of_its_country():
    from shapely import Point

    gazetteer = default_gazetteer()
    bamako = next(place for place, _ in gazetteer.lookup("Bamako") if place.feature == "PPLC")
    outline = gazetteer.shape(gazetteer.country("ML").id)
    assert outline.contains(Point(bamako.lon, bamako.lat))


def test_threads_read_the_same():
    gazetteer = Gazetteer(SHIPPED)
    names = ["Gao", "Kidal", "Mopti", "Paris", "London"] * 8
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(gazetteer.lookup, names))
    assert found == [Gazetteer(SHIPPED).lookup(name) for name in names]


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(MissingInstrument, match="Install Firsthand again"):
        Gazetteer(tmp_path / "none.sqlite").lookup("Gao")


def test_nothing_can_write_to_the_shipped_file():
    with pytest.raises(sqlite3.OperationalError):
        Gazetteer(SHIPPED)._files[0].execute("DELETE FROM place")


def test_the_users_data_lies_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("FIRSTHAND_DATA", str(tmp_path))
    assert data_folder() == tmp_path


# --- lists that a user brings ---------------------------------------------------------------------------------


def row(
    number: int, name: str, lat: float, lon: float, *, other: str = "", country: str = "ML", people: int = 0
) -> str:
    return "\t".join(
        [str(number), name, name, other, str(lat), str(lon), "P", "PPL", country, "", "", "", "", "",
         str(people), "", "", "", ""]
    )  # fmt: skip


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "ML.txt"
    path.write_text(
        row(900, "Veselvillage", 16.3, -0.05, other="Весел,VVL") + "\nbroken line\n", encoding="utf-8"
    )
    return path


def test_an_imported_village_is_found_beside_the_shipped_places(dump, tmp_path):
    into = tmp_path / "own.sqlite"
    assert import_dump(dump, into) == 1
    gazetteer = Gazetteer(SHIPPED, into)
    [(village, alternate)] = gazetteer.lookup("Veselvillage")
    assert (village.country, village.lat, village.lon, alternate) == ("ML", 16.3, -0.05, False)
    assert gazetteer.lookup("Весел")[0][1]
    assert gazetteer.lookup("VVL") == ()
    assert gazetteer.lookup("Bamako")
    assert gazetteer.knows_villages("ML")
    assert not gazetteer.knows_villages("NE")


def test_an_imported_village_gets_the_state_that_it_lies_in(dump, tmp_path):
    import_dump(dump, tmp_path / "own.sqlite")
    gazetteer = Gazetteer(SHIPPED, tmp_path / "own.sqlite")
    [(village, _)] = gazetteer.lookup("Veselvillage")
    assert "Gao" in gazetteer.place(village.admin1).name


def test_importing_twice_changes_nothing(dump, tmp_path):
    into = tmp_path / "own.sqlite"
    import_dump(dump, into)
    before = into.read_bytes()
    assert import_dump(dump, into) == 1
    assert into.read_bytes() == before


def test_a_compressed_dump_reads_the_same(dump, tmp_path):
    packed = tmp_path / "ML.txt.gz"
    packed.write_bytes(gzip.compress(dump.read_bytes()))
    assert import_dump(packed, tmp_path / "own.sqlite") == 1


def test_a_file_of_something_else_is_named_as_such_and_leaves_nothing(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader\n", encoding="utf-8")
    with pytest.raises(NotADump, match="GeoNames' dump format"):
        import_dump(path, tmp_path / "own.sqlite")
    assert not (tmp_path / "own.sqlite").exists()


def test_an_interrupted_import_leaves_the_gazetteer_as_it_was(dump, tmp_path, monkeypatch):
    into = tmp_path / "own.sqlite"
    import_dump(dump, into)
    second = tmp_path / "NE.txt"
    second.write_text(row(901, "Otherville", 13.5, 2.1, country="NE"), encoding="utf-8")

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(gazetteer_import, "_names", stop)
        with pytest.raises(KeyboardInterrupt):
            import_dump(second, into)
    gazetteer = Gazetteer(into)
    assert gazetteer.lookup("Otherville") == ()
    assert gazetteer.lookup("Veselvillage")
    assert import_dump(second, into) == 1
    assert Gazetteer(into).lookup("Otherville")
