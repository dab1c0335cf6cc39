"""The page for people, at `/`."""

import re
from collections.abc import Iterator

import httpx
import pytest

from newton_mock import MockServer
from newton_mock.faults import KINDS

from .browser import CHROMIUM, Browser, Page, launched
from .conftest import upload

HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">.csv"

in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on the PATH")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with launched(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture
def page(newton_mock: MockServer, browser: Browser) -> Iterator[Page]:
    with browser.opened(f"{newton_mock.root}/") as page:
        page.wait_for("document.querySelectorAll('#operations details').length > 0")
        yield page


def test_the_page_asks_for_nothing_from_elsewhere_and_lets_only_its_own_script_run(
    newton_mock: MockServer,
) -> None:
    response = httpx.get(f"{newton_mock.root}/")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert re.findall(r"(?:https?:)?//[\w.]", re.sub(r"^\s*//.*$", "", response.text, flags=re.M)) == []
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert len(re.findall(r"'sha256-[\w+/=]{44}'", policy)) == 2


def test_the_page_makes_no_markup_of_what_it_is_told(newton_mock: MockServer) -> None:
    text = httpx.get(f"{newton_mock.root}/").text
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", text)


def test_the_page_has_a_button_for_each_fault(newton_mock: MockServer) -> None:
    text = httpx.get(f"{newton_mock.root}/").text
    assert re.findall(r'<button value="(\w+)">', text) == list(KINDS)


def test_every_field_of_the_page_has_a_label(newton_mock: MockServer) -> None:
    text = httpx.get(f"{newton_mock.root}/").text
    labels = re.findall(r"<label.*?</label>", text, re.DOTALL)
    assert len(re.findall(r"<(?:input|select)\b", text)) == len(labels)


@in_a_browser
def test_the_journal_is_live_and_marks_what_broke_the_contract(page: Page, api: httpx.Client) -> None:
    api.get("/files/metadata?limit=x")
    page.wait_for("document.querySelector('#journal tr.broken') !== null")
    shown = page.run("document.querySelector('#journal').innerText")
    assert 'files_list: query.limit: type: "x" is not of type "integer"' in shown


@in_a_browser
def test_a_name_full_of_markup_is_shown_as_text_and_runs_nothing(page: Page, api: httpx.Client) -> None:
    upload(api, "a.csv", b"x")
    api.get(f"/files/metadata/{HOSTILE.replace('/', '%2F')}")
    response = api.post(
        "/files/uploads/initiate", json={"filename": HOSTILE, "file_type": "text/csv", "num_bytes": 1}
    )
    part = response.json()["parts"][0]
    token = httpx.put(part["url"], content=b"x").headers["ETag"]
    parts = [{"part_number": 1, "part_token": token}]
    api.post(f"/files/uploads/{response.json()['upload_id']}/complete", json={"parts": parts})
    page.wait_for("document.querySelector('#state li')?.textContent.includes('<script>')")
    page.wait_for("document.querySelector('#journal').textContent.includes('onerror')")
    assert page.run("document.title") == "newton-mock"
    assert page.run("document.querySelectorAll('#state img, #state script, #journal img').length") == 0


@in_a_browser
def test_a_fault_is_ordered_with_two_clicks(page: Page, newton_mock: MockServer, api: httpx.Client) -> None:
    page.run("document.querySelector('#fault [name=operation]').value = 'files_info'")
    page.run("document.querySelector('#fault [name=status]').value = '429'")
    page.run("document.querySelector('#fault [name=times]').value = '2'")
    page.run("document.querySelector('#fault button[value=status]').click()")
    page.wait_for("document.querySelector('#faults').textContent.includes('files_info status')")
    assert api.get("/files/info").status_code == 429
    page.run("document.querySelector('#withdraw').click()")
    page.wait_for("document.querySelector('#faults').textContent === 'none'")
    assert api.get("/files/info").status_code == 200


@in_a_browser
def test_the_clock_and_the_reset_are_buttons(page: Page, newton_mock: MockServer, api: httpx.Client) -> None:
    upload(api, "a.csv", b"x")
    page.wait_for("document.querySelector('#state').textContent.includes('Files: 1')")
    page.run("document.querySelector('#freeze').click()")
    page.wait_for("document.querySelector('#frozen').textContent === 'stopped'")
    before = page.run("document.querySelector('#now').textContent")
    page.run("document.querySelector('[data-advance=\"86400\"]').click()")
    page.wait_for(f"document.querySelector('#now').textContent > '{before}'")
    page.run("window.confirm = () => true; document.querySelector('#reset').click()")
    page.wait_for("document.querySelector('#state').textContent.includes('Files: 0')")
    assert newton_mock.requests() == []


@in_a_browser
def test_the_operations_are_listed_by_tag_and_say_which_act(page: Page) -> None:
    assert page.run("document.querySelector('#operations summary').textContent.startsWith('files')")
    assert page.run("document.querySelectorAll('#operations .tag.acts').length") >= 40


@in_a_browser
def test_nothing_is_cut_off_in_a_narrow_window(page: Page, api: httpx.Client) -> None:
    page.tell("Emulation.setDeviceMetricsOverride", width=360, height=800, deviceScaleFactor=1, mobile=True)
    api.get("/files/metadata/" + "long" * 200)
    page.wait_for("document.querySelectorAll('#journal tr').length > 0")
    assert page.run("document.documentElement.scrollWidth") <= 360


@in_a_browser
@pytest.mark.parametrize(("scheme", "lighter"), [("light", True), ("dark", False)])
def test_the_page_is_light_or_dark_as_the_reader_wants_it(page: Page, scheme: str, lighter: bool) -> None:
    page.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    red, green, blue = map(
        int, re.findall(r"\d+", page.run("getComputedStyle(document.body).backgroundColor"))
    )
    assert (red + green + blue > 3 * 128) == lighter
