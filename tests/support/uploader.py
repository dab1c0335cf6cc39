"""A process that can be killed: `python uploader.py URL PATH` uploads a file and prints its file_uid."""

import sys

from newton_client import Newton


def main() -> None:
    url, path = sys.argv[1:]
    with Newton(api_key="sk_test", base_url=url) as newton:
        print(newton.files.upload(path, strategy="direct").file_uid)


if __name__ == "__main__":
    main()
