"""Presigned URLs: whoever has one may do what it says until it expires."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import urlencode

EXPIRES = "X-Mock-Expires"
SIGNATURE = "X-Mock-Signature"


def presign(origin: str, secret: str, method: str, key: str, expires: float) -> str:
    """A URL under which `method` may be used on the object `key` until `expires`."""
    moment = str(int(expires))
    query = {EXPIRES: moment, SIGNATURE: sign(secret, method, key, moment)}
    return f"{origin}/_storage/{key}?{urlencode(query)}"


def sign(secret: str, method: str, key: str, moment: str) -> str:
    """The signature that makes a URL valid."""
    text = f"{method}\n{key}\n{moment}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
