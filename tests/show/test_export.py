"""What leaves a case, read by tools that are not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from firsthand.case import Case
from firsthand.show.cli import main
from firsthand.show.dossier import of_case
from firsthand.show.export.events import columns, rows
from firsthand.show.export.formats import FORMATS, written
from firsthand.show.export.sites import sites
from firsthand.show.export.table import FORMULA, guarded
from firsthand.show.export.when import precision

HOSTILE = "=cmd|' /C calc'!A0\x00\x08<script>alert(1)</script>\ud7ff\u202e\"'&]]>{{7*7}}\r\n+1"


def run(*words, **kwargs):
    return CliRunner().invoke(main, [str(word) for word in words], **kwargs)


def table(dossier) -> list[dict]:
    return list(csv.DictReader(io.StringIO(written(dossier, "csv").decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def rated(filed_case, tmp_path_factory):
    """The dossier of a copy of the case in which one group is rated and one claim noted."""
    import shutil

    case = shutil.copytree(filed_case, tmp_path_factory.mktemp("rated") / "case")
    done = run("review", case, "g6", "rate", "Mostly false", "2", "--by", "Cleo")
    assert done.exit_code == 0, done.output
    assert run("review", case, "d1.c1", "note", "ask again", "--by", "Cleo").exit_code == 0
    with Case(case) as opened:
        return of_case(opened)


@pytest.fixture(scope="module")
def hostile(filed):
    """The dossier with hostile text wherever a document could bring it."""
    reading = filed.readings[0]
    document = msgspec.structs.replace(
        reading.document, title=HOSTILE, publisher=HOSTILE, author=HOSTILE, url="javascript:alert(1)"
    )
    group = msgspec.structs.replace(filed.findings.groups[0], text=HOSTILE)
    origins = tuple(msgspec.structs.replace(each, name=HOSTILE) for each in filed.findings.origins)
    found = msgspec.structs.replace(
        filed.findings, groups=(group, *filed.findings.groups[1:]), origins=origins
    )
    readings = [msgspec.structs.replace(reading, document=document), *filed.readings[1:]]
    return replace(filed, title=HOSTILE, readings=readings, findings=found)


def test_the_table_has_a_row_for_each_group_with_its_hands_and_its_sentence(filed):
    told = table(filed)
    assert [row["id"] for row in told] == [group.id for group in filed.findings.groups]
    for row, group in zip(told, filed.findings.groups, strict=True):
        assert int(row["independent_first_hands"]) == group.independent_first_hands
        assert int(row["documents"]) == len(group.documents)
        assert row["sentence"]
        assert set(row["document_ids"].split()) == set(group.documents)


def test_a_figure_stands_under_the_kind_of_loss_that_it_counts(filed):
    oslo = next(row for row in table(filed) if "killed in Oslo" in row["text"])
    assert (oslo["killed_low"], oslo["killed_best"], oslo["killed_high"]) == ("7", "7", "7")
    assert oslo["wounded_best"] == ""
    assert oslo["earliest"].startswith("2031-03-13")
    assert oslo["time_precision"] == "day"


def test_a_place_is_never_finer_than_the_report_gives_it(filed):
    told = {row["id"]: row for row in table(filed)}
    oslo = next(row for row in told.values() if "killed in Oslo" in row["text"])
    assert oslo["place_precision"] == "settlement"
    assert oslo["lat"].startswith("59.9")
    assert float(oslo["radius_km"]) >= 1
    bergen = next(row for row in told.values() if "north of Bergen" in row["sentence"])
    assert bergen["place_precision"] == "region"
    assert (bergen["lat"], bergen["lon"]) == ("", ""), "a region has no point"
    for row in told.values():
        if row["place_precision"] != "settlement":
            assert (row["lat"], row["lon"], row["radius_km"]) == ("", "", "")


def test_an_unsettled_village_has_no_place(filed):
    for reading in filed.readings:
        for place in reading.places:
            (site,) = sites(reading, [place.id])
            if place.lat is None:
                assert (site.precision, site.geometry, site.lat) == ("unsettled", None, None)


@pytest.mark.parametrize("dangerous", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "|x", "＝1"])
def test_no_cell_begins_as_a_formula(dangerous):
    assert guarded(dangerous) == f"'{dangerous}"


@given(st.text(max_size=60))
def test_a_guarded_cell_keeps_its_words(text):
    cell = guarded(text)
    assert not cell.lstrip(" ").startswith(FORMULA)
    assert cell.removeprefix("'") in (
        text.replace("\0", "\ufffd"),
        text.removeprefix("'").replace("\0", "\ufffd"),
    )


def test_no_cell_of_a_hostile_case_begins_as_a_formula(hostile):
    for row in table(hostile):
        for name, cell in row.items():
            if re.fullmatch(r"-?[0-9.]+", cell) is None:
                assert not cell.lstrip(" ").startswith(FORMULA), (name, cell)


def test_parquet_is_the_same_table_with_its_types(filed):
    import pyarrow.parquet as pyarrow

    made = pyarrow.read_table(io.BytesIO(written(filed, "parquet")))
    told = table(filed)
    assert made.column_names == list(told[0])
    assert str(made.schema.field("killed_low").type) == "double"
    assert str(made.schema.field("untraced").type) == "bool"
    assert made.column("independent_first_hands").to_pylist() == [
        int(row["independent_first_hands"]) for row in told
    ]


@pytest.mark.parametrize("hostile_text", [False, True])
def test_a_database_reads_the_same_table_from_csv_and_from_parquet(filed, hostile, tmp_path, hostile_text):
    import duckdb

    dossier = hostile if hostile_text else filed
    for name in ("csv", "parquet"):
        (tmp_path / f"table.{name}").write_bytes(written(dossier, name))
    with duckdb.connect() as rows:
        of_csv = "read_csv($1, header = true, all_varchar = true, strict_mode = true)"
        asked = (
            "id, text, independent_first_hands::bigint, lat::double, killed_best::double, untraced::boolean"
        )
        told = [
            rows.execute(
                f"select {asked} from {table} order by id", [str(tmp_path / f"table.{name}")]
            ).fetchall()
            for name, table in (("csv", of_csv), ("parquet", "read_parquet($1)"))
        ]
    assert len(told[0]) == len(dossier.findings.groups)
    for one, other in zip(*told, strict=True):
        assert (one[0], *one[2:]) == (other[0], *other[2:])
        assert one[1].removeprefix("'").split() == other[1].replace("\0", "\ufffd").removeprefix("'").split()


def test_without_pyarrow_parquet_says_what_brings_it(own_case, tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("export", own_case, "--as", "parquet", "-o", tmp_path / "x")
    assert done.exit_code == 1
    assert "pip install pyarrow" in done.stderr
    assert not (tmp_path / "x").exists()


def test_geojson_is_read_by_a_geojson_reader_and_every_surface_is_sound(filed):
    import geojson
    from shapely.geometry import shape

    made = geojson.loads(written(filed, "geojson"))
    assert made.is_valid, made.errors()
    kinds = set()
    for feature in made["features"]:
        if feature["geometry"] is None:
            assert feature["properties"]["place_precision"] in ("unsettled", "country", "wide",
                                                                "district or state")  # fmt: skip
            continue
        surface = shape(feature["geometry"])
        assert surface.is_valid
        assert surface.area > 0, "a surface, no pin"
        kinds.add(feature["properties"]["place_precision"])
    assert {"settlement", "region"} <= kinds


def test_kml_is_read_by_a_kml_reader_and_keeps_to_the_standard(filed, hostile):
    import fastkml
    from fastkml import validator

    for dossier in (filed, hostile):
        # By the schema of the Open Geospatial Consortium, KML 2.2.
        assert validator.validate(element=etree.fromstring(written(dossier, "kml"))) is True
        read = fastkml.KML.from_string(written(dossier, "kml").decode().partition("?>")[2])
        folders = list(read.features[0].features)
        marks = [mark for folder in folders for mark in folder.features]
        named = sum(len(row.where) for row in rows(dossier))
        assert len(marks) == named
        assert all(mark.geometry is None or mark.geometry.geom_type in ("Polygon", "MultiPolygon",
                   "GeometryCollection") for mark in marks)  # fmt: skip
    root = etree.fromstring(written(hostile, "kml"))
    assert not root.xpath("//*[local-name()='script']")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_only_what_a_person_rated_becomes_a_claimreview(filed, rated):
    import rdflib

    assert json.loads(written(filed, "claimreview"))["@graph"] == []
    assert "no rating" in FORMATS["claimreview"].left_out(filed)
    made = json.loads(written(rated, "claimreview"))
    (review,) = made["@graph"]
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "Mostly false", "ratingValue": 2, "worstRating": 1,
        "bestRating": 5,
    }  # fmt: skip
    assert review["author"]["name"] == "Cleo"
    made["@context"] = {"@vocab": "https://schema.org/"}  # no network in the tests
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    (node,) = graph.subjects(rdflib.RDF.type, schema.ClaimReview)
    for wanted in (schema.claimReviewed, schema.itemReviewed, schema.reviewRating, schema.author):
        assert (node, wanted, None) in graph


def test_an_annotation_finds_its_words_by_quote_and_by_position(filed):
    made = json.loads(written(filed, "webannotation"))
    text = {f"urn:sha256:{r.document.sha256}": r.document.text for r in filed.readings}
    text |= {r.document.url: r.document.text for r in filed.readings if r.document.url}
    assert len(made["items"]) == sum(len(reading.claims) for reading in filed.readings)
    for item in made["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            words = text[target["source"]]
            assert words[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in words


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_annotations_are_rdf_in_the_terms_of_the_recommendation(rated):
    import rdflib

    made = json.loads(written(rated, "webannotation"))
    made["@context"] = {
        "oa": "http://www.w3.org/ns/oa#", "@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type",
        "target": {"@id": "oa:hasTarget"}, "body": {"@id": "oa:hasBody"}, "source": {"@type": "@id"},
        "items": {"@id": "https://www.w3.org/ns/activitystreams#items"},
    }  # fmt: skip
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    notes = list(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(notes) == len(made["items"])
    assert all((note, oa.hasTarget, None) in graph for note in notes)
    assert "ask again" in written(rated, "webannotation").decode()


def test_prov_is_read_by_the_prov_library_and_leads_from_a_group_to_the_original(filed, rated, hostile):
    import prov.model as prov

    for dossier in (filed, rated, hostile):
        made = prov.ProvDocument.deserialize(content=written(dossier, "prov").decode(), format="json")
        names = {str(each.identifier) for each in made.get_records(prov.ProvEntity)}
        derived = {
            (str(a), str(b))
            for a, b in ((each.args[0], each.args[1]) for each in made.get_records(prov.ProvDerivation))
        }
        assert {one for pair in derived for one in pair} <= names
        group = dossier.findings.groups[0]
        claim = next(b for a, b in derived if a == f"fh:{group.id}")
        document = next(b for a, b in derived if a == claim)
        original = next(b for a, b in derived if a == document and b.startswith("sha256:"))
        assert original.removeprefix("sha256:") in dossier.originals


def test_followthemoney_takes_every_entity_and_what_is_lost_is_listed(filed, hostile, own_case, tmp_path):
    import followthemoney as ftm

    for dossier in (filed, hostile):
        lines = written(dossier, "ftm").splitlines()
        proxies = [ftm.model.get_proxy(json.loads(line), cleaned=False) for line in lines]
        for proxy, line in zip(proxies, lines, strict=True):
            proxy.schema.validate(json.loads(line))
        known = {proxy.id for proxy in proxies}
        events = [proxy for proxy in proxies if proxy.schema.name == "Event"]
        assert len(events) == len(dossier.findings.groups)
        for event in events:
            assert set(event.get("proof")) | set(event.get("involved")) <= known
    done = run("export", own_case, "--as", "ftm", "-o", tmp_path / "x.json")
    assert "contradictions" in done.stderr
    assert "lost" in done.stderr


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_the_same_case_gives_the_same_bytes_and_hostile_text_breaks_nothing(name, filed, hostile):
    assert written(filed, name) == written(filed, name)
    assert written(hostile, name)
    nothing = msgspec.structs.replace(
        filed.findings, documents=(), claims=(), groups=(), origins=(), copies=(), contradictions=()
    )
    assert written(replace(filed, readings=[], findings=nothing), name) is not None
    assert b"javascript:" not in written(hostile, name)


@pytest.mark.parametrize(
    ("earliest", "latest", "step"),
    [
        ("2031-03-13T09:26", "2031-03-13T09:26", "minute"),
        ("2031-03-13T09:00", "2031-03-13T09:59", "hour"),
        ("2031-03-13T00:00", "2031-03-13T23:59", "day"),
        ("2031-03-10T00:00", "2031-03-16T23:59", "week"),
        ("2031-03-01T00:00", "2031-03-31T23:59", "month"),
        ("2032-01-01T00:00", "2032-12-31T23:59", "year"),
        ("2030-01-01T00:00", "2032-12-31T23:59", "longer"),
        ("-0044-03-15T00:00", "-0044-03-15T23:59", "unknown"),
    ],
)
def test_an_interval_is_as_fine_as_the_smallest_step_that_holds_it(earliest, latest, step):
    assert precision(earliest, latest) == step


def test_an_export_that_cannot_be_written_says_so_and_leaves_what_was_there(own_case, tmp_path):
    done = run("export", own_case, "--as", "csv", "-o", tmp_path / "no" / "x.csv")
    assert done.exit_code == 1
    assert "could not be written" in done.stderr
    assert run("export", own_case, "--as", "xlsx", "-o", tmp_path / "x").exit_code == 2


def test_a_decision_stands_in_the_table_with_its_author(rated):
    (row,) = [row for row in table(rated) if row["decided"]]
    assert row["id"] == "g6"
    assert "Cleo" in row["decided"]
    assert columns(next(rows(rated)), rated)["decided"] == ""
