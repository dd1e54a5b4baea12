const start = 0x0b;
const end = Buffer.from([0x1c, 0x0d]);

/** Puts what is sent into MLLP's frame. */
export const framed = (text: string): Buffer =>
  Buffer.concat([Buffer.from([start]), Buffer.from(text, "utf8"), end]);

/** More than any message of ours: who sends more between two frames does not speak MLLP. */
const bytesMax = 5 * 1024 * 1024;

/**
 * Finds the messages in a stream of bytes, however it is cut: `take` gives the whole frames so far, without
 * their marks. What never began a frame is dropped, and so is one that another begins before it ended: its sender
 * broke off and began again. A frame that never ends stays, and gives nothing.
 * @throws RangeError when a frame grows beyond 5 MB.
 */
export function frames(): { take(chunk: Buffer): Buffer[] } {
  let parts: Buffer[] = [];
  let length = 0;
  return {
    take(chunk) {
      parts.push(chunk);
      length += chunk.length;
      if (length > bytesMax) throw new RangeError("a frame of more than 5 MB");
      if (!chunk.includes(end[1] as number)) return [];
      let held = Buffer.concat(parts);
      const whole: Buffer[] = [];
      for (;;) {
        const from = held.indexOf(start);
        const to = from < 0 ? -1 : held.indexOf(end, from);
        if (to < 0) break;
        whole.push(held.subarray(held.lastIndexOf(start, to) + 1, to));
        held = held.subarray(to + end.length);
      }
      parts = [held];
      length = held.length;
      return whole;
    },
  };
}
