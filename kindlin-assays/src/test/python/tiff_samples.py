"""Writes the small TIFF files of the decoder's tests, with encoders of its own (struct, zlib, an LZW written here).

    python3 tiff_samples.py FOLDER

Every file holds 37 x 29 pixels whose values follow value() below, so that the tests need no second file.
"""
import struct, sys, zlib
import numpy as np

W, H = 37, 29
OUT = sys.argv[1]

def value(kind, c=0, p=0):
    y, x = np.mgrid[0:H, 0:W].astype(np.int64)
    if kind.startswith('f'):
        return ((x - 3 * y + 8 * c + 16 * p) / 8.0).astype({'f2': np.float16, 'f4': np.float32, 'f8': np.float64}[kind])
    bits = int(kind[1:])
    v = (x * 701 + y * 1303 + c * 5003 + p * 311 + (x * x) // 3) * (70001 if bits == 32 else 1)
    if kind[0] == 'i':
        return (v % (1 << bits) - (1 << (bits - 1)))
    return v % (1 << bits)

def packed(kind, planes, order):
    """Rows of bytes, channels interleaved."""
    a = np.stack(planes, axis=-1)
    if kind.startswith('f'):
        return [a[r].reshape(-1).astype(a.dtype.newbyteorder(order)).tobytes() for r in range(a.shape[0])]
    bits = int(kind[1:])
    if bits in (8, 16, 32):
        return [a[r].reshape(-1).astype(('i' if kind[0] == 'i' else 'u') + str(bits // 8)).astype(np.dtype(('i' if kind[0] == 'i' else 'u') + str(bits // 8)).newbyteorder(order)).tobytes() for r in range(a.shape[0])]
    rows = []
    for r in range(a.shape[0]):
        s = ''.join(format(int(v), '0%db' % bits) for v in a[r].reshape(-1))
        s += '0' * (-len(s) % 8)
        rows.append(bytes(int(s[i:i + 8], 2) for i in range(0, len(s), 8)))
    return rows

def differenced(kind, row, spp, order, predictor):
    w = int(kind[1:]) if kind.startswith('f') else int(kind[1:]) // 8
    if predictor == 2:
        t = np.dtype('u%d' % w).newbyteorder(order)
        v = np.frombuffer(row, t).astype('u8').astype(object)
        d = v.copy(); d[spp:] = (v[spp:] - v[:-spp]) % (1 << (8 * w))
        return np.array([int(q) for q in d], dtype='u8').astype(t).tobytes()
    t = np.dtype('f%d' % w)
    v = np.frombuffer(row, t.newbyteorder(order)).astype(t.newbyteorder('>')).tobytes()
    b = np.frombuffer(v, 'u1').reshape(-1, w).T.reshape(-1).astype('i4')
    d = b.copy(); d[spp:] = (b[spp:] - b[:-spp]) % 256
    return d.astype('u1').tobytes()

def lzw(data, old=False):
    out, acc, n = bytearray(), 0, 0
    codes = []
    table = {bytes([i]): i for i in range(256)}; nxt = 258; width = 9
    codes.append((256, 9)); w = b''
    for ch in data:
        s = w + bytes([ch])
        if s in table: w = s; continue
        codes.append((table[w], width)); table[s] = nxt; nxt += 1
        limit = nxt if old else nxt + 1
        if old:
            if nxt > (1 << width) and width < 12: width += 1
        elif nxt > (1 << width) - 1 and width < 12: width += 1
        w = bytes([ch])
        if nxt >= 4094:
            codes.append((table[w], width)); w = b''
            # the decoder is one entry behind: its width may step before the clear code
            nxt2 = nxt + 1
            if old:
                if nxt2 > (1 << width) and width < 12: width += 1
            elif nxt2 > (1 << width) - 1 and width < 12: width += 1
            codes.append((256, width))
            table = {bytes([i]): i for i in range(256)}; nxt = 258; width = 9
    if w: 
        codes.append((table[w], width)); nxt += 1
        if old:
            if nxt > (1 << width) and width < 12: width += 1
        elif nxt > (1 << width) - 1 and width < 12: width += 1
    codes.append((257, width))
    if old:
        for c, b in codes:
            acc |= c << n; n += b
            while n >= 8: out.append(acc & 255); acc >>= 8; n -= 8
        if n: out.append(acc & 255)
    else:
        for c, b in codes:
            acc = (acc << b) | c; n += b
            while n >= 8: out.append((acc >> (n - 8)) & 255); n -= 8; acc &= (1 << n) - 1
        if n: out.append((acc << (8 - n)) & 255)
    return bytes(out)

def packbits(data):
    out, i = bytearray(), 0
    while i < len(data):
        j = i
        while j + 1 < len(data) and data[j + 1] == data[i] and j - i < 127: j += 1
        if j > i: out += bytes([257 - (j - i + 1), data[i]]); i = j + 1; continue
        j = i
        while j + 1 < len(data) and data[j + 1] != data[j] and j - i < 126: j += 1
        out += bytes([j - i]) + data[i:j + 1]; i = j + 1
    return bytes(out)

PACK = {1: lambda d: d, 5: lzw, 105: lambda d: lzw(d, True), 8: zlib.compress, 32773: packbits}

def write(name, kind, order='<', spp=1, planar=1, compression=1, predictor=1, rows=8, tile=None, big=False, photometric=1,
          pages=1, description=None, resolution=None, fill=1, colours=None, contiguous=0, thumbnail=False):
    e = order
    out = bytearray()
    off = 'Q' if big else 'I'
    out += (b'II' if e == '<' else b'MM') + struct.pack(e + 'H', 43 if big else 42)
    out += struct.pack(e + 'HHQ', 8, 0, 0) if big else struct.pack(e + 'I', 0)
    patch = 8 if big else 4
    bits = int(kind[1:]) * 8 if kind.startswith('f') else int(kind[1:])
    fmt = {'u': 1, 'i': 2, 'f': 3}[kind[0]]
    for p in range(pages):
        planes = [value(kind, c, p) for c in range(spp)]
        groups = [[q] for q in planes] if planar == 2 else [planes]
        offsets, counts = [], []
        for g in groups:
            n = len(g)
            if tile:
                tw, th = tile
                blocks = []
                for ty in range(0, H, th):
                    for tx in range(0, W, tw):
                        padded = [np.pad(q, ((0, th), (0, tw)))[ty:ty + th, tx:tx + tw] for q in g]
                        blocks.append(padded)
            else:
                blocks = [[q[r:r + rows] for q in g] for r in range(0, H, rows)]
            for b in blocks:
                rs = packed(kind, b, e)
                if predictor > 1: rs = [differenced(kind, r, n, e, predictor) for r in rs]
                d = PACK[compression](b''.join(rs))
                if fill == 2: d = bytes(int('{:08b}'.format(v)[::-1], 2) for v in d)
                offsets.append(len(out)); counts.append(len(d)); out += d
                if len(out) % 2: out += b'\0'
        if contiguous:
            for q in range(1, contiguous):
                out += b''.join(packed(kind, [value(kind, 0, q)], e))
        tags = [(256, 3, [W]), (257, 3, [H]), (258, 3, [bits] * spp), (259, 3, [5 if compression == 105 else compression]), (262, 3, [photometric]),
                (277, 3, [spp]), (284, 3, [planar]), (317, 3, [predictor]), (339, 3, [fmt] * spp)]
        if thumbnail and p == pages - 1: tags.append((254, 4, [1]))
        if fill == 2: tags.append((266, 3, [2]))
        if description and p == 0: tags.append((270, 2, description.encode() + b'\0'))
        if resolution: tags += [(282, 5, [resolution]), (283, 5, [resolution]), (296, 3, [1])]
        if colours is not None: tags.append((320, 3, colours))
        if tile: tags += [(322, 3, [tile[0]]), (323, 3, [tile[1]]), (324, 16 if big else 4, offsets), (325, 4, counts)]
        else: tags += [(273, 16 if big else 4, offsets), (278, 3, [rows]), (279, 4, counts)]
        tags.sort()
        entries = []
        for t, ty, v in tags:
            if ty == 2: raw, count = v, len(v)
            elif ty == 5: raw, count = b''.join(struct.pack(e + 'II', *q) for q in v), len(v)
            else: raw, count = b''.join(struct.pack(e + {3: 'H', 4: 'I', 16: 'Q'}[ty], q) for q in v), len(v)
            room = 8 if big else 4
            if len(raw) <= room: raw = raw + b'\0' * (room - len(raw))
            else:
                at = len(out); out += raw
                if len(out) % 2: out += b'\0'
                raw = struct.pack(e + off, at)
            entries.append(struct.pack(e + 'HH' + off, t, ty, count) + raw)
        at = len(out)
        out[patch:patch + (8 if big else 4)] = struct.pack(e + off, at)
        out += struct.pack(e + ('Q' if big else 'H'), len(entries)) + b''.join(entries)
        patch = len(out)
        out += struct.pack(e + off, 0)
    open(OUT + '/' + name + '.tif', 'wb').write(out)

for o, n in (('<', 'little'), ('>', 'big')):
    for k in ('u8', 'u16', 'u32', 'i8', 'i16', 'i32', 'f2', 'f4', 'f8'):
        write('plain-%s-%s' % (k, n), k, o)
write('u1', 'u1'); write('u4', 'u4'); write('u12', 'u12', '>')
for c, n in ((5, 'lzw'), (105, 'lzw-old'), (8, 'deflate'), (32773, 'packbits')):
    write('%s-u8' % n, 'u8', compression=c, rows=H)
write('lzw-predictor-u8', 'u8', compression=5, predictor=2, rows=H)
write('lzw-predictor-u16-big', 'u16', '>', compression=5, predictor=2, rows=H)
write('lzw-predictor-rgb', 'u8', compression=5, predictor=2, spp=3, photometric=2)
write('deflate-predictor-u16-planar', 'u16', compression=8, predictor=2, spp=2, planar=2)
write('deflate-predictor-u32', 'u32', compression=8, predictor=2)
write('lzw-float-predictor-f4', 'f4', compression=5, predictor=3)
write('deflate-float-predictor-f4-big', 'f4', '>', compression=8, predictor=3)
write('deflate-float-predictor-f2', 'f2', compression=8, predictor=3)
write('deflate-float-predictor-f8', 'f8', compression=8, predictor=3)
write('tiles-u16', 'u16', tile=(16, 16))
write('tiles-lzw-predictor-u8', 'u8', tile=(32, 16), compression=5, predictor=2)
write('tiles-rgb-planar', 'u8', tile=(16, 16), spp=3, planar=2, photometric=2)
write('bigtiff-u16', 'u16', big=True)
write('bigtiff-tiles-deflate-f4', 'f4', '>', big=True, tile=(16, 32), compression=8, predictor=3)
write('white-is-zero', 'u8', photometric=0)
write('fill-order-2', 'u8', fill=2, compression=5)
write('pages', 'u16', pages=4, thumbnail=True)
ramp = [i * 257 for i in range(256)]
write('palette-grey', 'u8', photometric=3, colours=ramp * 3)
write('palette-green', 'u8', photometric=3, colours=[0] * 256 + ramp + [0] * 256)
write('palette-colours', 'u8', photometric=3, colours=[(i * 77 % 256) << 8 for i in range(256)] + [(i * 31 % 256) << 8 for i in range(256)] + [(i * 13 % 256) << 8 for i in range(256)])
write('imagej-hyperstack', 'u16', '>', pages=6, resolution=(15385, 10000),
      description='ImageJ=1.54p\nimages=6\nchannels=2\nframes=3\nhyperstack=true\nmode=composite\nunit=\\u00B5m\nfinterval=90.0\nloop=false\n')
write('imagej-contiguous', 'u16', '>', rows=H, contiguous=5, description='ImageJ=1.54p\nimages=5\nframes=5\nunit=micron\nfinterval=2\ntunit=min\n', resolution=(2, 1))
write('ome', 'u8', pages=4, description='<?xml version="1.0" encoding="UTF-8"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"><Image ID="Image:0"><Pixels ID="Pixels:0" DimensionOrder="XYTCZ" Type="uint8" SizeX="37" SizeY="29" SizeC="2" SizeZ="1" SizeT="2" PhysicalSizeX="650" PhysicalSizeXUnit="nm" PhysicalSizeY="650" PhysicalSizeYUnit="nm"><Plane TheZ="0" TheT="0" TheC="0" DeltaT="0"/><Plane TheZ="0" TheT="1" TheC="0" DeltaT="0.5" DeltaTUnit="min"/></Pixels></Image></OME>')
