import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paletteSize = 256;

/** The same picture in at most 256 colours, in a much smaller file. Takes PNGs as Chromium writes them: eight bits per channel, no interlacing. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, colors } = pixelsOf(png);
  const palette = mostFrequent(colors, paletteSize);
  const indexOf = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter, 0: none
  colors.forEach((color, at) => {
    rows[at + Math.floor(at / width) + 1] = indexOf(color);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits an index, colours by palette
  const plte = Buffer.from(palette.flatMap(channels));
  const chunks = [chunk('IHDR', header), chunk('PLTE', plte), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([signature, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Row by row, each as 0xRRGGBB. */
  readonly colors: Uint32Array;
}

function pixelsOf(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = header[9] === 6 ? 4 : 3; // with alpha, which a screenshot does not use, or without
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const stride = width * size;
  const colors = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = unfiltered(data[start] ?? 0, data.subarray(start + 1, start + 1 + stride), above, size);
    for (let x = 0; x < width; x += 1) colors[y * width + x] = row.readUIntBE(x * size, 3);
    above = row;
  }
  return { width, height, colors };
}

function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Rows contain differences: to the pixel on the left, the one above, their mean, or the nearest of three (Paeth). */
function unfiltered(filter: number, row: Buffer, above: Buffer, size: number): Buffer<ArrayBuffer> {
  const out = Buffer.from(row);
  for (let at = 0; at < out.length; at += 1) {
    const left = at < size ? 0 : (out[at - size] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < size ? 0 : (above[at - size] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    out[at] = (out[at] ?? 0) + guess;
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function mostFrequent(colors: Uint32Array, atMost: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, atMost).map(([color]) => color);
}

function nearestIn(palette: readonly number[]): (color: number) => number {
  const known = new Map(palette.map((color, index) => [color, index]));
  const distance = (one: number, other: number) => {
    const there = channels(other);
    return channels(one).reduce((sum, each, at) => sum + (each - (there[at] ?? 0)) ** 2, 0);
  };
  return (color) => {
    const found = known.get(color);
    if (found !== undefined) return found;
    const distances = palette.map((each) => distance(each, color));
    const index = distances.indexOf(Math.min(...distances));
    known.set(color, index);
    return index;
  };
}

function channels(color: number): [number, number, number] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
