#!/usr/bin/env python3
"""Writes the vectors beside this file: python3 make.py (cryptography 50.0.2, PyNaCl 1.6.2).

One line is one vector; "expect" says what is due: "ok", or the reason for a failure. Vectors with a
"source" are known answers of a standard, the others were computed here; this script computes every
one of them by a library that is not among those under test, and stops where the two differ.
"""
import base64
import hashlib
import hmac
import json
import pathlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl import bindings

HERE = pathlib.Path(__file__).parent
HEX = bytes.fromhex


def random(name, length):
    """Bytes that look random and are the same in each run."""
    return hashlib.shake_256(name.encode()).digest(length)


def write(name, vectors):
    lines = []
    for vector in vectors:
        fields = {k: v.hex() if isinstance(v, bytes) else v for k, v in vector.items()}
        lines.append(json.dumps(fields, ensure_ascii=False) + "\n")
    (HERE / f"{name}.json").write_text("".join(lines), encoding="utf-8")


def agree(computed, known):
    assert computed == known, (computed.hex(), known.hex())


def flip(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def damaged(sound):
    """The sound vector with each kind of damage."""
    changes = {
        "wrong key": {"key": flip(sound["key"], 0)},
        "wrong nonce": {"nonce": flip(sound["nonce"], len(sound["nonce"]) - 1)},
        "changed ciphertext": {"sealed": flip(sound["sealed"], 500)},
        "changed tag": {"sealed": flip(sound["sealed"], len(sound["sealed"]) - 1)},
        "cut off": {"sealed": sound["sealed"][:-1]},
        "shorter than a tag": {"sealed": sound["sealed"][:15]},
        "nothing sealed": {"sealed": b""},
        "empty nonce": {"nonce": b""},
    }
    if sound["aad"]:
        changes["wrong additional data"] = {"aad": sound["aad"] + b":"}
    return [dict(sound, plaintext="", **change, expect=why) for why, change in changes.items()]


def aead(name, key_lengths, nonce_lengths, seal, known, with_aad=True):
    for v in known:
        agree(seal(v["key"], v["nonce"], v["plaintext"], v["aad"]), v["sealed"])
    vectors = [dict(v, expect="ok") for v in known]
    for key_length in key_lengths:
        for nonce_length in nonce_lengths:
            for length in (0, 1, 15, 16, 17, 64, 1000):
                tag = f"{name} {key_length} {nonce_length} {length} "
                key, nonce = random(tag + "k", key_length), random(tag + "n", nonce_length)
                plaintext = random(tag + "p", length)
                aad = random(tag + "a", (length * 7) % 43) if with_aad else b""
                vectors.append({"key": key, "nonce": nonce, "aad": aad, "plaintext": plaintext,
                                "sealed": seal(key, nonce, plaintext, aad), "expect": "ok"})
    write(name, vectors + damaged(vectors[-1]))


def aes_gcm():
    paper = "McGrew and Viega, The Galois/Counter Mode of Operation, test case "
    known = [
        {"source": paper + "13", "key": bytes(32), "nonce": bytes(12), "aad": b"", "plaintext": b"",
         "sealed": HEX("530f8afbc74536b9a963b4f1c4cb738b")},
        {"source": paper + "14", "key": bytes(32), "nonce": bytes(12), "aad": b"",
         "plaintext": bytes(16),
         "sealed": HEX("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")},
        {"source": "the token in the unit test of SOPS, aes/cipher_test.go", "key": b"f" * 32,
         "nonce": base64.b64decode("MyIDYbT718JRr11QtBkcj3Dwm4k1aCGZBVeZf0EyV8o="),
         "aad": b"bar:", "plaintext": b"foo",
         "sealed": base64.b64decode("oYyi") + base64.b64decode("t5z2Z023Up0kxwCgw1gNxg==")},
    ]
    aead("aes-gcm", (16, 32), (8, 12, 13, 16, 32, 64),
         lambda key, nonce, plain, aad: AESGCM(key).encrypt(nonce, plain, aad), known)


SUNSCREEN = (b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
             b"the future, sunscreen would be it.")


def chacha():
    aead("chacha20-poly1305", (32,), (12,),
         lambda key, nonce, plain, aad: ChaCha20Poly1305(key).encrypt(nonce, plain, aad), [],
         with_aad=False)


def xchacha():
    known = [
        {"source": "draft-irtf-cfrg-xchacha-03, A.3.1", "key": bytes(range(0x80, 0xA0)),
         "nonce": bytes(range(0x40, 0x58)), "aad": HEX("50515253c0c1c2c3c4c5c6c7"),
         "plaintext": SUNSCREEN,
         "sealed": HEX(
             "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
             "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
             "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
             "21f9664c97637da9768812f615c68b13b52e" "c0875924c1c7987947deafd8780acf49")},
    ]
    aead("xchacha20-poly1305", (32,), (24,),
         lambda key, nonce, plain, aad:
         bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, aad, nonce, key), known)


def sha():
    known = {
        b"": ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
              "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"),
        b"abc": ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                 "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                 "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"),
    }
    vectors = []
    for message, (short, long) in known.items():
        agree(hashlib.sha256(message).digest(), HEX(short))
        agree(hashlib.sha512(message).digest(), HEX(long))
        vectors.append({"source": "FIPS 180-4", "message": message, "sha256": HEX(short),
                        "sha512": HEX(long), "expect": "ok"})
    for length in (1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 1000):
        message = random(f"sha {length}", length)
        vectors.append({"message": message, "sha256": hashlib.sha256(message).digest(),
                        "sha512": hashlib.sha512(message).digest(), "expect": "ok"})
    write("sha2", vectors)


def hmac_sha256():
    agree(hmac.digest(b"Jefe", b"what do ya want for nothing?", "sha256"),
          HEX("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
    vectors = [{"source": "RFC 4231, test case 2", "key": b"Jefe",
                "message": b"what do ya want for nothing?",
                "mac": hmac.digest(b"Jefe", b"what do ya want for nothing?", "sha256"),
                "expect": "ok"}]
    for length in (0, 1, 32, 63, 64, 65, 131):
        key, message = random(f"hmac k{length}", length), random(f"hmac m{length}", 2 * length)
        vectors.append({"key": key, "message": message, "mac": hmac.digest(key, message, "sha256"),
                        "expect": "ok"})
    write("hmac-sha256", vectors)


def hkdf(secret, salt, info, length):
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def hkdf_sha256():
    known = HEX("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                "9d201395faa4b61a96c8")
    agree(hkdf(b"\x0b" * 22, b"", b"", 42), known)
    vectors = [{"source": "RFC 5869, test case 3", "secret": b"\x0b" * 22, "salt": b"", "info": "",
                "length": 42, "output": known, "expect": "ok"}]
    for info, salt, length in (("header", 0, 32), ("payload", 16, 32), ("sealconf seal v1", 0, 32),
                               ("age-encryption.org/v1/X25519", 64, 32), ("é", 80, 100)):
        secret, salted = random(f"hkdf {info}", 32), random(f"hkdf salt {info}", salt)
        vectors.append({"secret": secret, "salt": salted, "info": info, "length": length,
                        "output": hkdf(secret, salted, info.encode(), length), "expect": "ok"})
    write("hkdf-sha256", vectors)


def x25519():
    def public(private):
        return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    vectors = []
    for private, public_key, shared in (
            ("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
             "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
             "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"),
            ("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
             "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
             "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957")):
        vectors.append({"source": "RFC 7748, 5.2", "private": HEX(private),
                        "public": public(HEX(private)), "peer": HEX(public_key),
                        "shared": HEX(shared), "expect": "ok"})
    for i in range(5):
        private, peer = random(f"x25519 {i}", 32), public(random(f"x25519 peer {i}", 32))
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(peer))
        vectors.append({"private": private, "public": public(private), "peer": peer,
                        "shared": shared, "expect": "ok"})
    for point in ("00" * 32, "01" + "00" * 31,
                  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"):
        private = random("x25519 weak", 32)
        vectors.append({"private": private, "public": public(private), "peer": HEX(point),
                        "shared": "", "expect": "weak point"})
    for vector in vectors:
        try:
            computed = X25519PrivateKey.from_private_bytes(vector["private"]).exchange(
                X25519PublicKey.from_public_bytes(vector["peer"]))
        except ValueError:
            computed = b""
        agree(computed, vector["shared"] or b"")
    write("x25519", vectors)


def scrypt():
    def derive(passphrase, salt, log_n, length):
        return hashlib.scrypt(passphrase, salt=salt, n=1 << log_n, r=8, p=1, dklen=length,
                              maxmem=1 << 28)
    known = HEX("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
    agree(derive(b"pleaseletmein", b"SodiumChloride", 14, 64), known)
    vectors = [{"source": "RFC 7914, 12", "passphrase": b"pleaseletmein",
                "salt": b"SodiumChloride", "logN": 14, "length": 64, "output": known,
                "expect": "ok"}]
    for log_n, length in ((1, 32), (4, 32), (10, 16)):
        passphrase, salt = random(f"scrypt {log_n}", 11), random(f"scrypt salt {log_n}", 44)
        vectors.append({"passphrase": passphrase, "salt": salt, "logN": log_n, "length": length,
                        "output": derive(passphrase, salt, log_n, length), "expect": "ok"})
    vectors.append({"passphrase": b"", "salt": b"", "logN": 4, "length": 32,
                    "output": derive(b"", b"", 4, 32), "expect": "ok"})
    write("scrypt", vectors)


for made in (aes_gcm, chacha, xchacha, sha, hmac_sha256, hkdf_sha256, x25519, scrypt):
    made()
