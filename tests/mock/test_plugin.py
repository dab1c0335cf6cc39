import pytest

pytest_plugins = ["pytester"]

TESTS = """
    import httpx

    KEY = {"Authorization": "Bearer sk_test"}
    ROOTS = []

    def test_a_running_mock(newton_mock):
        ROOTS.append(newton_mock.root)
        part = ("a.csv", b"x", "text/csv")
        response = httpx.post(f"{newton_mock.url}/files", files={"file": part}, headers=KEY)
        assert response.status_code == 200

    def test_that_is_as_if_just_started(newton_mock):
        ROOTS.append(newton_mock.root)
        assert httpx.get(f"{newton_mock.url}/files/info", headers=KEY).json()["num_files"] == 0
        assert len(set(ROOTS)) == 1

    def test_and_a_client_for_it(newton, newton_mock):
        assert newton.files.info().num_files == 0
        assert newton_mock.requests("files_info")
"""


def test_users_get_a_mock_and_a_client_as_fixtures(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TESTS)
    pytester.runpytest_subprocess("-p", "no:xdist").assert_outcomes(passed=3)


def test_a_proxy_of_the_environment_is_not_asked_for_the_mock(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # where nothing listens
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("NO_PROXY", "intranet.example")
    pytester.makepyfile(TESTS)
    pytester.runpytest_subprocess("-p", "no:xdist").assert_outcomes(passed=3)


def test_an_application_that_is_dropped_leaves_nothing_behind(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import gc
        from newton_mock import create_app

        def test_dropped():
            app = create_app()
            folder = app.state.mock.state.folder.path
            assert folder.is_dir()
            del app
            gc.collect()
            assert not folder.exists()
    """)
    pytester.runpytest_subprocess("-p", "no:xdist", "-W", "error").assert_outcomes(passed=1)
