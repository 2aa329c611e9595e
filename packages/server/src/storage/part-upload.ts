/** Sending a file to a service that takes it in parts, out of a memory that is used again and again. */

/** The smallest that S3 takes. It takes 10,000 of them, which makes the largest file 48 GiB. */
export const PART_BYTES: number = 5 * 2 ** 20;
/** On their way or being filled. */
const PARTS_HELD = 2;

/** What the service is asked to do. A part's bytes are another part's once its promise has settled. */
export interface PartUpload {
  /** Keeps a file that is no larger than a part. */
  put(bytes: Uint8Array): Promise<void>;
  /** Begins a file of several parts. */
  begin(): Promise<StartedUpload>;
}

export interface StartedUpload {
  /** Parts are counted from 1; all but the last one are equally large. */
  send(part: number, bytes: Uint8Array): Promise<void>;
  complete(): Promise<void>;
  /** Takes back what has been sent. */
  abort(): Promise<void>;
}

/**
 * Sends a file as it comes, whole or not at all; resolves with its size. What the source throws is thrown on as it is. Parts that
 * are made anew each time, as those of the SDK's own uploader are, pile up until the garbage collector finds them due.
 */
export async function uploadParts(
  data: Uint8Array | AsyncIterable<Uint8Array>,
  target: PartUpload,
): Promise<number> {
  if (data instanceof Uint8Array && data.byteLength <= PART_BYTES) {
    await target.put(data);
    return data.byteLength;
  }
  const free: Uint8Array[] = [];
  const sending = new Set<Promise<void>>();
  let upload: StartedUpload | undefined;
  let buffer = newBuffer();
  let filled = 0;
  let sent = 0;

  async function send(): Promise<void> {
    upload ??= await target.begin();
    const [full, bytes] = [buffer, buffer.subarray(0, filled)];
    const work = upload.send(++sent, bytes).then(() => {
      sending.delete(work);
      free.push(full);
    });
    // One that fails stays, and is met by whoever waits next.
    work.catch(() => {});
    sending.add(work);
    if (sending.size >= PARTS_HELD) await Promise.race(sending);
    buffer = free.pop() ?? newBuffer();
    filled = 0;
  }

  let size = 0;
  try {
    for await (const chunk of data instanceof Uint8Array ? [data] : data) {
      size += chunk.byteLength;
      for (let at = 0; at < chunk.byteLength; ) {
        if (filled === PART_BYTES) await send();
        const piece = chunk.subarray(at, at + PART_BYTES - filled);
        buffer.set(piece, filled);
        filled += piece.byteLength;
        at += piece.byteLength;
      }
    }
    if (!upload) {
      await target.put(buffer.subarray(0, filled));
    } else {
      await send();
      await Promise.all(sending);
      await (upload as StartedUpload).complete();
    }
  } catch (error) {
    await Promise.allSettled(sending);
    // What was wrong first is what is told.
    await upload?.abort().catch(() => {});
    throw error;
  }
  return size;
}

/** Memory that is not touched before it is filled, and therefore not taken by a small file. */
function newBuffer(): Uint8Array {
  return Buffer.allocUnsafeSlow(PART_BYTES);
}
