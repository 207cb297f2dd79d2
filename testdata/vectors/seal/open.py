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
rule = meta["unencrypted_suffix"]
mark = lambda path: s("-" if any(p.endswith(rule) for p in path) else "+")
aad = lambda path: "".join(p + ":" for p in path) or ":"
# Only keys are in these paths. PyYAML drops comments: where they are is known of this file.
tokens = [l.strip()[1:] for l in open(sealed) if l.strip().startswith("#ENC")]
comments, values = [], 0
def comment(path):
    text, ty = token(tokens.pop(0), aad(path)); assert ty == "comment"
    comments.append(n(values) + t(text))
def node(value, path, inner=False):
    global values
    if isinstance(value, dict):
        if not path: comment(path)
        out = s("map")
        for k, v in value.items():
            out += s("key") + s(k) + node(v, path + [k])
        return out + s("end") + mark(path)
    if isinstance(value, list):
        out = s("list")
        for i, v in enumerate(value):
            if i == 1 and not inner: comment(path)
            out += node(v, path, True)
        return out + s("end") + mark(path)
    values += 1
    if T.match(value):
        text, ty = token(value, aad(path))
        return s(ty) + mark(path) + t(text)
    return s("null" if path == ["nothing"] else "str") + mark(path) + s(value)
group = n(1) + t(s("age") + s("recipient") + s(meta["age"][0]["recipient"]))
terms = s("sealconf seal v1") + s("unencrypted_suffix") + s(rule) + n(0) + n(0) + n(1) + group
form = terms + n(1) + node(doc, []) + n(len(comments)) + b"".join(comments)
derive = lambda info: HKDF(hashes.SHA256(), 32, None, info).derive(key)
sealkey, spellkey = derive(b"sealconf seal v1"), derive(b"sealconf spelling v1")
field = meta["sealconf"][3:]
raw = base64.urlsafe_b64decode(field + "=" * (-len(field) % 4))
box, terms_tag, tag = raw[:-64], raw[-64:-32], raw[-32:]
assert hmac.compare_digest(terms_tag, hmac.new(derive(b"sealconf terms v1"), terms, hashlib.sha256).digest())
assert hmac.compare_digest(tag, hmac.new(sealkey, t(box) + form, hashlib.sha256).digest())
def hchacha(k, nonce):
    st = list(struct.unpack("<4I", b"expand 32-byte k")) + list(struct.unpack("<8I", k)) + list(struct.unpack("<4I", nonce))
    rot = lambda v, c: ((v << c) & 0xffffffff) | (v >> (32 - c))
    def q(a, b_, c, d):
        for x, y, z, r in ((a, b_, d, 16), (c, d, b_, 12), (a, b_, d, 8), (c, d, b_, 7)):
            st[x] = (st[x] + st[y]) & 0xffffffff; st[z] = rot(st[z] ^ st[x], r)
    for _ in range(10):
        q(0,4,8,12); q(1,5,9,13); q(2,6,10,14); q(3,7,11,15); q(0,5,10,15); q(1,6,11,12); q(2,7,8,13); q(3,4,9,14)
    return struct.pack("<8I", *(st[:4] + st[12:]))
plain = ChaCha20Poly1305(hchacha(spellkey, box[:16])).decrypt(b"\0" * 4 + box[16:24], box[24:], b"")
print(json.dumps({"dataKey": key.hex(), "sealKey": sealkey.hex(), "spellingKey": spellkey.hex(), "canonicalForm": form.hex(), "spelling": plain.decode()}, indent=2))
