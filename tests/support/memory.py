"""How much memory a transfer takes: `python memory.py KIND URL PATH TO` prints the growth in bytes."""

import asyncio
import sys
from pathlib import Path

from newton_client import AsyncNewton, Newton

KEY = "sk_test"


def peak() -> int:
    """The most memory that this process has had so far."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def transfer(url: str, path: str, to: str) -> None:
    with Newton(api_key=KEY, base_url=url) as newton:
        receipt = newton.files.upload(path, strategy="direct", part_retries=20)
        newton.files.download(receipt.file_id, to)


async def transfer_async(url: str, path: str, to: str) -> None:
    async with AsyncNewton(api_key=KEY, base_url=url) as newton:
        receipt = await newton.files.upload(path, strategy="direct", part_retries=20)
        await newton.files.download(receipt.file_id, to)


def main() -> None:
    kind, url, path, to = sys.argv[1:]
    small = Path(path).with_name("small.csv")
    small.write_bytes(b"t,x\n")
    with Newton(api_key=KEY, base_url=url) as newton:  # what is loaded once does not count
        newton.files.upload(small, name=f"{kind}.csv", strategy="direct")
        newton.files.download(f"{kind}.csv", small)
    before = peak()
    if kind == "sync":
        transfer(url, path, to)
    else:
        asyncio.run(transfer_async(url, path, to))
    print(peak() - before)


if __name__ == "__main__":
    main()
