"""Who may speak to the workbench."""

from __future__ import annotations

import itertools
from urllib.parse import urlencode

import pytest

from firsthand.case import Case
from firsthand.show.dossier import of_case
from firsthand.show.web.app import ROUTES, app, bound
from firsthand.show.web.desk import Desk
from firsthand.show.web.gate import Keys
from firsthand.show.web.uploading import file_name

OWN = "127.0.0.1:8741"
HOSTS = {OWN: True, "localhost:8741": True, "evil.example": False, "127.0.0.1": False, "": False}
ORIGINS = {None: None, "own": True, "http://evil.example": False, "null": False, "https": False}
SITES = {None: None, "same-origin": True, "none": None, "same-site": False, "cross-site": False}
KEYS = ("none", "cookie", "bearer", "wrong cookie", "wrong bearer")


@pytest.fixture(scope="module")
def keys():
    return Keys(8741)


@pytest.fixture(scope="module")
def added():
    return []


@pytest.fixture(scope="module")
def bench(tmp_path_factory, keys, added):
    path = tmp_path_factory.mktemp("gate") / "case"
    with Case.create(path, by="Ada", title="Empty"):
        pass

    def adding(folder, names, by, said, told):
        added.append({name: (folder / name).read_bytes() for name in names})
        return [{"name": name, "status": "added", "document": None} for name in names]

    return app(Desk(path, of_case, "Ada", adding=adding), keys, largest_bytes=200_000)


def signed(keys, *more):
    return [("host", OWN), ("cookie", f"{keys.cookie}={keys.session}"), *more]


def _headers(keys, host, origin, site, key):
    found = [("host", host)] if host else []
    if origin is not None:
        own = f"http://{host or OWN}"
        found.append(("origin", {"own": own, "https": own.replace("http:", "https:")}.get(origin, origin)))
    if site is not None:
        found.append(("sec-fetch-site", site))
    found += {
        "none": [],
        "cookie": [("cookie", f"{keys.cookie}={keys.session}")],
        "bearer": [("authorization", f"Bearer {keys.token}")],
        "wrong cookie": [("cookie", f"{keys.cookie}={keys.token}")],
        "wrong bearer": [("authorization", f"Bearer {keys.session}")],
    }[key]
    return found


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_only_the_own_host_the_own_origin_and_the_right_key_are_let_in(ask, bench, keys, method, key):
    for host, origin, site in itertools.product(HOSTS, ORIGINS, SITES):
        headers = _headers(keys, host, origin, site, key)
        from_here = HOSTS[host] and ORIGINS[origin] is not False and SITES[site] is not False
        if method == "POST":
            from_here = from_here and site != "none" and (ORIGINS[origin] is True or key == "bearer")
        welcome = from_here and key in ("cookie", "bearer")
        body = urlencode({"csrf": keys.csrf, "by": "Ada", "target": "d1", "action": "confirm"}).encode()
        headers.append(("content-type", "application/x-www-form-urlencoded"))
        path = "/api/case" if method == "GET" else "/review"
        answer = ask(bench, method, path, headers, body if method == "POST" else b"")
        if welcome:
            assert answer.status == (200 if method == "GET" else 400), headers  # there is no d1
        else:
            assert answer.status in (401, 403, 421), headers
            assert b"Empty" not in answer.body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_no_other_method_is_answered_and_no_other_page_is_ever_allowed(ask, bench, keys, method):
    answer = ask(bench, method, "/", signed(keys))
    assert answer.status == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("where", ["iframe", "frame", "embed", "object"])
def test_it_is_not_shown_inside_another_page(ask, bench, keys, where):
    assert ask(bench, "GET", "/", signed(keys, ("sec-fetch-dest", where))).status == 403
    answer = ask(bench, "GET", "/", signed(keys))
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_two_hosts_are_none(ask, bench, keys):
    assert ask(bench, "GET", "/", [*signed(keys), ("host", "evil.example")]).status == 421


def test_the_key_leaves_the_address_for_a_cookie_that_no_script_reads(ask, bench, keys):
    answer = ask(bench, "GET", "/", [("host", OWN)], query=f"token={keys.token}")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert keys.token not in answer.headers["set-cookie"]


@pytest.mark.parametrize("query", ["token=", "token=x", "token=%00", "token=é"])
def test_a_wrong_key_is_refused(ask, bench, query):
    assert ask(bench, "GET", "/", [("host", OWN)], query=query.encode().decode("latin-1")).status == 401


def test_a_page_sent_after_the_key_stays_on_this_server(ask, bench, keys):
    answer = ask(bench, "GET", "//evil.example/x", [("host", OWN)], query=f"token={keys.token}")
    assert answer.headers["location"] == "/"


POSTED = [route.path for route in ROUTES if "POST" in route.methods]


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize("csrf", [None, "", "0" * 64])
def test_nothing_changes_without_the_word_of_our_own_forms(ask, bench, keys, added, path, csrf):
    path = path.replace("{clip}", "v1")
    kind = "application/json" if path.startswith("/api") else "application/x-www-form-urlencoded"
    body = b"{}" if path.startswith("/api") else urlencode({"csrf": csrf} if csrf else {}).encode()
    headers = signed(keys, ("origin", f"http://{OWN}"), ("content-type", kind))
    answer = ask(bench, "POST", path, headers, body)
    assert answer.status == 403
    assert not added


@pytest.mark.parametrize("path", ["/", "/claims", "/nothing", "/api/case", "/static/workbench.css"])
def test_every_answer_carries_a_strict_policy_with_a_nonce_of_its_own(ask, bench, keys, path):
    policies = [ask(bench, "GET", path, signed(keys)).headers["content-security-policy"] for _ in range(2)]
    assert policies[0] != policies[1]
    assert "default-src 'none'" in policies[0]
    assert "unsafe" not in policies[0]
    assert "http" not in policies[0]
    headers = ask(bench, "GET", path, signed(keys)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_defect_is_told_without_what_caused_it(ask, tmp_path, keys):
    path = tmp_path / "case"
    with Case.create(path, by="Ada"):
        pass

    def broken(_case):
        raise ZeroDivisionError("secret")

    bench = app(Desk(path, broken, "Ada"), keys)
    for path in ("/", "/api/case"):
        answer = ask(bench, "GET", path, signed(keys), broken=(ZeroDivisionError,))
        assert answer.status == 500
        assert b"secret" not in answer.body
        assert "content-security-policy" in answer.headers


def form(keys, files, boundary="xx"):
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{keys.csrf}\r\n'.encode()]
    for name, data in files:
        quoted = name.replace("\\", "\\\\").replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        ahead = f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="{quoted}"\r\n\r\n'
        parts.append(ahead.encode("utf-8", "replace") + data + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def upload(ask, bench, keys, body, said=True, chunks=None):
    headers = signed(keys, ("origin", f"http://{OWN}"), ("content-type", "multipart/form-data; boundary=xx"))
    headers += [("content-length", str(len(body)))] if said else []
    return ask(bench, "POST", "/add", headers, body, chunks=chunks)


def test_files_come_in_whole(ask, bench, keys, added):
    body = form(keys, [("a.txt", b"one\r\n--x"), ("a.txt", b"two"), ("b.txt", bytes(range(256)) * 300)])
    assert upload(ask, bench, keys, body).status == 200
    assert added.pop() == {"a.txt": b"one\r\n--x", "a (2).txt": b"two", "b.txt": bytes(range(256)) * 300}


@pytest.mark.parametrize("said", [True, False])
def test_more_than_is_taken_at_once_is_refused_and_not_kept(ask, bench, keys, added, said):
    body = form(keys, [("a.txt", b"x" * 300_000)])
    chunks = [body[n : n + 10_000] for n in range(0, len(body), 10_000)]
    assert upload(ask, bench, keys, body, said, chunks).status == 413
    assert not added


@pytest.mark.parametrize(
    "body", [b"", b"--xx", b"--xx\r\n\r\n", b"\x00" * 100, b"--xx\r\nContent-Disposition: x\r\n\r\n"]
)
def test_a_broken_form_is_refused(ask, bench, keys, added, body):
    assert upload(ask, bench, keys, body).status in (400, 403)
    assert not added


HOSTILE = [
    "../" * n + name
    for n in (0, 1, 3)
    for name in (
        "etc/passwd", "..", ".", "", "/", "/etc/passwd", "C:\\Windows\\win.ini", "C:", "\\\\host\\share\\x",
        "..\\..\\x", "a/../../x", ".ssh/id", ".bashrc", "-rf", "--by=Eve", "-", "~", "~root", "a\x00b.txt",
        "a\nb.txt", "a\r\nSet-Cookie: x", "con", "nul.txt", "x" * 5000, "é" * 3000 + ".html", "\u202egpj.exe",
        "a\u202etxt.", "%2e%2e%2fx", "..%c0%afx", "$(id)", "`id`", "a;id", "a|id", "a&b", "a'b", 'a"b', "*",
        "?", "<img src=x onerror=alert(1)>.txt", "file://x", "http://evil.example/x", "....//x", "..;/x",
        " ", "  ..", "..  ", "\t", "\x7f", "\ud800", "🙂.txt", "a" * 300 + ".tar.gz", "x.", ".x", "...", "a\\",
        "a/", "//", "\\", "case.toml", "log.jsonl", "a:b", "a::$DATA", "|", "\x1b[2J", "NUL", "COM1.txt", "*.*",
    )
]  # fmt: skip


def test_no_file_name_leaves_its_folder(tmp_path):
    assert len(HOSTILE) >= 200
    taken: list[str] = []
    folder = tmp_path / "in"
    folder.mkdir()
    for given in HOSTILE:
        name = file_name(given, taken)
        assert (folder / name).resolve().parent == folder.resolve(), given
        assert name not in taken
        assert not name.startswith(("-", ".", "~/"))
        assert name.isprintable()
        (folder / name).write_bytes(b"x")
        taken.append(name)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == sorted(taken)


def test_the_server_listens_on_this_machine_alone():
    held = bound(None)
    try:
        assert held.getsockname()[0] == "127.0.0.1"
    finally:
        held.close()
