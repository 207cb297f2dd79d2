"""Opens a sealed YAML file from what docs/format.md says alone, and prints what the vectors hold."""
import base64, hashlib, hmac, json, re, struct, subprocess, sys
import yaml
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives import hashes

sealed, identity = sys.argv[1:3]
class L(yaml.SafeLoader): pass
L.yaml_implicit_resolvers = {}
doc = yaml.load(open(sealed), L)
meta = doc.pop("sops")
key = subprocess.run(["age", "-d", "-i", identity], input=meta["age"][0]["enc"].encode(), stdout=subprocess.PIPE, check=True).stdout
T = re.compile(r"ENC\[AES256_GCM,data:(.+),iv:(.+),tag:(.+),type:(.+)\]")
b = base64.b64decode
def token(text, aad):
    d, i, t, ty = T.match(text).groups()
    return AESGCM(key).decrypt(b(i), b(d) + b(t), aad.encode()), ty
n = lambda v: struct.pack(">I", v)
t = lambda v: n(len(v)) + v
s = lambda v: t(v.encode())
places = []
def aad(path): return "".join(p[1:] + ":" for p in path if p[0] == "k") or ":"
def place(path, kind, value):
    places.append(n(0) + n(len(path)) + b"".join(s(p) for p in path) + s(kind) + t(value))
comments = [l.strip()[1:] for l in open(sealed) if l.strip().startswith("#")]
def comment(path):
    text, ty = token(comments.pop(0), aad(path)); assert ty == "comment"; place(path, "comment+", text)
def walk(node, path):
    if isinstance(node, dict):
        if not path: comment(path)
        for k, v in node.items(): walk(v, path + ["k" + k])
        if not node and path: place(path, "map-", b"")
    elif isinstance(node, list):
        for i, v in enumerate(node):
            if path == ["klist"] and i == 1: comment(path)
            walk(v, path + ["i%d" % i])
        if not node: place(path, "list-", b"")
    elif T.match(node):
        v, ty = token(node, aad(path)); place(path, ty + "+", v)
    elif path == ["knothing"]: place(path, "null-", b"")
    else: place(path, "str-", node.encode())
walk(doc, [])
group = n(1) + t(s("age") + s("recipient") + s(meta["age"][0]["recipient"]))
form = s("sealconf seal v1") + s("unencrypted_suffix") + s(meta["unencrypted_suffix"]) + n(0) + n(0) + n(1) + group + n(len(places)) + b"".join(places)
sealkey = HKDF(hashes.SHA256(), 32, None, b"sealconf seal v1").derive(key)
field = meta["sealconf"][3:]
raw = base64.urlsafe_b64decode(field + "=" * (-len(field) % 4))
def hchacha(k, nonce):
    st = list(struct.unpack("<4I", b"expand 32-byte k")) + list(struct.unpack("<8I", k)) + list(struct.unpack("<4I", nonce))
    rot = lambda v, c: ((v << c) & 0xffffffff) | (v >> (32 - c))
    def q(a, b_, c, d):
        for x, y, z, r in ((a, b_, d, 16), (c, d, b_, 12), (a, b_, d, 8), (c, d, b_, 7)):
            st[x] = (st[x] + st[y]) & 0xffffffff; st[z] = rot(st[z] ^ st[x], r)
    for _ in range(10):
        q(0,4,8,12); q(1,5,9,13); q(2,6,10,14); q(3,7,11,15); q(0,5,10,15); q(1,6,11,12); q(2,7,8,13); q(3,4,9,14)
    return struct.pack("<8I", *(st[:4] + st[12:]))
plain = ChaCha20Poly1305(hchacha(sealkey, raw[:16])).decrypt(b"\0" * 4 + raw[16:24], raw[24:], form)
print(json.dumps({"dataKey": key.hex(), "sealKey": sealkey.hex(), "canonicalForm": form.hex(), "spelling": plain.decode()}, indent=2))
